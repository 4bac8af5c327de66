import { plainFieldsOn } from '../../model/fields/chartFields.ts'

/** The columns in order. The row number is not a column, because it follows from the order. */
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
  ...plainFieldsOn('grid').filter((field) => field !== 'phase'),
  'note',
  'parallel',
  'phase',
] as const

export type GridColumn = (typeof gridColumns)[number]

export type Cells = Readonly<Record<GridColumn, string>>

/** The texts of one step's row. */
export interface GridLine {
  readonly id: string
  readonly number: number
  readonly cells: Cells
}
