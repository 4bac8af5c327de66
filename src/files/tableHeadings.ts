/** Finds the row of headings, and which column holds what. */
import {
  headingsOfTwoMeanings,
  headingWords,
  limitUnits,
  unitLine,
  type TableField,
} from '../text/headings.ts'
import { columnLetter, type Cell, type Table } from './table.ts'

export interface Column {
  readonly at: number
  readonly heading: string
  /** 办理时限(工作日): what a bare number in it means. */
  readonly unit?: string
}

export interface Headings {
  /** Place of the row; -1 where the table is a bare list of names. */
  readonly at: number
  readonly columns: ReadonlyMap<TableField, Column>
  /** Columns that say nothing to us, by heading or letter. */
  readonly ignored: readonly string[]
  /** Columns that say what another one says already. */
  readonly repeated: readonly string[]
}

/** Titles, units and dates stand above the headings, not more than this. */
const mostRowsAbove = 30

const fieldOf: ReadonlyMap<string, readonly TableField[]> = new Map([
  ...Object.entries(headingWords).flatMap(([field, words]) =>
    words.map((word): [string, TableField[]] => [plainHeading(word), [field as TableField]]),
  ),
  ...Object.entries(headingsOfTwoMeanings),
])

/** Without blanks, in half width, without what stands in brackets, without 1. before it. */
function plainHeading(text: string): string {
  return withoutBlanks(text)
    .replaceAll(/\([^)]*\)|\*|【|】|:$/g, '')
    .toUpperCase()
}

function withoutBlanks(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '')
}

/** Undefined where no row has headings and the table is no bare list either. */
export function findHeadings(table: Table): Headings | undefined {
  const counts = table.rows.slice(0, mostRowsAbove).map((row) => knownIn(row).size)
  const most = Math.max(0, ...counts)
  const at = counts.indexOf(most)
  const row = table.rows[at] ?? []
  const alone = most === 1 && knownIn(row).has('name') && filled(row).length === 1
  return most >= 2 || alone ? headingsIn(row, at, table) : bareList(table)
}

function knownIn(row: readonly Cell[]): ReadonlySet<TableField> {
  return new Set(row.flatMap((cell) => fieldOf.get(plainHeading(cell.text))?.[0] ?? []))
}

function headingsIn(row: readonly Cell[], at: number, table: Table): Headings {
  const columns = new Map<TableField, Column>()
  const ignored: string[] = []
  const repeated: string[] = []
  const meanings = row.map((cell) => fieldOf.get(plainHeading(cell.text)) ?? [])
  // What has one meaning takes its field first; then what could mean something else takes what is left.
  const inTurn = [...row.keys()].sort((a, b) => meanings[a]!.length - meanings[b]!.length || a - b)
  for (const place of inTurn) {
    const cell = row[place]!
    const heading = withoutBlanks(cell.text)
    const field = meanings[place]!.find((meaning) => !columns.has(meaning))
    if (field) columns.set(field, { at: place, heading, ...unitOf(heading) })
    else if (meanings[place]!.length > 0 && !cell.covered) repeated.push(heading)
    else if (meanings[place]!.length === 0 && hasWords(table, at, place))
      ignored.push(heading || columnLetter(place))
  }
  return { at, columns, ignored, repeated }
}

/** Blank columns at the side are no loss. */
function hasWords(table: Table, headingAt: number, column: number): boolean {
  return table.rows.slice(headingAt).some((row) => (row[column]?.text.trim() ?? '') !== '')
}

function unitOf(heading: string): { readonly unit?: string } {
  const inBrackets = /\((?:单位:)?([^)]+)\)/.exec(heading)?.[1]
  const unit = limitUnits.find((word) => inBrackets?.endsWith(word))
  return unit === undefined ? {} : { unit }
}

/** One column of words, perhaps with one of numbers before it: the names of the steps. */
function bareList(table: Table): Headings | undefined {
  const rows = table.rows.map(filled).filter((cells) => cells.length > 0)
  const isNumbered = rows.every((cells) => cells.length === 2 && /^\d+$/.test(withoutBlanks(cells[0]!.text)))
  if (rows.length === 0 || !(isNumbered || rows.every((cells) => cells.length === 1))) return undefined
  const places = table.rows.flatMap((row) =>
    row.flatMap((cell, place) => (cell.text.trim() === '' ? [] : [place])),
  )
  const [first = 0, second = 0] = [...new Set(places)].sort((a, b) => a - b)
  const columns = new Map<TableField, Column>([
    ['name', { at: isNumbered ? second : first, heading: columnLetter(isNumbered ? second : first) }],
  ])
  if (isNumbered) columns.set('number', { at: first, heading: columnLetter(first) })
  return { at: -1, columns, ignored: [], repeated: [] }
}

function filled(row: readonly Cell[]): readonly Cell[] {
  return row.filter((cell) => cell.text.trim() !== '' && !cell.covered)
}

/** What the lines above the headings say. */
export function linesAbove(
  table: Table,
  headings: Headings,
): { readonly title?: string; readonly unit?: string } {
  const lines = table.rows
    .slice(0, Math.max(0, headings.at))
    .flatMap((row) => filled(row).map((cell) => cell.text.trim().replaceAll(/\s*\n\s*/g, '')))
  const unit = lines.flatMap((line) => unitLine.exec(line.normalize('NFKC'))?.[1]?.trim() ?? [])[0]
  const title = lines.find((line) => !/[:：]/.test(line))
  return { ...(title !== undefined && { title }), ...(unit !== undefined && { unit }) }
}
