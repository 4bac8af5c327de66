import type { Chart } from './chart.ts'

export interface Phases {
  /** In the order in which the steps name them. */
  readonly names: readonly string[]
  /** By step; a step that names none belongs to the phase of the step before it. */
  readonly of: readonly number[]
}

/** 阶段 of a chart; null if its steps do not name two. */
export function phasesOf({ steps }: Pick<Chart, 'steps'>): Phases | null {
  const names = [...new Set(steps.flatMap(({ phase }) => phase?.trim() || []))]
  if (names.length < 2) return null
  let current = 0
  const of = steps.map(({ phase }) => {
    const named = phase?.trim() ?? ''
    if (named !== '') current = names.indexOf(named)
    return current
  })
  return { names, of }
}
