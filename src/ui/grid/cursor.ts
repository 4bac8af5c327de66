/** The grid cursor. Pure functions; held by ids, so that inserted or deleted rows do not move it. */
import type { Id } from '../../model/chart.ts'
import type { GridLine } from './gridColumns.ts'
import { gridColumns } from './gridColumns.ts'

export interface CellAddress {
  readonly step: Id
  /** Last known row index, used when the row is gone. */
  readonly row: number
  readonly column: number
}

export interface Cursor {
  /** The active cell. */
  readonly active: CellAddress
  /** The opposite corner of the selection. */
  readonly extent: CellAddress
  /** Incremented when the grid asks for focus; 0 if the canvas moved the cursor. */
  readonly asked: number
}

/** Zero-based rows and columns, both ends included. */
export interface CellRange {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export function cellAddressAt(rows: readonly GridLine[], row: number, column: number): CellAddress {
  const at = Math.max(0, Math.min(row, rows.length - 1))
  return {
    step: rows[at]?.id ?? '',
    row: at,
    column: Math.max(0, Math.min(column, gridColumns.length - 1)),
  }
}

/** The same cursor in the current rows. */
export function findCell(address: CellAddress, rows: readonly GridLine[]): CellAddress {
  const there =
    rows[address.row]?.id === address.step ? address.row : rows.findIndex((row) => row.id === address.step)
  return cellAddressAt(rows, there < 0 ? address.row : there, address.column)
}

export function rangeOf(a: CellAddress, b: CellAddress): CellRange {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  }
}

export function isOneCell({ top, bottom, left, right }: CellRange): boolean {
  return top === bottom && left === right
}

export function rowsIn(rows: readonly GridLine[], { top, bottom }: CellRange): readonly GridLine[] {
  return rows.slice(top, bottom + 1)
}

const page = 12
const far = Number.MAX_SAFE_INTEGER

const ways: { readonly [key: string]: readonly [rows: number, columns: number] } = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-page, 0],
  PageDown: [page, 0],
  Home: [0, -far],
  End: [0, far],
  'Mod+ArrowUp': [-far, 0],
  'Mod+ArrowDown': [far, 0],
  'Mod+ArrowLeft': [0, -far],
  'Mod+ArrowRight': [0, far],
  'Mod+Home': [-far, -far],
  'Mod+End': [far, far],
}

/** Target of a navigation key; undefined for other keys. The caller handles Shift. */
export function movedBy(key: string, from: CellAddress, rows: readonly GridLine[]): CellAddress | undefined {
  const way = ways[key]
  return way && cellAddressAt(rows, from.row + way[0], from.column + way[1])
}

/** Next cell for Enter and Tab (Tab wraps to the next row); undefined beyond the first or last cell. */
export function next(
  key: 'Enter' | 'Tab',
  back: boolean,
  from: CellAddress,
  rows: readonly GridLine[],
): CellAddress | undefined {
  const step = back ? -1 : 1
  if (key === 'Enter') return cellAddressAt(rows, from.row + step, from.column)
  const place = from.row * gridColumns.length + from.column + step
  if (place < 0 || place >= rows.length * gridColumns.length) return undefined
  return cellAddressAt(rows, Math.floor(place / gridColumns.length), place % gridColumns.length)
}
