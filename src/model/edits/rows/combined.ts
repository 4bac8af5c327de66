import type { Change } from '../../records/changes.ts'
import type { Chart, Id } from '../../chart.ts'
import { byOrder } from '../../records/order.ts'
import type { RootName } from '../../records/records.ts'
import { rootNames } from '../../records/records.ts'
import type { Edit } from '../refusal.ts'
import { allow } from '../refusal.ts'

export type RowsDecision = (chart: Chart) => Edit

/**
 * Combines several edits into one. Each decides on the chart left by those before it; the first
 * refusal refuses all.
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
 * Applies row edits to a chart, rebuilding only the roots they touch, because pasting a thousand rows
 * calls this a thousand times. Does not repair the result and does not support header or grading
 * changes.
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
