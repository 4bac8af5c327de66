/** What the rules find at each step, for the marks on the canvas, while the list of findings is open. */
import { create } from 'zustand'
import type { Id } from '../../model/chart.ts'

export interface StepFindings {
  /** The gravest. */
  readonly severity: 'error' | 'warning' | 'hint'
  readonly count: number
  /** The first sentence. */
  readonly title: string
}

/** Filled by the list of findings, empty while it is closed. A frame of a drag changes nothing here. */
export const useFindingMarks = create<{ readonly of: ReadonlyMap<Id, StepFindings> }>(() => ({
  of: new Map(),
}))
