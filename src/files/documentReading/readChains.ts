/** Reader: steps between arrows, in a line, over several lines, or down the page. */
import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import type { SaidDoubt } from '../../text/messages/intake.ts'
import { chainTable, parted } from '../tableReading/rows/outlineTable.ts'
import { treeTable } from '../tableReading/rows/treeTable.ts'
import type { Candidate } from './documentReading.ts'

export function readChains({ blocks }: SourceDocument): readonly Candidate[] {
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : []))
  const tree = treeTable(lines)
  if (tree) {
    const doubts = tree.meets ? [{ doubt: 'branchesMeet' } as const] : []
    return [{ kind: 'chain', where: '', table: tree.table, weight: 96, doubts }]
  }
  const table = chainTable(lines)
  if (!table) return []
  // Arrows down the page and across: the second ones are branches.
  const down = lines.some((line) => /^[↓⇩⬇|｜\s]+$/.test(line))
  const across = lines.some((line) => parted(line).length > 1)
  const words = lines.flatMap((line) => /^\s*[↓⇩⬇]\s*([^↓⇩⬇(（]{2,20})$/.exec(line)?.[1] ?? [])
  const doubts: readonly SaidDoubt[] = [
    ...(down && across ? [{ doubt: 'branchedArrows' } as const] : []),
    ...(words.length > 0 ? [{ doubt: 'arrowWords', words: words.join('、') } as const] : []),
  ]
  return [{ kind: 'chain', where: '', table, weight: 95, doubts }]
}
