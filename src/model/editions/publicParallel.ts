import type { Chart, Flowline, Id, Parallel, Step } from '../chart.ts'
import { joinOverRemoved } from './joinOverRemoved.ts'

/**
 * 并行 of the steps that remain. Where the step that parts the ways (or awaits them) is left out, the one
 * before it (behind it) takes that over; a mark with fewer than two ways left is none.
 */
export function publicParallel(
  chart: Chart,
  stays: (step: Id) => boolean,
): (step: Step) => { readonly parallel?: Parallel } {
  if (!chart.steps.some(({ parallel }) => parallel)) return () => ({})
  const marks = new Map(chart.steps.map(({ id, parallel }) => [id, parallel]))
  const lines = joinOverRemoved(chart, stays)
  const says = (id: Id, side: Side): boolean => marks.get(id) === side || marks.get(id) === 'both'
  const has = (step: Step, side: Side): boolean => {
    const [here, there] = side === 'fork' ? (['from', 'to'] as const) : (['to', 'from'] as const)
    const atStep = (line: Pick<Flowline, 'from' | 'to'>) => line[here] === step.id
    if (lines.filter(atStep).length < 2)
      return says(step.id, side) && chart.flowlines.filter(atStep).length < 2
    const seen = new Set<Id>()
    for (let at: Id | undefined = step.id; at !== undefined && !seen.has(at);) {
      if (says(at, side)) return true
      seen.add(at)
      at = onlyOne(chart.flowlines, at, here, there)
      if (at !== undefined && stays(at)) return false
    }
    return false
  }
  return (step) => {
    const [forks, joins] = [has(step, 'fork'), has(step, 'join')]
    if (!forks && !joins) return {}
    return { parallel: forks && joins ? 'both' : forks ? 'fork' : 'join' }
  }
}

type Side = 'fork' | 'join'

function onlyOne(
  lines: readonly Flowline[],
  id: Id,
  here: 'from' | 'to',
  there: 'from' | 'to',
): Id | undefined {
  const found = lines.filter((line) => line[here] === id)
  return found.length === 1 ? found[0]![there] : undefined
}
