/**
 * Reader: steps as blocks of labels, as pages of services are copied: 办理环节：受理 / 办理时限：1个工作日,
 * again for each step; a label and its value may stand on lines of their own.
 */
import type { PlacedTable } from '../documentSource/tablesOf.ts'
import type { SourceDocument } from '../documentSource/sourceDocument.ts'
import { meaningsOf } from '../tableReading/headings/headingMeaning.ts'
import { filled, tableOf, type Table } from '../tableSource/table.ts'
import type { Candidate } from './documentReading.ts'

interface Pair {
  readonly label: string
  readonly value: string
}

const longestLabel = 10
const fewestBlocks = 2

export function readLabelledBlocks(
  { blocks }: SourceDocument,
  tables: readonly PlacedTable[],
): readonly Candidate[] {
  const pairs = blocks.flatMap((block) =>
    block.kind === 'table' ? pairsInTable(block.table) : [{ text: block.text }],
  )
  const found = pairsIn(pairs)
  const first = found.find(({ label }) => meaningsOf(label)[0] === 'name')?.label
  const begins = found.flatMap(({ label }, at) => (label === first ? [at] : []))
  if (first === undefined || begins.length < fewestBlocks) return []
  const records = begins.map((from, at) => recordAt(found.slice(from, begins[at + 1])))
  const labels = [...new Set(records.flatMap((record) => [...record.keys()]))]
  if (labels.length < 2 || records.filter((record) => record.size > 1).length * 2 < records.length) return []
  const rows = records.map((record) => labels.map((label) => record.get(label) ?? ''))
  const uses = tables.filter(({ rows: own }) => pairsInTable({ rows: own }).length > 1)
  return [
    {
      kind: 'list',
      where: '',
      table: tableOf([labels, ...rows], []),
      weight: 95 + 5 * Math.min(5, labels.length),
      ...(uses.length > 0 && { uses }),
    },
  ]
}

type Line = Pair | { readonly text: string }

/** 环节 | 受理 / 时限 | 1个工作日: a small table for each step. Empty for other tables. */
function pairsInTable({ rows }: Table): readonly Line[] {
  const pairs: Pair[] = []
  for (const row of rows.slice(0, mostRows)) {
    const cells = filled(row).map(({ text }) => text.trim())
    if (cells.length === 0) continue
    if (cells.length > 4 || cells.length === 3) return []
    for (let at = 0; at < cells.length; at += 2) {
      const label = (cells[at] ?? '').replace(/[:：]$/, '')
      if (meaningsOf(label).length === 0) return []
      pairs.push({ label, value: cells[at + 1] ?? '' })
    }
  }
  return pairs.length > 1 ? pairs : []
}

const mostRows = 30

/** Undefined values end a block: what follows belongs to the document. */
function recordAt(pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const record = new Map<string, string>()
  for (const { label, value } of pairs) {
    if (meaningsOf(label).length === 0 || record.has(label)) break
    record.set(label, value)
  }
  return record
}

function pairsIn(given: readonly Line[]): readonly Pair[] {
  const lines = given.flatMap((each): readonly Line[] =>
    'text' in each ? each.text.split('\n').map((text) => ({ text: text.trim() })) : [each],
  )
  const pairs: Pair[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!
    if (!('text' in line)) {
      pairs.push(line)
      continue
    }
    const [, label, value] = /^[【[]?([^:：】\]]{2,10})[】\]]?\s*[:：]\s*(.*)$/.exec(line.text) ?? []
    const below = lines[at + 1]
    const next = below && 'text' in below ? below.text : ''
    if (label !== undefined && value !== '' && value !== undefined) pairs.push({ label, value })
    else if (
      isLabel(label ?? line.text) &&
      next !== '' &&
      !isLabel(next) &&
      !/^[^:：]{2,10}[:：]/.test(next)
    ) {
      pairs.push({ label: label ?? line.text, value: next })
      at += 1
    }
  }
  return pairs
}

function isLabel(line: string): boolean {
  return line.length >= 2 && line.length <= longestLabel && meaningsOf(line).length > 0
}
