/**
 * What cells say under labels of their own becomes columns: 风险等级：高 below a risk, 责任人：窗口人员 below
 * measures, 时限：1个工作日 below a name. Only where the table has no column for it.
 */
import { headingWords, type TableField } from '../../../text/recognition/headings.ts'
import type { Cell, Table } from '../../tableSource/table.ts'
import { findHeadings } from './findHeadings.ts'
import { meaningsOf } from './headingMeaning.ts'
import type { ColumnChoices, Headings } from './headings.ts'

const ofRisk = ['level', 'category', 'responsible', 'cause', 'consequence'] as const
const ofName = ['posts', 'limit', 'statutory', 'risk', 'level', 'measures', 'basis', 'materials'] as const
const takenFrom: { readonly [F in TableField]?: readonly TableField[] } = {
  name: ofName,
  risk: ofRisk,
  riskDetail: ofRisk,
  measures: ['responsible', 'leader', 'level'],
}

const labelled = /^[【[（(]?([^:：。；;\s]{2,10})\s*[:：]\s*(.+?)[】\])）]?[。；;]?$/s
/** At the end of a line, behind a finished sentence. */
const atEnd = /^(.*[。；;\s])([^:：。；;\s]{2,10}[:：][^:：。；;]{1,20}[。；;]?)$/s
const mostPieces = 5000

/** The table with columns added at its end; unchanged if no cell has such labels. */
export function labelledCells(table: Table, choices: ColumnChoices = {}): Table {
  if (!table.rows.some((row) => row.some(({ text }) => /[:：]/.test(text)))) return table
  const headings = findHeadings(table, choices)
  if (!headings || headings.at < 0) return table
  const parted = table.rows.map((row, at) => (at <= headings.at ? undefined : partedRow(row, headings)))
  const fields = [...new Set(parted.flatMap((row) => [...(row?.said.keys() ?? [])]))]
  if (fields.length === 0) return table
  const width = Math.max(...table.rows.map((row) => row.length))
  return {
    ...table,
    rows: table.rows.map((row, at) => {
      const cells = parted[at]?.cells ?? row
      const blanks = Array.from({ length: width - cells.length }, () => ({ text: '' }))
      const added = fields.map((field): Cell => {
        if (at === headings.at) return { text: headingWords[field][0] ?? '' }
        return parted[at]?.said.get(field) ?? { text: '' }
      })
      return [...cells, ...blanks, ...added]
    }),
  }
}

interface PartedRow {
  readonly cells: readonly Cell[]
  readonly said: ReadonlyMap<TableField, Cell>
}

function partedRow(row: readonly Cell[], headings: Headings): PartedRow {
  const cells = [...row]
  const said = new Map<TableField, Cell>()
  for (const [source, allowed] of Object.entries(takenFrom)) {
    const column = headings.columns.get(source as TableField)
    const cell = column && cells[column.at]
    if (!cell || !/[:：]/.test(cell.text)) continue
    const free = allowed.filter((field) => !headings.columns.has(field))
    const { rest, found } = partedCell(cell.text, free, source === 'name')
    if (found.length === 0 || rest === '') continue
    cells[column.at] = { ...cell, text: rest }
    for (const [field, words] of found)
      said.set(field, { ...cell, text: [said.get(field)?.text ?? '', words].join('\n').trim() })
  }
  return { cells, said }
}

function partedCell(text: string, free: readonly TableField[], isName: boolean) {
  const found: (readonly [TableField, string])[] = []
  const rest: string[] = []
  for (const line of text.split('\n').slice(0, mostPieces)) {
    const whole = labelIn(line.trim(), free)
    if (whole) {
      found.push(whole)
      continue
    }
    const [, before = '', tail = ''] = (isName ? null : atEnd.exec(line.trim())) ?? []
    const end = labelIn(tail, free)
    if (end) found.push(end)
    rest.push(end ? before.trim() : line)
  }
  return { rest: rest.join('\n').trim(), found }
}

function labelIn(line: string, free: readonly TableField[]): readonly [TableField, string] | undefined {
  const [, label = '', words = ''] = labelled.exec(line) ?? []
  const field = label === '' ? undefined : meaningsOf(label).find((meaning) => free.includes(meaning))
  return field && [field, words.trim()]
}
