/** Reader: steps between arrows, in a line, over several lines, or down the page. */
import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import { chainTable } from '../tableReading/rows/outlineTable.ts'
import type { Candidate } from './documentReading.ts'

export function readChains({ blocks }: SourceDocument): readonly Candidate[] {
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : []))
  const table = chainTable(lines)
  return table ? [{ kind: 'chain', where: '', table, weight: 95 }] : []
}
