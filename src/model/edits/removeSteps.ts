import type { Change } from '../records/changes.ts'
import { drop, set } from '../records/changes.ts'
import type { Chart, Flowline, Id } from '../chart.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'
import { riskRemoval } from './risks.ts'

/**
 * Removes steps and joins the flow over them where exactly one way leads on. Also removes their risks,
 * and measures left without a risk. Refuses to remove the last step.
 */
export function removeSteps(chart: Chart, steps: readonly Id[]): Edit {
  const gone = new Set(steps.filter((id) => chart.steps.some((step) => step.id === id)))
  if (gone.size === 0) return refuse('gone', steps[0])
  if (gone.size === chart.steps.length) return refuse('last-step')
  const risks = chart.risks.filter((risk) => risk.step !== undefined && gone.has(risk.step) && !risk.post)
  return allow(
    ...healed(chart, gone),
    ...[...gone].map((id) => drop('steps', id)),
    ...riskRemoval(chart, new Set(risks.map((risk) => risk.id))),
  )
}

/** The flowline changes when steps are removed: incoming lines lead on where there is exactly one way. */
export function healed(chart: Chart, gone: ReadonlySet<Id>): readonly Change[] {
  const pairs = new Set(chart.flowlines.map((line) => pair(line.from, line.to)))
  return chart.flowlines.flatMap((line): readonly Change[] => {
    if (gone.has(line.from)) return [drop('flowlines', line.id)]
    if (!gone.has(line.to)) return []
    const to = onlyWayOn(chart.flowlines, line.to, gone)
    if (to === undefined || to === line.from || pairs.has(pair(line.from, to)))
      return [drop('flowlines', line.id)]
    pairs.add(pair(line.from, to))
    return [set('flowlines', line.id, 'to', to)]
  })
}

function pair(from: Id, to: Id): string {
  return JSON.stringify([from, to])
}

/** The step reached over removed ones; undefined unless there is exactly one. */
function onlyWayOn(lines: readonly Flowline[], from: Id, gone: ReadonlySet<Id>): Id | undefined {
  const passed = new Set<Id>()
  for (let step: Id | undefined = from; step !== undefined;) {
    if (!gone.has(step)) return step
    if (passed.has(step)) return undefined
    passed.add(step)
    const exits = lines.filter((line) => line.from === step)
    step = exits.length === 1 ? exits[0]!.to : undefined
  }
  return undefined
}
