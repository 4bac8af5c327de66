import { drop, put } from '../records/changes.ts'
import type { Chart, Id, Waiver } from '../chart.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'

/**
 * Waives findings of a rule at these places. Needs a reason. The caller supplies the author and the
 * date.
 */
export function waive(chart: Chart, waiver: Omit<Waiver, 'id'>, id: Id): Edit {
  if (waiver.reason.trim() === '') return refuse('empty-name')
  const missing = waiver.steps.find((step) => !chart.steps.some((each) => each.id === step))
  if (missing !== undefined) return refuse('gone', missing)
  return allow(put('waivers', id, { ...waiver, reason: waiver.reason.trim() }))
}

/** Removes waivers; their findings are open again. */
export function withdrawWaivers(chart: Chart, waivers: readonly Id[]): Edit {
  const there = (chart.waivers ?? []).filter(({ id }) => waivers.includes(id))
  return there.length > 0 ? allow(...there.map(({ id }) => drop('waivers', id))) : refuse('gone', waivers[0])
}
