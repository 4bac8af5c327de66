/**
 * A step that a person drew from the left or right handle of another stands on that side of it. Across
 * lanes the order of the lanes decides, and a return leads to a step that stands already.
 */
import type { Plan } from '../planning/plan.ts'

/** Whether a person wants the step at the end of this flowline beside the one at its beginning. */
export function isDrawnBeside({ steps, flowlines }: Plan, index: number): boolean {
  const { from, to, side } = flowlines[index]!
  return side !== null && steps[from]!.lane === steps[to]!.lane
}

/** The flowline by which a person drew this step beside another; null if none did. */
export function drawnBeside(plan: Plan, step: number): number | null {
  return plan.entries[step]!.find((line) => isDrawnBeside(plan, line)) ?? null
}
