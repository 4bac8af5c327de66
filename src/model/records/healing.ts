/**
 * The healing done on reading, as changes. Written before an edit of the flow, because edits decide on
 * the healed chart. Clients that heal concurrently write identical records.
 */
import type { Change } from './changes.ts'
import { drop, put, set } from './changes.ts'
import { isSameValue } from './isSameValue.ts'
import { healedFlow } from './flowHealing.ts'
import { flowIn } from './flowIn.ts'
import { mergedPosts } from './mergedPosts.ts'
import type { Records } from './records.ts'

/** The changes that store the healing; empty if there is nothing to heal. */
export function healing(records: Records): readonly Change[] {
  return [...postHealing(records), ...flowHealing(records)]
}

function flowHealing(records: Records): readonly Change[] {
  const flow = flowIn(records)
  if (flow.places.size === 0) return []
  const healed = healedFlow(flow)
  if (healed === flow.lines) return []
  const raw = new Map(flow.lines.map((line) => [line.id, line]))
  const there = new Set(flow.steps.map(({ id }) => id))
  const read = new Set(healed.map(({ id }) => id))
  const lost = (end: string) => !there.has(end) && flow.places.has(end)
  // Otherwise a merged duplicate would reappear if its twin were removed.
  const joined = flow.lines.filter(({ id, from, to }) => !read.has(id) && (lost(from) || lost(to)))
  const moved = healed.flatMap((line): readonly Change[] => {
    const before = raw.get(line.id)
    if (!before) return [put('flowlines', line.id, fieldsOf(line))]
    return [
      ...(before.from === line.from ? [] : [set('flowlines', line.id, 'from', line.from)]),
      ...(before.to === line.to ? [] : [set('flowlines', line.id, 'to', line.to)]),
      ...(before.label === line.label ? [] : [set('flowlines', line.id, 'label', line.label)]),
    ]
  })
  return [...joined.map(({ id }) => drop('flowlines', id)), ...moved]
}

function fieldsOf({ from, to, order, label, side }: ReturnType<typeof flowIn>['lines'][number]) {
  return { from, to, order, ...(label === undefined ? {} : { label }), ...(side ? { side } : {}) }
}

function postHealing(records: Records): readonly Change[] {
  if (Object.keys(records.postMerges ?? {}).length === 0) return []
  const { today, broughtBack } = mergedPosts(records)
  const steps = Object.entries(records.steps).flatMap(([id, { posts }]): readonly Change[] => {
    if (!Array.isArray(posts)) return []
    const named = posts.filter((post) => typeof post === 'string')
    const now = [...new Set(named.map(today))]
    return isSameValue(named, now) ? [] : [set('steps', id, 'posts', now)]
  })
  const risks = Object.entries(records.risks).flatMap(([id, { post }]): readonly Change[] =>
    typeof post !== 'string' || today(post) === post ? [] : [set('risks', id, 'post', today(post))],
  )
  const back = broughtBack.map(({ id, ...post }) => put('posts', id, post))
  return [...back, ...steps, ...risks]
}
