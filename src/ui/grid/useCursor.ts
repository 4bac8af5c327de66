import { useEffect, useRef, useState } from 'react'
import type { Id } from '../../model/chart.ts'
import { select, useSession } from '../openChart/session.ts'
import type { GridLine } from './gridColumns.ts'
import type { Cursor, CellRange, CellAddress } from './cursor.ts'
import { findCell, rangeOf, rowsIn, cellAddressAt } from './cursor.ts'
import { revealOnCanvas } from './revealOnCanvas.ts'

export interface CursorNow {
  readonly active: CellAddress
  readonly extent: CellAddress
  readonly range: CellRange
  readonly asked: number
  /** Moves the cursor and selects the step on the canvas. Pass the current rows after an edit. */
  readonly go: (active: CellAddress, extent?: CellAddress, now?: readonly GridLine[]) => void
}

/** The grid cursor of this person. Selecting steps elsewhere moves it, unless a cell is being edited. */
export function useCursor(rows: readonly GridLine[], editing: boolean): CursorNow {
  const selection = useSession((session) => session.selection)
  const [seen, setSeen] = useState<unknown>(null)
  const [cursor, setCursor] = useState<Cursor>({
    active: cellAddressAt(rows, 0, 0),
    extent: cellAddressAt(rows, 0, 0),
    asked: 0,
  })
  const active = findCell(cursor.active, rows)
  const extent = findCell(cursor.extent, rows)
  const range = rangeOf(active, extent)
  if (seen !== selection) {
    setSeen(selection)
    const address = editing ? undefined : spotOf(selection.steps, rows, range, active.column)
    if (address) setCursor({ active: address, extent: address, asked: 0 })
  }
  const follow = useFollowing()
  const go = (to: CellAddress, corner: CellAddress = to, now: readonly GridLine[] = rows) => {
    setCursor((before) => ({ active: to, extent: corner, asked: before.asked + 1 }))
    const chosen = rowsIn(now, rangeOf(to, corner)).map((row) => row.id)
    follow(chosen, corner.step)
  }
  return { active, extent, range, asked: cursor.asked, go }
}

/** Target of a selection made elsewhere; undefined if the cursor is already there. */
function spotOf(
  steps: readonly Id[],
  rows: readonly GridLine[],
  range: CellRange,
  column: number,
): CellAddress | undefined {
  const here = rowsIn(rows, range).map((row) => row.id)
  const isHere = steps.length >= here.length && steps.every((step) => here.includes(step))
  const at = rows.findIndex((row) => row.id === steps[0])
  return at < 0 || isHere ? undefined : cellAddressAt(rows, at, column)
}

/** ms; delays the canvas while an arrow key repeats, so that the cursor stays fast. */
const breath = 80

/** Selects the step on the canvas, unless the selection changed there in the meantime. */
function useFollowing() {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const stop = useSession.subscribe((now, before) => {
      if (now.selection !== before.selection) clearTimeout(waiting.current)
    })
    return () => {
      stop()
      clearTimeout(waiting.current)
    }
  }, [])
  return (steps: readonly Id[], shown: Id) => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => {
      // Moving within a row keeps the selection, so the canvas does not render.
      if (isSelected(steps)) return
      select({ steps })
      revealOnCanvas(shown)
    }, breath)
  }
}

function isSelected(steps: readonly Id[]): boolean {
  const { selection } = useSession.getState()
  return (
    selection.flowlines.length === 0 &&
    selection.steps.length === steps.length &&
    steps.every((step, at) => selection.steps[at] === step)
  )
}
