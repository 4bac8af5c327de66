import { put, set } from '../records/changes.ts'
import type { Chart, Id } from '../chart.ts'
import { orderAfter } from '../records/order.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'

export interface SplitWords {
  /** Name of the new decision. */
  readonly name: string
  /** Label of the flowline to the new decision. */
  readonly otherwise: string
}

/**
 * Splits a decision: it keeps its first exit, and all others move to a new decision after it. Needs at
 * least three exits.
 */
export function splitDecision(
  chart: Chart,
  decision: Id,
  words: SplitWords,
  ids: { readonly step: Id; readonly flowline: Id },
): Edit {
  const step = chart.steps.find((other) => other.id === decision)
  if (!step) return refuse('gone', decision)
  const exits = chart.flowlines.filter((line) => line.from === decision)
  if (exits.length < 3) return refuse('too-few-exits', decision)
  const posts = step.posts ? { posts: step.posts } : {}
  return allow(
    put('steps', ids.step, {
      order: orderAfter(chart.steps, decision),
      kind: 'decision',
      name: words.name,
      ...posts,
    }),
    put('flowlines', ids.flowline, {
      order: orderAfter(chart.flowlines, exits[0]!.id),
      from: decision,
      to: ids.step,
      label: words.otherwise,
    }),
    ...exits.slice(1).map((line) => set('flowlines', line.id, 'from', ids.step)),
  )
}
