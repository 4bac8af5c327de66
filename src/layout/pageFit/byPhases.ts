/** 阶段 on a page: a long flow is folded where a phase ends, into a column for each. */
import type { Arrangement } from '../arrangement.ts'
import type { Plan } from '../planning/plan.ts'
import type { Folding } from './folding.ts'

/** From the first to the last step of a phase, down the drawing. */
export interface PhaseReach {
  readonly from: number
  readonly to: number
}

export function phaseReaches({ steps }: Plan, drawing: Arrangement): readonly PhaseReach[] {
  const reaches: { from: number; to: number }[] = []
  for (const { id, phase } of steps) {
    const box = drawing.steps[id]
    if (phase === undefined || !box) continue
    const known = (reaches[phase] ??= { from: Infinity, to: -Infinity })
    known.from = Math.min(known.from, box.y)
    known.to = Math.max(known.to, box.y + box.height)
  }
  return reaches
}

export function isByPhases({ parts }: Folding, reaches: readonly PhaseReach[]): boolean {
  return (
    parts.length === reaches.length &&
    parts.every(({ from, to }, at) => reaches[at]!.from >= from && reaches[at]!.to <= to)
  )
}
