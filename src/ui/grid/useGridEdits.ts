import { useState } from 'react'
import type { Id } from '../../model/chart.ts'
import { insertRow, moveRows } from '../../model/edits/rows/placeRows.ts'
import { removeSteps } from '../../model/edits/removeSteps.ts'
import type { Edit } from '../../model/edits/refusal.ts'
import { most } from '../../model/kinds/limits.ts'
import { grid, gridHeading } from '../../text/screen/grid.ts'
import { firstStep } from '../../text/screen/screen.ts'
import { useAppServices } from '../base/appServices.ts'
import { useChartDoc, useEdit } from '../openChart/chartContext.ts'
import { removeSaying } from '../openChart/commands/removeSaying.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import type { CellBlock } from './cellBlock.ts'
import type { GridColumn, GridLine } from './gridColumns.ts'
import { gridColumns } from './gridColumns.ts'
import type { CursorNow } from './useCursor.ts'
import { rowsIn, cellAddressAt } from './cursor.ts'
import { gridRowsOf } from './gridRowsOf.ts'
import type { Refused, Write } from './writeCells.ts'
import { writeCells } from './writeCells.ts'
import { pastedWrites } from './pastedWrites.ts'
import { useToasts } from '../base/toastContext.ts'

/** A refused text, kept until the cell's value changes. */
export interface Kept extends Refused {
  readonly over: string
}

export type KeptTexts = ReadonlyMap<string, Kept>

export function keptAt(kept: KeptTexts, row: GridLine, column: GridColumn): Kept | undefined {
  const found = kept.get(`${row.id} ${column}`)
  return found && found.over === row.cells[column] ? found : undefined
}

/** The edits of the grid. Each is one edit and one undo step. */
export function useGridEdits(rows: readonly GridLine[], cursor: CursorNow) {
  const { write, kept, forget } = useWriting(rows)
  return { kept, forget, write, ...useCellEdits(rows, cursor, write), ...useRowEdits(rows, cursor, write) }
}

type WriteTexts = ReturnType<typeof useWriting>['write']

function useCellEdits(rows: readonly GridLine[], { range, go }: CursorNow, write: WriteTexts) {
  const doc = useChartDoc()
  const { newId } = useAppServices()
  const { message } = useToasts()
  const chosen = rowsIn(rows, range)
  const columnsIn = gridColumns.slice(range.left, range.right + 1)
  const each = (text: (column: GridColumn) => string): readonly Write[] =>
    chosen.flatMap((row) => columnsIn.map((column) => ({ step: row.id, column, text: text(column) })))
  return {
    fill: (text: string) => write(each(() => text)),
    clear: () => {
      const all = each(() => '')
      // A step needs a name, so clearing a block skips names.
      write(columnsIn.length > 1 ? all.filter(({ column }) => column !== 'name') : all)
    },
    fillDown: () => {
      const from = range.top === range.bottom ? rows[range.top - 1] : chosen[0]
      if (from) write(each((column) => from.cells[column]))
    },
    paste: (block: CellBlock) => {
      const { writes, fresh, corner } = pastedWrites(block, rows, range, newId)
      if (writes.length === 0) return void message.info(grid.nothingToPaste)
      if (rows.length + fresh.length > most.steps) return void message.warning(grid.tooMany(most.steps))
      if (!write(writes, fresh).done) return
      const now = gridRowsOf(doc.chart())
      go(cellAddressAt(now, range.top, range.left), corner, now)
    },
  }
}

function useRowEdits(rows: readonly GridLine[], { range, active, go }: CursorNow, write: WriteTexts) {
  const doc = useChartDoc()
  const edit = useEdit()
  const situation = useSituation()
  const { newId } = useAppServices()
  const chosen = rowsIn(rows, range)
  /** Row commands; the target is read from the chart after the edit. */
  const settle = (step: Id | undefined, row: number, column: number) => {
    const now = gridRowsOf(doc.chart())
    const at = now.findIndex((each) => each.id === step)
    const address = cellAddressAt(now, at < 0 ? row : at, column)
    go(address, address, now)
  }
  return {
    insert: (where: 'above' | 'below') => {
      const ids = { step: newId(), flowline: newId() }
      const beside = where === 'above' ? chosen[0] : chosen.at(-1)
      const made = { kind: 'process' as const, name: firstStep.fresh.process }
      if (beside && edit((now) => insertRow(now, beside.id, where, made, ids))) settle(ids.step, range.top, 0)
    },
    append: () => {
      const step = newId()
      const name = firstStep.fresh.process
      if (write([{ step, column: 'name', text: name }], [step]).done) settle(step, rows.length, 0)
    },
    move: (direction: 'up' | 'down') => {
      const ids = chosen.map((row) => row.id)
      if (!edit((now) => moveRows(now, ids, direction))) return
      const now = gridRowsOf(doc.chart())
      const top = now.findIndex((row) => row.id === ids[0])
      go(cellAddressAt(now, top, range.left), cellAddressAt(now, top + ids.length - 1, range.right), now)
    },
    remove: () => {
      const ids = chosen.map((row) => row.id)
      if (removeSaying(situation(), (now) => removeSteps(now, ids)))
        settle(undefined, range.top, active.column)
    },
  }
}

/** Writes cells; a refused text stays in its cell, marked red, with one message. */
function useWriting(rows: readonly GridLine[]) {
  const edit = useEdit()
  const { newId } = useAppServices()
  const { message } = useToasts()
  const [kept, setKept] = useState<KeptTexts>(new Map())
  const write = (writes: readonly Write[], fresh: readonly Id[] = []) => {
    let refused: readonly Refused[] = []
    const done = edit((now) => {
      const writing = writeCells(now, writes, fresh, newId)
      refused = writing.refused
      const lost = removedBy(writing.edit)
      if (lost.measures > 0) void message.info(grid.risksRemoved(lost.risks, lost.measures))
      return writing.edit
    })
    const [first, ...others] = refused
    if (first) void message.warning(sayRefused(first, others.length, rows, fresh), 6)
    setKept((before) => {
      const after = new Map(before)
      for (const each of writes) after.delete(`${each.step} ${each.column}`)
      for (const each of refused) {
        const over = rows.find((row) => row.id === each.step)?.cells[each.column] ?? ''
        if (each.text !== '') after.set(`${each.step} ${each.column}`, { ...each, over })
      }
      return after
    })
    return { done, refused }
  }
  const forget = (row: GridLine, column: GridColumn) =>
    setKept((before) => new Map([...before].filter(([key]) => key !== `${row.id} ${column}`)))
  return { write, kept, forget }
}

function sayRefused(
  { step, column, why }: Refused,
  others: number,
  rows: readonly GridLine[],
  fresh: readonly Id[],
): string {
  const at = rows.findIndex((row) => row.id === step)
  const number = at < 0 ? rows.length + fresh.indexOf(step) + 1 : at + 1
  const first = grid.refused(number, gridHeading[column], why)
  return others > 0 ? first + grid.refusedMore(others) : first
}

/** Names what is deleted together with a risk, because its measures are in another cell. */
function removedBy(edit: Edit): { readonly risks: number; readonly measures: number } {
  const drops = edit.ok ? edit.changes.filter((change) => change.kind === 'drop') : []
  const count = (root: string) => drops.filter((change) => change.root === root).length
  return { risks: count('risks'), measures: count('risks') > 0 ? count('measures') : 0 }
}
