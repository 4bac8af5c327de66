/**
 * Reader: steps as blocks of labels, as pages of services are copied: 办理环节：受理 / 办理时限：1个工作日,
 * again for each step; a label and its value may stand on lines of their own.
 */
import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import { meaningsOf } from '../tableReading/headings/headingMeaning.ts'
import { tableOf } from '../tableSource/table.ts'
import type { Candidate } from './documentReading.ts'

interface Pair {
  readonly label: string
  readonly value: string
}

const longestLabel = 10
const fewestBlocks = 2

export function readLabelledBlocks({ blocks }: SourceDocument): readonly Candidate[] {
  const lines = blocks
    .flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : ['']))
    .map((line) => line.trim())
  const pairs = pairsIn(lines)
  const first = pairs.find(({ label }) => meaningsOf(label)[0] === 'name')?.label
  const begins = pairs.flatMap(({ label }, at) => (label === first ? [at] : []))
  if (first === undefined || begins.length < fewestBlocks) return []
  const records = begins.map((from, at) => recordAt(pairs.slice(from, begins[at + 1])))
  const labels = [...new Set(records.flatMap((record) => [...record.keys()]))]
  if (labels.length < 2 || records.filter((record) => record.size > 1).length * 2 < records.length) return []
  const rows = records.map((record) => labels.map((label) => record.get(label) ?? ''))
  return [
    {
      kind: 'list',
      where: '',
      table: tableOf([labels, ...rows], []),
      weight: 95 + 5 * Math.min(5, labels.length),
    },
  ]
}

/** Undefined values end a block: what follows belongs to the document. */
function recordAt(pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const record = new Map<string, string>()
  for (const { label, value } of pairs) {
    if (meaningsOf(label).length === 0 || record.has(label)) break
    record.set(label, value)
  }
  return record
}

function pairsIn(lines: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!
    const [, label, value] = /^[【[]?([^:：】\]]{2,10})[】\]]?\s*[:：]\s*(.*)$/.exec(line) ?? []
    const next = lines[at + 1] ?? ''
    if (label !== undefined && value !== '' && value !== undefined) pairs.push({ label, value })
    else if (isLabel(label ?? line) && next !== '' && !isLabel(next) && !/^[^:：]{2,10}[:：]/.test(next)) {
      pairs.push({ label: label ?? line, value: next })
      at += 1
    }
  }
  return pairs
}

function isLabel(line: string): boolean {
  return line.length >= 2 && line.length <= longestLabel && meaningsOf(line).length > 0
}
