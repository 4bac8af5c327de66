/** A table, wherever it came from: rows of text, merged cells spread over all that they cover. */

export interface Cell {
  readonly text: string
  /** The cell repeats a merged one that begins further up (else further left). */
  readonly covered?: 'above' | 'left'
}

export interface Table {
  /** Row n of the source is at place n - 1, blank rows included, so that a person finds what we name. */
  readonly rows: readonly (readonly Cell[])[]
  /** Lines that stand directly above and below it in the document. */
  readonly before?: readonly string[]
  readonly after?: readonly string[]
}

/** Rows and columns from 0, both ends included. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export const mostTableBytes = 20 * 1024 * 1024

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

/** The cells that say something themselves. */
export function filled(row: readonly Cell[]): readonly Cell[] {
  return row.filter((cell) => cell.text.trim() !== '' && !cell.covered)
}

/** A, B, … Z, AA: as the spreadsheet names its columns. */
export function columnLetter(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last
}
