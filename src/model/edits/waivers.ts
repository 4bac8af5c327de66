import { drop, put } from '../records/changes.ts'
import type { Chart, Id, Waiver } from '../chart.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'

/**
 * Says that what a rule found at these places is as it should be. A reason is needed: a
 * waiver without one is none. Who and when are the caller's to say.
 */
export function waive(chart: Chart, waiver: Omit<Waiver, 'id'>, id: Id): Edit {
  if (waiver.reason.trim() === '') return refuse('empty-name')
  const missing = waiver.steps.find((step) => !chart.steps.some((each) => each.id === step))
  if (missing !== undefined) return refuse('gone', missing)
  return allow(put('waivers', id, { ...waiver, reason: waiver.reason.trim() }))
}

/** Takes waivers back: what was found is a finding again. */
export function withdrawWaivers(chart: Chart, waivers: readonly Id[]): Edit {
  const there = (chart.waivers ?? []).filter(({ id }) => waivers.includes(id))
  return there.length > 0 ? allow(...there.map(({ id }) => drop('waivers', id))) : refuse('gone', waivers[0])
}
