/** Where a chart decides on a penalty, and whether something comes before it on every way. */
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

/** 简易程序. A general chart that turns some cases away to it is not one. */
export function isOnTheSpot({ header, steps }: Chart): boolean {
  return onTheSpot.test(header.title) || steps.some(({ name }) => decidedOnTheSpot.test(name))
}

/** Decisions on penalties that some way reaches past no step of these words. */
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
