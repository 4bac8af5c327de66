import { set } from '../records/changes.ts'
import type { Chart, EditionName, Id, Position, Step, View } from '../chart.ts'
import type { Edit } from './refusal.ts'
import { allow } from './refusal.ts'

type PositionField = 'flowPosition' | 'lanesPosition' | 'externalFlowPosition' | 'externalLanesPosition'

/**
 * The field that stores manual positions of this edition and view; undefined for the columns view,
 * which has none.
 */
export function positionField(view: View, edition: EditionName): PositionField | undefined {
  if (view === 'columns') return undefined
  if (edition === 'internal') return view === 'flow' ? 'flowPosition' : 'lanesPosition'
  return view === 'flow' ? 'externalFlowPosition' : 'externalLanesPosition'
}

/** The manual position of a step; undefined if the layout decides. */
export function handPosition(step: Step, view: View, edition: EditionName): Position | undefined {
  const field = positionField(view, edition)
  return field && step[field]
}

/** Stores manual positions (centres, layout units). Missing steps are skipped. */
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

/** Removes manual positions, so that the layout decides; without `steps`, of all steps (整理布局). */
export function releaseSteps(chart: Chart, view: View, edition: EditionName, steps?: readonly Id[]): Edit {
  const field = positionField(view, edition)
  if (!field) return allow()
  const held = chart.steps.filter((step) => step[field] && (steps?.includes(step.id) ?? true))
  return allow(...held.map((step) => set('steps', step.id, field, undefined)))
}
