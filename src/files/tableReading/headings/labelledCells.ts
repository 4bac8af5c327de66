/**
 * What cells say under labels of their own becomes columns: 风险等级：高 below a risk, 责任人：窗口人员 below
 * measures, 时限：1个工作日 below a name. Only where the table has no column for it.
 */
import { headingWords, type TableField } from '../../../text/recognition/headings.ts'
import { type Cell, type Table, widthOf } from '../../tableSource/table.ts'
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
  detail: ofName,
  note: ofName,
}

/** 计划编制：各科室报计划 in nearly every cell of names. */
const described = /^([^:：。；;\n]{2,12})[:：]\s*(.{2,})$/s
const labelled =
  /^(?:([^:：。；;【[（(\s][^:：。；;\s]{1,9})\s*[:：]\s*(.+?)|[【[（(]([^:：。；;\s]{2,10})\s*[:：]\s*([^】\])）]+)[】\])）])[。；;]?$/s
/** At the end of a line, behind a finished sentence. */
const atEnd = /^(.*[。；;\s])([^:：。；;\s]{2,10}[:：][^:：。；;]{1,20}[。；;]?)$/s
const mostPieces = 5000

/** The table with columns added at its end; unchanged if no cell has such labels. */
export function labelledCells(table: Table, choices: ColumnChoices = {}): Table {
  if (!table.rows.some((row) => row.some(({ text }) => /[:：]/.test(text)))) return table
  const headings = findHeadings(table, choices)
  if (!headings || headings.at < 0) return table
  return withDescriptions(withLabels(table, headings, takenFrom), headings)
}

/** The name and its description become two columns. */
function withDescriptions(table: Table, headings: Headings): Table {
  const at = headings.columns.get('name')?.at
  if (at === undefined || headings.columns.has('detail')) return table
  const cells = table.rows
    .slice(headings.at + 1)
    .flatMap((row) => (row[at]?.covered ? [] : row[at]?.text.trim() || []))
  if (cells.length < 2 || cells.filter((text) => described.test(text)).length * 3 < cells.length * 2)
    return table
  const width = widthOf(table)
  return {
    ...table,
    rows: table.rows.map((row, index) => {
      const blanks = Array.from({ length: width - row.length }, () => ({ text: '' }))
      if (index <= headings.at)
        return [...row, ...blanks, { text: index === headings.at ? headingWords.detail[0] : '' }]
      const cell = row[at]
      const [, name = cell?.text ?? '', text = ''] = described.exec(cell?.text.trim() ?? '') ?? []
      const cells = row.map((each, column) => (column === at ? { ...each, text: name } : each))
      return [...cells, ...blanks, { ...cell, text }]
    }),
  }
}

/** The same for a list of risks, whose names and notes say no more than they did. */
export function labelledRisks(table: Table): Table {
  const headings = findHeadings(table)
  const { risk, riskDetail, measures } = takenFrom
  if (!headings || headings.at < 0) return table
  return withLabels(table, headings, {
    ...(risk && { risk }),
    ...(riskDetail && { riskDetail }),
    ...(measures && { measures }),
  })
}

function withLabels(table: Table, headings: Headings, taken: typeof takenFrom): Table {
  const parted = table.rows.map((row, at) =>
    at <= headings.at ? undefined : partedRow(row, headings, taken),
  )
  const fields = [...new Set(parted.flatMap((row) => [...(row?.said.keys() ?? [])]))]
  if (fields.length === 0) return table
  const width = widthOf(table)
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

function partedRow(row: readonly Cell[], headings: Headings, taken: typeof takenFrom): PartedRow {
  const cells = [...row]
  const said = new Map<TableField, Cell>()
  for (const [source, allowed] of Object.entries(taken)) {
    const column = headings.columns.get(source as TableField)
    const cell = column && cells[column.at]
    if (!cell || !/[:：]/.test(cell.text)) continue
    const free = allowed.filter((field) => !headings.columns.has(field))
    const { rest, found } = partedCell(cell.text, free, source === 'name')
    // A description may say its post; it is no column of labels unless it says nothing else.
    if (found.length === 0 || (isText(source) ? rest !== '' : rest === '')) continue
    cells[column.at] = { ...cell, text: rest }
    for (const [field, words] of found)
      said.set(field, { ...cell, text: [said.get(field)?.text ?? '', words].join('\n').trim() })
  }
  return { cells, said }
}

function isText(source: string): boolean {
  return source === 'detail' || source === 'note'
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
  const [, bare, value, framed, inside] = labelled.exec(line) ?? []
  const label = bare ?? framed ?? ''
  const words = value ?? inside ?? ''
  const field = label === '' ? undefined : meaningsOf(label).find((meaning) => free.includes(meaning))
  return field && [field, words.trim()]
}
