/**
 * Restores an earlier state as a new edit. Only visible differences are changed, so that concurrent
 * edits survive.
 */
import { generateNKeysBetween } from 'fractional-indexing'
import type { Change } from '../records/changes.ts'
import type { Chart, Id, OrderKey } from '../chart.ts'
import { applyChanges } from '../records/changes.ts'
import { replaceChart } from '../edits/replaceChart.ts'
import { healing } from '../records/healing.ts'
import { repaired } from '../records/repaired.ts'
import type { Records } from '../records/records.ts'
import { isSameValue } from '../records/isSameValue.ts'
import { stayingOf } from '../records/sequence.ts'

/** The changes that turn `raw` into `chart`, an earlier state of the same chart read from its file. */
export function restoreChart(raw: Records, chart: Chart): readonly Change[] {
  // Writes the healing of the current records first.
  const records = applyChanges(raw, healing(raw))
  return replaceChart(records, withOrdersOf(repaired(records), chart)).filter(
    (change) =>
      change.kind !== 'set' || !isSameValue(change.value, records[change.root]?.[change.id]?.[change.field]),
  )
}

/** A file has no order keys: current keys are kept wherever they give the same order. */
function withOrdersOf(now: Chart, then: Chart): Chart {
  const lists = orderedRoots.map((root) => [root, withKeysOf<Ordered>(now[root], then[root])])
  return { ...then, ...(Object.fromEntries(lists) as Partial<Chart>) }
}

const orderedRoots = ['posts', 'steps', 'flowlines', 'risks', 'measures'] as const

interface Ordered {
  readonly id: Id
  readonly order: OrderKey
}

function withKeysOf<T extends Ordered>(now: readonly Ordered[], then: readonly T[]): readonly T[] {
  const keys = new Map(now.map(({ id, order }) => [id, order]))
  const known = then.filter(({ id }) => keys.has(id))
  const staying = new Set(stayingOf(known, ({ id }) => keys.get(id)!).map(({ id }) => id))
  const keyed: T[] = []
  let waiting: T[] = []
  const settle = (next: OrderKey | null) => {
    const fresh = generateNKeysBetween(keyed.at(-1)?.order ?? null, next, waiting.length)
    keyed.push(...waiting.map((thing, at) => ({ ...thing, order: fresh[at]! })))
    waiting = []
  }
  for (const thing of then) {
    if (!staying.has(thing.id)) {
      waiting.push(thing)
      continue
    }
    const order = keys.get(thing.id)!
    settle(order)
    keyed.push({ ...thing, order })
  }
  settle(null)
  return keyed
}
