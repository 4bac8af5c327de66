import type { StepKind } from '../../model/chart.ts'

/** Small symbols of GB/T 1526, in a 28 × 26 box. */
export const stepOutlines = {
  process: 'M3 6h22v14H3z',
  decision: 'M14 3 26 13 14 23 2 13z',
  terminator: 'M9 6h10a7 7 0 0 1 0 14H9A7 7 0 0 1 9 6z',
  document: 'M3 5h22v14c-5-4-8 4-14 2-3-1-5-1-8 0z',
  subprocess: 'M3 6h22v14H3zM7 6v14M21 6v14',
} as const satisfies Record<StepKind, string>

export const stepKinds = Object.keys(stepOutlines) as StepKind[]
