import type { Change } from '../../records/changes.ts'
import type { Chart, Id } from '../../chart.ts'
import { byOrder } from '../../records/order.ts'
import type { RootName } from '../../records/records.ts'
import { rootNames } from '../../records/records.ts'
import type { Edit } from '../refusal.ts'
import { allow } from '../refusal.ts'

export type RowsDecision = (chart: Chart) => Edit

/**
 * Several edits as one: each decides on the chart as the ones before it would leave it.
 * The first refusal refuses the whole.
 */
export function combined(chart: Chart, decisions: readonly RowsDecision[]): Edit {
  const changes: Change[] = []
  let now = chart
  for (const decide of decisions) {
    const edit = decide(now)
    if (!edit.ok) return edit
    changes.push(...edit.changes)
    now = advanced(now, edit.changes)
  }
  return allow(...changes)
}

/**
 * The chart as changes of edits leave it. Only the roots that they touch are made anew:
 * a pasted block of a thousand rows decides a thousand times. Nothing is mended, because
 * edits leave nothing to mend; the header and the grading are no edit of a row.
 */
export function advanced(chart: Chart, changes: readonly Change[]): Chart {
  const touched = new Set(changes.map((change) => change.root))
  const roots = rootNames.filter(isOfRows).filter((root) => touched.has(root))
  const renewed = roots.map((root) => [root, renewedRoot(chart, root, changes)] as const)
  return { ...chart, ...Object.fromEntries(renewed) }
}

type RowRoot = Exclude<RootName, 'meta' | 'waivers'>

function isOfRows(root: RootName): root is RowRoot {
  return root !== 'meta' && root !== 'waivers'
}

function renewedRoot(chart: Chart, root: RowRoot, changes: readonly Change[]) {
  const things = new Map<Id, { readonly id: Id; readonly order: string }>(
    chart[root].map((thing) => [thing.id, thing]),
  )
  let sorted = true
  for (const change of changes) {
    if (change.root !== root) continue
    if (change.kind === 'drop') things.delete(change.id)
    else {
      if (change.kind === 'put' || change.field === 'order') sorted = false
      const before = change.kind === 'put' ? { id: change.id } : things.get(change.id)
      const fields = change.kind === 'put' ? change.fields : { [change.field]: change.value }
      if (before) things.set(change.id, present({ ...before, ...fields }))
    }
  }
  const list = [...things.values()]
  return sorted ? list : list.sort(byOrder)
}

function present<T extends object>(fields: T): { readonly id: Id; readonly order: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
