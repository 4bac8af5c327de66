/**
 * A printed form independent of the program: title, line of facts, one table whose head repeats on
 * every page, total, signature line. Both writers (workbook and document) take only this, so that
 * their content is equal.
 */
import type { SignatureBox } from '../../text/paper/forms.ts'

export type Align = 'left' | 'center'

export interface FormColumn {
  readonly heading: string
  /** Millimetres; the widths of a form add up to `formWidth`. */
  readonly width: number
  readonly align: Align
}

export interface FormCell {
  readonly text: string
  readonly rows: number
  readonly cols: number
  /** A heading inside the table, or a sum. */
  readonly strong?: true
  /**
   * Set on a row's first cell to keep the row on one page with the next: a caption, or the last line
   * before its sum.
   */
  readonly withNext?: true
}

/** One entry per column; undefined if a cell from above or from the left covers it. */
export type FormRow = readonly (FormCell | undefined)[]

export interface Form {
  /** Name of the sheet tab. */
  readonly tab: string
  readonly title: string
  /** At most three: left, middle, right. */
  readonly facts: readonly string[]
  readonly columns: readonly FormColumn[]
  readonly rows: readonly FormRow[]
  readonly total: string
  readonly boxes: readonly SignatureBox[]
  /** Signers, on the line below the table. */
  readonly signers: readonly string[]
}

/** Millimetres: A4 landscape without margins. */
export const formWidth = 266

/** The column's texts for an item; several texts take several table lines. */
export interface ColumnOf<T> extends FormColumn {
  readonly of: (item: T) => string | readonly string[]
  /** Consecutive items with an equal value share one cell. */
  readonly sharedBy?: (item: T) => string
}

/** The rows of a table; an item may take several rows, several items may share a cell. */
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
    // The last line extends to the end of the item; an empty list is one empty cell.
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

/** A row with one text across the table. */
export function bandRow(text: string, columns: readonly FormColumn[]): FormRow {
  const band: FormCell = { text, rows: 1, cols: columns.length, strong: true, withNext: true }
  return columns.map((_, at) => (at === 0 ? band : undefined))
}

/** Indices of rows that no cell connects to rows above; only there may a page break occur. */
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
