import { set } from '../records/changes.ts'
import type { Chart, EditionName, Id, Position, Step, View } from '../chart.ts'
import type { Edit } from './refusal.ts'
import { allow } from './refusal.ts'

type PositionField = 'flowPosition' | 'lanesPosition' | 'externalFlowPosition' | 'externalLanesPosition'

/** Where a hand position of that edition and view is kept; the three columns are never placed by hand. */
export function positionField(view: View, edition: EditionName): PositionField | undefined {
  if (view === 'columns') return undefined
  if (edition === 'internal') return view === 'flow' ? 'flowPosition' : 'lanesPosition'
  return view === 'flow' ? 'externalFlowPosition' : 'externalLanesPosition'
}

/** The place that a hand gave a step, if any. */
export function handPosition(step: Step, view: View, edition: EditionName): Position | undefined {
  const field = positionField(view, edition)
  return field && step[field]
}

/** Keeps steps where a hand put them: the centre of each. Steps that are gone are passed over. */
export function placeSteps(
  chart: Chart,
  view: View,
  edition: EditionName,
  places: ReadonlyMap<Id, Position>,
): Edit {
  const field = positionField(view, edition)
  if (!field) return allow()
  const there = chart.steps.filter((step) => places.has(step.id))
  return allow(...there.map((step) => set('steps', step.id, field, places.get(step.id))))
}

/** Lets steps go again: the layout decides. Without a list, all of them (整理布局). */
export function releaseSteps(chart: Chart, view: View, edition: EditionName, steps?: readonly Id[]): Edit {
  const field = positionField(view, edition)
  if (!field) return allow()
  const held = chart.steps.filter((step) => step[field] && (steps?.includes(step.id) ?? true))
  return allow(...held.map((step) => set('steps', step.id, field, undefined)))
}
