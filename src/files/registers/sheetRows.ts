/** A form's table as rows of a sheet: how high each is, which rows stay together, where a page ends. */
import { blocksOf, type Form, type FormCell, type FormRow } from './form.ts'
import { bodySize, wrappedLines } from './typeface.ts'

/** Points. Excel opens nothing higher. */
const mostHeight = 400
const lineHeight = bodySize * 1.5
const padding = 7

export interface SheetRow {
  /** Cells that begin here, with the place of their first column; spans count sheet rows. */
  readonly cells: readonly { readonly cell: FormCell; readonly column: number }[]
  readonly height: number
  /** The first row of a block; of a risk inside one; or any other. */
  readonly begins: 'block' | 'item' | 'nothing'
}

/** Rows that are higher than a sheet can have are several rows, merged. */
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

/** A row is as high as its own cells want; what a merged cell wants beyond its rows is spread over them. */
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

/** How high a line of words across the table is. */
export function bandHeight(text: string, width: number): number {
  return wrappedLines(text, width) * lineHeight + padding
}

interface Pages {
  /** Points for rows, on the first page and on those that follow. */
  readonly first: number
  readonly next: number
  /** What stands below the table and must not stand alone. */
  readonly closing: number
}

/**
 * The places before which a page should end: no block is cut that fits on a page, and what
 * is signed stands with the last rows that it is signed for. At the end of all rows, where
 * even the last of them leaves no room.
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
    // A block that is higher than what is left runs on over the next pages.
    while (room < 0) room += next
  }
  if (room >= closing) return breaks
  const items = [...rows.keys()].filter((at) => at > (starts.at(-1) ?? 0) && rows[at]!.begins === 'item')
  const tail = items.reverse().find((at) => heightOf(at, rows.length) + closing <= next)
  return [...breaks, tail ?? rows.length]
}
