/**
 * The chart's steps as a table, live: the same chart, edited the way Excel is. Rows are
 * texts made of the chart (rows.ts), and texts become one edit (writeCells.ts); where one
 * is stands in useCursor.ts, what is being typed in useCellDraft.ts, the keys in
 * useGridKeys.ts. A real text field waits over the active cell (CellField.tsx), so that
 * the first letter of a pinyin goes into the input method and not into the cell.
 */
import { useEffect, useRef } from 'react'
import type { MouseEvent } from 'react'
import { Button } from 'antd'
import PlusOutlined from '@ant-design/icons/PlusOutlined'
import { grid as words, gridHeading, gridHint } from '../../text/screen/grid.ts'
import { sayLimit } from '../base/fields/LimitField.tsx'
import { useChart } from '../openChart/chartContext.ts'
import { CellField } from './CellField.tsx'
import { gridColumns } from './gridColumns.ts'
import { cellAddressAt } from './cursor.ts'
import { GridRow } from './GridRow.tsx'
import { GridTools } from './GridTools.tsx'
import { fitCanvasSoon } from './revealOnCanvas.ts'
import type { GridState } from './useGrid.ts'
import { useGrid } from './useGrid.ts'
import { keptAt } from './useGridEdits.ts'
import './StepGrid.css'

const noTexts = [] as const
const hints: Partial<Record<string, string>> = gridHint

export function StepGrid() {
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useGrid(scroller)
  const mouse = useMouse(grid)
  useEffect(() => {
    fitCanvasSoon()
    return fitCanvasSoon
  }, [])
  return (
    <section className="step-grid" aria-label={words.label}>
      <GridTools grid={grid} />
      <p id="grid-help" hidden>
        {words.help}
      </p>
      <div ref={scroller} className="grid-scroller" {...mouse}>
        <div
          className="grid-table"
          role="grid"
          aria-label={words.label}
          aria-multiselectable="true"
          aria-rowcount={grid.rows.length + 1}
          aria-colcount={gridColumns.length + 1}
        >
          <div className="grid-row grid-head" role="row" aria-rowindex={1}>
            <div role="columnheader" className="grid-number">
              {words.number}
            </div>
            {gridColumns.map((column) => (
              <div
                key={column}
                role="columnheader"
                className={`grid-cell grid-${column}`}
                title={hints[column]}
              >
                {gridHeading[column]}
              </div>
            ))}
          </div>
          <Rows grid={grid} />
        </div>
        <Button
          className="grid-append"
          type="text"
          size="small"
          icon={<PlusOutlined />}
          onMouseDown={(event) => event.preventDefault()}
          onClick={grid.edits.append}
        >
          {words.append}
        </Button>
      </div>
    </section>
  )
}

function Rows({ grid }: { readonly grid: GridState }) {
  const { steps } = useChart()
  const { range, cursor, edits, rows } = grid
  return rows.map((row, at) => {
    const inRange = at >= range.top && at <= range.bottom
    const isActive = at === cursor.active.row
    const limit = steps[at]?.timeLimit
    return (
      <GridRow
        key={row.id}
        row={row}
        at={at}
        left={inRange ? range.left : -1}
        right={inRange ? range.right : -1}
        active={isActive ? cursor.active.column : -1}
        field={isActive ? <CellField key={`${row.id} ${cursor.active.column}`} grid={grid} /> : null}
        typed={isActive ? grid.draft?.text : undefined}
        kept={
          edits.kept.size === 0
            ? noTexts
            : gridColumns.flatMap((column) => keptAt(edits.kept, row, column) ?? [])
        }
        titles={limit ? { limit: sayLimit(limit) } : noTitles}
      />
    )
  })
}

const noTitles = {}

/** Press selects a cell, drag a block, Shift extends it, a row number selects the row. */
function useMouse(grid: GridState) {
  const dragging = useRef<'cells' | 'rows' | null>(null)
  const last = gridColumns.length - 1
  const press = (event: MouseEvent<HTMLElement>) => {
    const hit = hitBy(event)
    if (!hit || event.button !== 0) return
    // A press inside the open field places the text cursor.
    if (event.target === grid.field.current && grid.draft) return
    event.preventDefault()
    grid.commit('leaving')
    dragging.current = hit.column === undefined ? 'rows' : 'cells'
    const { cursor, rows } = grid
    const from = event.shiftKey ? cursor.active : cellAddressAt(rows, hit.row, hit.column ?? 0)
    cursor.go(from, cellAddressAt(rows, hit.row, hit.column ?? last))
  }
  const drag = (event: MouseEvent<HTMLElement>) => {
    if (event.buttons !== 1) dragging.current = null
    const hit = dragging.current && hitBy(event)
    if (!hit) return
    const { cursor, rows } = grid
    const to = cellAddressAt(rows, hit.row, dragging.current === 'rows' ? last : (hit.column ?? 0))
    if (to.row !== cursor.extent.row || to.column !== cursor.extent.column) cursor.go(cursor.active, to)
  }
  return { onMouseDown: press, onMouseMove: drag, onMouseUp: () => void (dragging.current = null) }
}

function hitBy(event: MouseEvent): { readonly row: number; readonly column?: number } | undefined {
  const target = event.target as Element
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row']
  if (row === undefined) return undefined
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column']
  if (column !== undefined) return { row: Number(row), column: Number(column) }
  return target.closest('[data-head]') ? { row: Number(row) } : undefined
}
