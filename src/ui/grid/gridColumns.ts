import { plainFieldsOn } from '../../model/fields/chartFields.ts'

/** The columns of the grid, in order. The number of a row is no column: it follows from the order. */
export const gridColumns = [
  'name',
  'kind',
  'posts',
  'limit',
  'next',
  'risk',
  'level',
  'measures',
  'duty',
  'public',
  ...plainFieldsOn('grid'),
  'note',
] as const

export type GridColumn = (typeof gridColumns)[number]

export type Cells = Readonly<Record<GridColumn, string>>

/** One step, as its row says it. */
export interface GridLine {
  readonly id: string
  readonly number: number
  readonly cells: Cells
}
