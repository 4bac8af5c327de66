/**
 * Groups the rows below the headings into steps. A row without a name belongs to the step above
 * (merged name cell), as does a row repeating that step (forms with one row per risk). Notes, sums,
 * signatures and stages are separated.
 */
import { sameAsAbove, type TableField } from '../../../text/recognition/headings.ts'
import { tickWords } from '../../../text/recognition/tableWords.ts'
import { joinedPost, postBeside } from '../cells/readPostNames.ts'
import { numberIn } from '../cells/stepNumber.ts'
import type { Cell, Table } from '../../tableSource/table.ts'
import type { TableColumn, Headings } from '../headings/headings.ts'
import { tableLine, type TableLine } from './tableLine.ts'
import type { Problems } from '../gatherProblems.ts'

export interface RowField {
  /** Trimmed, with 同上 replaced. */
  readonly text: string
  /** True for a part of a merged cell that starts in a row above. */
  readonly covered: boolean
}

export interface TableRow {
  /** Row number from 1. */
  readonly row: number
  readonly fields: ReadonlyMap<TableField, RowField>
  /** Texts without a field, each under its heading. */
  readonly noted: readonly string[]
}

/** Rows of a step; the first one has its name. */
export type StepRows = readonly [TableRow, ...TableRow[]]

export interface RowsOfTable {
  readonly steps: readonly StepRows[]
  readonly lines: readonly TableLine[]
}

/** Text of a field in a row; empty if there is none. */
export function fieldText(row: TableRow, field: TableField): string {
  return row.fields.get(field)?.text ?? ''
}

/** The row's own text, without merged cells from above. */
export function ownText(row: TableRow, field: TableField): string {
  const found = row.fields.get(field)
  return !found || found.covered ? '' : found.text
}

/** Groups the rows into steps and separates other lines; reports to `problems`. */
export function stepRowsOf(table: Table, headings: Headings, problems: Problems): RowsOfTable {
  const steps: [TableRow, ...TableRow[]][] = []
  const { rows, lines } = rowsOf(table, headings, problems)
  for (const row of rows) {
    const step = steps.at(-1)
    if (continues(row, step, headings)) {
      if (step) step.push(row)
      else problems.error('noStepAbove', row.row)
    } else steps.push([row])
  }
  return { steps, lines }
}

function rowsOf(
  table: Table,
  headings: Headings,
  problems: Problems,
): { readonly rows: readonly TableRow[]; readonly lines: readonly TableLine[] } {
  const above = new Map<TableField, string>()
  const rows: TableRow[] = []
  const lines: TableLine[] = []
  for (const [index, cells] of table.rows.slice(headings.at + 1).entries()) {
    const row = headings.at + index + 2
    const line = headings.at < 0 ? undefined : tableLine(cells, row, headings)
    if (line) {
      lines.push(line)
      continue
    }
    const fields = new Map<TableField, RowField>()
    for (const [field, { at, heading }] of headings.columns) {
      const cell = cells[at]
      const written = cell?.text.trim() ?? ''
      const warn = (fault: 'takenFromAbove' | 'aboveKept', words: string) =>
        problems.warning(fault, row, field, { words })
      const text = written.startsWith(sameAsAbove) ? replaced(written, above.get(field), warn) : written
      if (text !== '') above.set(field, text)
      const meant = field === 'posts' ? officeAndPost(text, heading) : text
      // A stage is written once, in the first of its rows, merged or not.
      const stage = field === 'stage' && text === '' ? above.get(field) : undefined
      fields.set(field, {
        text: stage ?? (text === heading ? '' : meant),
        covered: cell?.covered === 'above' || stage !== undefined,
      })
    }
    const unsaid = withMorePosts(fields, cells, headings)
    withMoreNext(fields, cells, headings.moreNext)
    withTick(fields, cells, headings.ticks)
    const noted = [...notedIn(cells, headings), ...unsaid]
    if (saysSomething(fields) || noted.length > 0) rows.push({ row, fields, noted })
  }
  return { rows, lines }
}

/** 窗口/受理员 below 责任部门/岗位 is one post. */
function officeAndPost(text: string, heading: string): string {
  const [office, post, ...others] = text.split(/[/／]/)
  const isBoth = /(?:部门|科室|单位|处室|机构)[/／](?:责任)?(?:岗位?|职务|人员?)/.test(heading)
  return isBoth && office && post && others.length === 0 ? joinedPost(office.trim(), post.trim()) : text
}

/** Combines 部门 and 岗位. Returns what does not fit: 院领导 beside 分管院长. */
function withMorePosts(
  fields: Map<TableField, RowField>,
  cells: readonly Cell[],
  { morePosts, columns }: Headings,
): readonly string[] {
  const unsaid: string[] = []
  for (const { at, heading } of morePosts) {
    const cell = cells[at]
    const words = cell?.text.trim() ?? ''
    const office = fields.get('posts')?.text ?? ''
    if (words === '' || words === heading || cell?.covered === 'left') continue
    const text = postBeside(office, columns.get('posts')?.heading ?? '', words, heading)
    if (!text.includes(office)) unsaid.push(`${columns.get('posts')?.heading ?? ''}：${office}`)
    fields.set('posts', { text, covered: cell?.covered === 'above' })
  }
  return unsaid
}

function withMoreNext(
  fields: Map<TableField, RowField>,
  cells: readonly Cell[],
  columns: readonly TableColumn[],
): void {
  for (const { at, heading } of columns) {
    const words = cells[at]?.text.trim() ?? ''
    const so = fields.get('next')
    if (words === '' || words === heading || cells[at]?.covered) continue
    fields.set('next', { text: [so?.text ?? '', words].join('\n').trim(), covered: false })
  }
}

function withTick(
  fields: Map<TableField, RowField>,
  cells: readonly Cell[],
  columns: readonly TableColumn[],
): void {
  const ticked = columns.find(({ at }) => tickWords.includes(cells[at]?.text.trim() ?? ''))
  if (ticked) fields.set('level', { text: ticked.heading, covered: cells[ticked.at]?.covered === 'above' })
}

function notedIn(cells: readonly Cell[], { noted }: Headings): readonly string[] {
  return noted.flatMap(({ at, heading }) => {
    const cell = cells[at]
    const text = cell?.covered ? '' : (cell?.text.trim() ?? '')
    return text === '' || text === heading ? [] : [`${heading}：${text}`]
  })
}

/** Replaces 同上 by the text above; 同上四项 is ambiguous and stays. */
function replaced(
  written: string,
  above: string | undefined,
  warn: (fault: 'takenFromAbove' | 'aboveKept', words: string) => void,
): string {
  if (written !== sameAsAbove || above === undefined) {
    warn('aboveKept', written)
    return written
  }
  warn('takenFromAbove', above)
  return above
}

/** False for a blank form row that has only a number. */
function saysSomething(fields: ReadonlyMap<TableField, RowField>): boolean {
  return [...fields].some(([field, { text, covered }]) => field !== 'number' && text !== '' && !covered)
}

function continues(row: TableRow, rows: StepRows | undefined, headings: Headings): boolean {
  const name = ownText(row, 'name')
  if (name === '') return true
  const [step] = rows ?? []
  if (!step || name !== fieldText(step, 'name')) return false
  const number = fieldText(row, 'number')
  const posts = ownText(row, 'posts')
  const samePosts = posts === '' || posts === fieldText(step, 'posts')
  if (row.fields.has('number') && (number === '' || number === fieldText(step, 'number'))) return true
  // The numbers count rows (risks), not steps; then nothing else differs within a step.
  if (row.fields.has('number') && !(samePosts && countsRisks(row, step, headings))) return false
  return row.fields.has('risk') && samePosts
}

function countsRisks(row: TableRow, step: TableRow, headings: Headings): boolean {
  const sameOrBlank = (field: TableField) =>
    ownText(row, field) === '' || ownText(row, field) === fieldText(step, field)
  const leads = ownText(row, 'next') !== '' && numberIn(ownText(row, 'next')) !== undefined
  return (
    ownText(row, 'risk') !== '' &&
    !leads &&
    [...headings.columns.keys()].every((field) => risky.has(field) || sameOrBlank(field))
  )
}

/** Fields that differ between risks of one step. */
const risky: ReadonlySet<TableField> = new Set<TableField>([
  'number',
  'risk',
  'riskDetail',
  'level',
  'category',
  'measures',
  'responsible',
  'leader',
  'cause',
  'consequence',
  'filledBy',
  'basis',
  'note',
])
