import type { Plan } from '../planning/plan.ts'

/**
 * 阶段: rows in which each phase lies wholly below the one before it. null if that is not possible: a
 * forward flowline leads from a later phase to an earlier one.
 */
export function phaseRows(plan: Plan, rows: readonly number[]): readonly number[] | null {
  const phases = plan.steps.map(({ phase }) => phase ?? 0)
  const isMixed = plan.flowlines.some((line) => !line.return && phases[line.from]! > phases[line.to]!)
  if (isMixed) return null
  const moved = [...rows]
  for (let phase = 1; phase <= Math.max(0, ...phases); phase++) {
    const before = moved.filter((_, step) => phases[step]! < phase)
    const own = moved.filter((_, step) => phases[step] === phase)
    const by = Math.max(-1, ...before) + 1 - Math.min(...own)
    if (own.length > 0 && by > 0)
      for (const step of moved.keys()) if (phases[step]! >= phase) moved[step] = moved[step]! + by
  }
  return moved
}
