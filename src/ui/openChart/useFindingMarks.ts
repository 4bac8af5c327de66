/** Findings by step, marked on the canvas while the check panel is open. */
import { create } from 'zustand'
import type { Id } from '../../model/chart.ts'

export interface StepFindings {
  /** The highest severity. */
  readonly severity: 'error' | 'warning' | 'hint'
  readonly count: number
  /** The sentence of the first finding. */
  readonly title: string
}

/** Set by the check panel, empty while it is closed. Not updated during a drag. */
export const useFindingMarks = create<{ readonly of: ReadonlyMap<Id, StepFindings> }>(() => ({
  of: new Map(),
}))
