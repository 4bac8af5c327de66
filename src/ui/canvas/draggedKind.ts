import { create } from 'zustand'
import type { Point } from '../../layout/arrangement.ts'
import type { Id } from '../../model/chart.ts'

/** A kind that is dragged over the canvas from the palette, and the flowline that it would go into. */
interface DraggedKind {
  readonly at: Point | null
  readonly line: Id | null
}

export const noDraggedKind: DraggedKind = { at: null, line: null }

export const useDraggedKind = create<DraggedKind>(() => noDraggedKind)
