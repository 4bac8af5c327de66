/** Finds penalty decisions that can be reached without a required step. */
import type { Chart, Step } from '../model/chart.ts'
import {
  decidedOnTheSpot,
  interimDecision,
  notAPenaltyDecision,
  onTheSpot,
  penaltyDecision,
  penaltyTitle,
} from '../text/recognition/vocabulary.ts'
import type { Facts } from './facts.ts'
import type { FoundPlace } from './finding.ts'
import { reachedWithout } from './graph.ts'

/** Whether the chart is a 简易程序; not if a general chart merely diverts some cases to it. */
export function isOnTheSpot({ header, steps }: Chart): boolean {
  return onTheSpot.test(header.title) || steps.some(({ name }) => decidedOnTheSpot.test(name))
}

/** Penalty decisions reachable by a path without a step whose name matches `words`. */
export function penaltyPastNone(facts: Facts, words: RegExp): readonly FoundPlace[] {
  const before = facts.named(words)
  return decisions(facts)
    .filter((step) => !words.test(step.name) && reachedWithout(facts.graph, step, before))
    .map(({ id }) => ({ steps: [id] }))
}

function decisions(facts: Facts): readonly Step[] {
  const { header } = facts.chart
  const isPenalty = header.powerKind === 'penalty' || (!header.powerKind && penaltyTitle.test(header.title))
  if (!isPenalty) return []
  const named = facts
    .named(penaltyDecision)
    .filter(({ kind, name }) => !notAPenaltyDecision.test(name) && kind !== 'terminator')
  const decided = facts
    .withDuty('decide')
    .filter(({ name, kind }) => kind !== 'terminator' && !interimDecision.test(name))
  return decided.length > 0 ? decided : named
}
