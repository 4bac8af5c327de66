import { memo } from 'react'
import type { ReactNode } from 'react'
import type { GridColumn, GridLine } from './gridColumns.ts'
import { gridColumns } from './gridColumns.ts'
import type { Kept } from './useGridEdits.ts'
import { grid } from '../../text/screen/grid.ts'

interface GridRowProps {
  readonly row: GridLine
  readonly at: number
  /** First and last selected column in this row; both -1 if none. */
  readonly left: number
  readonly right: number
  /** Column of the active cell with its field and draft; -1 if it is in another row. */
  readonly active: number
  readonly field: ReactNode
  readonly typed: string | undefined
  /** Refused texts by column. */
  readonly kept: readonly Kept[]
  /** Note on a cell's text: how a limit was parsed. */
  readonly titles: Partial<Record<GridColumn, string>>
}

/** The row of one step. Memoised: of a thousand rows only the changed one renders. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, at, left, right, active } = props
  return (
    <div
      className={active >= 0 ? 'grid-row grid-row-active' : 'grid-row'}
      role="row"
      aria-rowindex={at + 2}
      data-row={at}
    >
      <div
        role="rowheader"
        className={left >= 0 ? 'grid-number grid-number-chosen' : 'grid-number'}
        data-head=""
      >
        {row.number}
      </div>
      {gridColumns.map((column, place) => (
        <GridCell
          key={column}
          column={column}
          place={place}
          text={row.cells[column]}
          chosen={place >= left && place <= right}
          kept={props.kept.find((each) => each.column === column)}
          title={props.titles[column]}
          typed={place === active ? props.typed : undefined}
        >
          {place === active ? props.field : null}
        </GridCell>
      ))}
    </div>
  )
}, isSame)

interface GridCellProps {
  readonly column: GridColumn
  readonly place: number
  readonly text: string
  readonly chosen: boolean
  readonly kept: Kept | undefined
  readonly title: string | undefined
  readonly typed: string | undefined
  readonly children: ReactNode
}

function GridCell({ column, place, text, chosen, kept, title, typed, children }: GridCellProps) {
  const shown = typed ?? kept?.text ?? text
  const active = children !== null
  const classes = [
    'grid-cell',
    `grid-${column}`,
    chosen ? 'grid-chosen' : '',
    active ? 'grid-active' : '',
    kept ? 'grid-refused' : '',
    column === 'public' && text === grid.public ? 'grid-faint' : '',
  ]
  return (
    <div
      role="gridcell"
      className={classes.filter((name) => name !== '').join(' ')}
      data-column={place}
      aria-colindex={place + 2}
      aria-selected={chosen}
      aria-invalid={kept ? true : undefined}
      title={typed === undefined ? (kept ? grid.refusedHint(kept.why) : title) : undefined}
    >
      {/* Gives a trailing empty line its height. */}
      <span className={typed === undefined ? 'cell-text' : 'cell-text cell-text-under'}>
        {shown.endsWith('\n') ? `${shown}\u200B` : shown}
      </span>
      {children}
    </div>
  )
}

function isSame(a: GridRowProps, b: GridRowProps): boolean {
  return (
    a.at === b.at &&
    a.left === b.left &&
    a.right === b.right &&
    a.active === b.active &&
    a.field === b.field &&
    a.typed === b.typed &&
    a.row.id === b.row.id &&
    a.row.number === b.row.number &&
    gridColumns.every((column) => a.row.cells[column] === b.row.cells[column]) &&
    a.kept.length === b.kept.length &&
    a.kept.every((each, at) => each === b.kept[at])
  )
}
