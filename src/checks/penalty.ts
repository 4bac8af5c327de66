/** Finds penalty decisions that can be reached without a required step. */
import type { Step } from '../model/chart.ts'
import {
  notAPenaltyDecision,
  otherDecision,
  penaltyDecision,
  penaltyOutright,
} from '../text/recognition/vocabulary.ts'
import type { Facts } from './facts.ts'
import type { FoundPlace } from './finding.ts'
import { reachedWithout } from './graph.ts'

/** Penalty decisions reachable by a path without a step whose name matches `words`. */
export function penaltyPastNone(facts: Facts, words: RegExp): readonly FoundPlace[] {
  const before = facts.named(words)
  return penaltyDecisions(facts)
    .filter((step) => !words.test(step.name) && reachedWithout(facts.graph, step, before))
    .map(({ id }) => ({ steps: [id] }))
}

/** The steps that decide on the penalty itself, told by what they decide. */
export function penaltyDecisions(facts: Facts): readonly Step[] {
  if (!facts.isKind('penalty')) return []
  const named = facts
    .named(penaltyDecision)
    .filter(({ name }) => !notAPenaltyDecision.test(name) || penaltyOutright.test(name))
    .filter(({ kind }) => kind !== 'terminator')
  const decided = facts
    .withDuty('decide')
    .filter(({ name }) => !otherDecision.test(name) || penaltyOutright.test(name))
    .filter(({ kind }) => kind !== 'terminator')
  return decided.length > 0 ? decided : named
}
