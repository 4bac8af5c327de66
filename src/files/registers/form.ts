/**
 * A form as it stands on paper, whatever program opens it: a title, a line of facts, one
 * table whose head repeats on every page, a total, and room to sign. Both writers write
 * this and nothing else, so that the workbook and the document say the same.
 */
import type { SignatureBox } from '../../text/paper/forms.ts'

export type Align = 'left' | 'center'

export interface FormColumn {
  readonly heading: string
  /** Millimetres; those of a form add up to `formWidth`. */
  readonly width: number
  readonly align: Align
}

export interface FormCell {
  readonly text: string
  readonly rows: number
  readonly cols: number
  /** A heading inside the table, a sum. */
  readonly strong?: true
  /** Where the row's first cell says so, no page ends behind it: a caption, the last line before its sum. */
  readonly withNext?: true
}

/** A place for each column; undefined where a cell from above or from the left lies over it. */
export type FormRow = readonly (FormCell | undefined)[]

export interface Form {
  /** What the tab of a workbook says. */
  readonly tab: string
  readonly title: string
  /** At most three: left, middle, right. */
  readonly facts: readonly string[]
  readonly columns: readonly FormColumn[]
  readonly rows: readonly FormRow[]
  readonly total: string
  readonly boxes: readonly SignatureBox[]
  /** Who signs on the line below the table. */
  readonly signers: readonly string[]
}

/** A4 landscape without its margins. */
export const formWidth = 266

/** What a column says of an item: several texts make several lines of the table. */
export interface ColumnOf<T> extends FormColumn {
  readonly of: (item: T) => string | readonly string[]
  /** Items that follow each other and answer the same share one cell. */
  readonly sharedBy?: (item: T) => string
}

/** The rows of a table: one item may take several, several may share a cell. */
export function formRowsOf<T>(items: readonly T[], columns: readonly ColumnOf<T>[]): readonly FormRow[] {
  const heights = items.map((item) => Math.max(1, ...columns.map(({ of }) => [of(item)].flat().length)))
  return items.flatMap((item, at) =>
    Array.from({ length: heights[at]! }, (_, line): FormRow =>
      columns.map((column) => cellAt(column, { items, heights, at, line, item })),
    ),
  )
}

interface Where<T> {
  readonly items: readonly T[]
  readonly heights: readonly number[]
  readonly at: number
  readonly line: number
  readonly item: T
}

function cellAt<T>(column: ColumnOf<T>, { items, heights, at, line, item }: Where<T>): FormCell | undefined {
  const said = column.of(item)
  if (typeof said !== 'string') {
    // The last line reaches down to the end of the item; an empty list is one empty cell.
    if (line > 0 && line >= said.length) return undefined
    const rows = line >= said.length - 1 ? heights[at]! - line : 1
    return { text: said[line] ?? '', rows, cols: 1 }
  }
  if (line > 0) return undefined
  const key = column.sharedBy?.(item)
  if (key === undefined) return { text: said, rows: heights[at]!, cols: 1 }
  const isSame = (other: T | undefined) => other !== undefined && column.sharedBy!(other) === key
  if (isSame(items[at - 1])) return undefined
  let end = at + 1
  while (isSame(items[end])) end += 1
  return { text: said, rows: heights.slice(at, end).reduce((sum, height) => sum + height, 0), cols: 1 }
}

/** A line of words across the whole table. */
export function bandRow(text: string, columns: readonly FormColumn[]): FormRow {
  const band: FormCell = { text, rows: 1, cols: columns.length, strong: true, withNext: true }
  return columns.map((_, at) => (at === 0 ? band : undefined))
}

/** Where rows begin that no cell ties to those above them: only there may a page end. */
export function blocksOf(
  rows: readonly FormRow[],
): readonly { readonly from: number; readonly to: number }[] {
  const blocks: { readonly from: number; readonly to: number }[] = []
  let from = 0
  let reach = 0
  for (const [at, row] of rows.entries()) {
    reach = Math.max(reach, at + Math.max(1, ...row.map((cell) => cell?.rows ?? 1)))
    if (at + 1 < reach || (row[0]?.withNext && at + 1 < rows.length)) continue
    blocks.push({ from, to: at + 1 })
    from = at + 1
  }
  return blocks
}
