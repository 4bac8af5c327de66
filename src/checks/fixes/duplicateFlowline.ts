import { drop, set } from '../../model/records/changes.ts'
import { allow, refuse } from '../../model/edits/refusal.ts'
import type { Fix } from './fix.ts'

/** Merges flowlines between the same two steps into the first, with all their labels. */
export const fixDuplicateFlowline: Fix = (chart, { flowlines = [] }) => {
  const lines = chart.flowlines.filter(({ id }) => flowlines.includes(id))
  const [first, ...others] = lines
  if (!first || others.length === 0) return refuse('gone')
  const labels = [...new Set(lines.flatMap(({ label }) => (label?.trim() ? [label.trim()] : [])))]
  const label = labels.join('、')
  return allow(
    ...others.map(({ id }) => drop('flowlines', id)),
    ...(label === (first.label ?? '') ? [] : [set('flowlines', first.id, 'label', label)]),
  )
}
