/** Lays out a form's table as sheet rows: heights, rows kept together, page breaks. */
import { blocksOf, type Form, type FormCell, type FormRow } from './form.ts'
import { bodySize, wrappedLines } from './typeface.ts'

/** Maximum row height in points; Excel rejects more than 409. */
const mostHeight = 400
const lineHeight = bodySize * 1.5
const padding = 7

export interface SheetRow {
  /** Cells starting in this row with their first column; spans count sheet rows. */
  readonly cells: readonly { readonly cell: FormCell; readonly column: number }[]
  readonly height: number
  /** Whether the row starts a block, an item inside a block, or nothing. */
  readonly begins: 'block' | 'item' | 'nothing'
}

/** Splits rows above the maximum height into several merged rows. */
export function sheetRows(form: Form): readonly SheetRow[] {
  const heights = heightsOf(form)
  const parts = heights.map((height) => Math.ceil(height / mostHeight))
  const starts = new Set(blocksOf(form.rows).map(({ from }) => from))
  return form.rows.flatMap((row, at) => {
    const first = starts.has(at) ? 'block' : row[0] ? 'item' : 'nothing'
    return Array.from({ length: parts[at]! }, (_, part): SheetRow => ({
      cells: part > 0 ? [] : cellsOf(row, parts, at),
      height: heights[at]! / parts[at]!,
      begins: part === 0 ? first : 'nothing',
    }))
  })
}

function cellsOf(row: FormRow, parts: readonly number[], at: number): SheetRow['cells'] {
  return row.flatMap((cell, column) => {
    if (!cell) return []
    const rows = parts.slice(at, at + cell.rows).reduce((sum, count) => sum + count, 0)
    return [{ cell: { ...cell, rows }, column }]
  })
}

/**
 * Row heights in points, from the cells of each row; the excess of a merged cell is spread over its
 * rows.
 */
export function heightsOf(form: Form): readonly number[] {
  const heights = form.rows.map((row) =>
    Math.max(
      lineHeight + padding,
      ...row.map((cell, column) => (cell?.rows === 1 ? wanted(form, cell, column) : 0)),
    ),
  )
  for (const [at, row] of form.rows.entries()) {
    for (const [column, cell] of row.entries()) {
      if (!cell || cell.rows === 1) continue
      const there = heights.slice(at, at + cell.rows).reduce((sum, height) => sum + height, 0)
      const more = Math.max(0, wanted(form, cell, column) - there) / cell.rows
      for (let of = at; of < at + cell.rows; of += 1) heights[of]! += more
    }
  }
  return heights
}

function wanted(form: Form, cell: FormCell, column: number): number {
  const width = form.columns.slice(column, column + cell.cols).reduce((sum, one) => sum + one.width, 0)
  return wrappedLines(cell.text, width) * lineHeight + padding
}

/** Height in points of a text across the table; `width` in millimetres. */
export function bandHeight(text: string, width: number): number {
  return wrappedLines(text, width) * lineHeight + padding
}

interface Pages {
  /** Points available for rows, on the first page and on later ones. */
  readonly first: number
  readonly next: number
  /** Points needed below the table, kept with its last rows. */
  readonly closing: number
}

/**
 * Row indices before which a page ends. A block that fits on a page is not split, and the signatures
 * stay with the last rows. Contains the row count if the signatures do not fit beside any row.
 */
export function pageBreaks(rows: readonly SheetRow[], { first, next, closing }: Pages): readonly number[] {
  const heightOf = (from: number, to: number) =>
    rows.slice(from, to).reduce((sum, row) => sum + row.height, 0)
  const starts = [...rows.keys()].filter((at) => rows[at]!.begins === 'block')
  const breaks: number[] = []
  let room = first
  for (const [place, from] of starts.entries()) {
    const isLast = place === starts.length - 1
    const height = heightOf(from, starts[place + 1] ?? rows.length)
    const needed = isLast ? height + closing : height
    if (needed > room && from > 0 && needed <= next) {
      breaks.push(from)
      room = next
    }
    room -= height
    // A block longer than the rest of the page continues on the next pages.
    while (room < 0) room += next
  }
  if (room >= closing) return breaks
  const items = [...rows.keys()].filter((at) => at > (starts.at(-1) ?? 0) && rows[at]!.begins === 'item')
  const tail = items.reverse().find((at) => heightOf(at, rows.length) + closing <= next)
  return [...breaks, tail ?? rows.length]
}
