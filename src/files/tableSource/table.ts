/** A table from any source: rows of text; a merged cell is repeated over the cells it covers. */

export interface Cell {
  readonly text: string
  /** Set if the cell repeats a merged one that starts above, or else to the left. */
  readonly covered?: 'above' | 'left'
}

export interface Table {
  /** Row n of the source has index n - 1, including blank rows, so that reported row numbers match. */
  readonly rows: readonly (readonly Cell[])[]
  /** Text lines directly above and below the table in the document. */
  readonly before?: readonly string[]
  readonly after?: readonly string[]
}

/** Zero-based rows and columns, both ends inclusive. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Maximum bytes of a table file (20 MiB). */
export const mostTableBytes = 20 * 1024 * 1024

/** Makes a table of texts and spreads merged cells. */
export function tableOf(texts: readonly (readonly string[])[], merges: readonly Merge[]): Table {
  const rows: Cell[][] = texts.map((row) => row.map((text) => ({ text })))
  for (const merge of merges) spread(rows, merge)
  return { rows }
}

function spread(rows: Cell[][], { top, left, bottom, right }: Merge): void {
  const text = rows[top]?.[left]?.text ?? ''
  for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1) {
    for (let column = left; column <= right; column += 1) {
      if (row === top && column === left) continue
      const cells = rows[row]!
      while (cells.length < column) cells.push({ text: '' })
      cells[column] = { text, covered: row === top ? 'left' : 'above' }
    }
  }
}

/** The most columns of a row. Not spread into arguments: a table of a hundred thousand rows has too many for the stack. */
export function widthOf({ rows }: Table): number {
  return rows.reduce((width, row) => Math.max(width, row.length), 0)
}

/** Non-empty cells that do not repeat a merged one. */
export function filled(row: readonly Cell[]): readonly Cell[] {
  return row.filter((cell) => cell.text.trim() !== '' && !cell.covered)
}

/** Column name as in spreadsheets: A, B, … Z, AA. */
export function columnLetter(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last
}
