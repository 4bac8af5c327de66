/** A block pasted into the grid of a chart, as a person does it. */
import type { Chart } from '../../../src/model/chart.ts'
import { applyChanges } from '../../../src/model/records/changes.ts'
import { recordsOf } from '../../../src/model/records/records.ts'
import { repaired } from '../../../src/model/records/repaired.ts'
import { gridHeading } from '../../../src/text/screen/grid.ts'
import { readBlock } from '../../../src/ui/grid/cellBlock.ts'
import type { GridColumn } from '../../../src/ui/grid/gridColumns.ts'
import { gridColumns } from '../../../src/ui/grid/gridColumns.ts'
import { pastedWrites } from '../../../src/ui/grid/pastedWrites.ts'
import { gridRowsOf } from '../../../src/ui/grid/gridRowsOf.ts'
import { writeCells } from '../../../src/ui/grid/writeCells.ts'
import { chartOf, counting } from '../../support/chartOf.ts'

export const line = chartOf('受理 → 审查 → 决定 → 结束', { 结束: { kind: 'terminator' } })

interface Pasted {
  readonly chart: Chart
  /** 下一步：why */
  readonly refused: readonly string[]
  readonly changes: number
}

/** Pastes a block with its upper left at a row and a column. */
export function pasted(chart: Chart, text: string, row = 0, column: GridColumn = 'name'): Pasted {
  const rows = gridRowsOf(chart)
  const left = gridColumns.indexOf(column)
  const newId = counting()
  const { writes, fresh } = pastedWrites(
    readBlock(text, ''),
    rows,
    { top: row, bottom: row, left, right: left },
    newId,
  )
  const { edit, refused } = writeCells(chart, writes, fresh, newId)
  if (!edit.ok) throw new Error(edit.refusal.reason)
  return {
    chart: repaired(applyChanges(recordsOf(chart), edit.changes)),
    refused: refused.map(({ column, why }) => `${gridHeading[column]}：${why}`),
    changes: edit.changes.length,
  }
}

export const cellsOf = (chart: Chart, row: number) => gridRowsOf(chart)[row]!.cells
