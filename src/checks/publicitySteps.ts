/**
 * Steps of 公示 before something takes effect: they must last, and hear objections. 公示 of a result at the
 * end (办结,存档并公示), 公示 of what was decided (行政处罚信息公示) and the writing of a 公示 do not count.
 */
import type { Id, Step } from '../model/chart.ts'
import {
  bracketed,
  preparingPublicity,
  proposedPublicity,
  publicityWord,
  resultPublicity,
} from '../text/recognition/vocabulary.ts'
import type { Facts } from './facts.ts'
import { reachedFrom } from './graph.ts'

/** The steps of 公示 that precede an effect. */
export function publicitySteps(facts: Facts): readonly Step[] {
  const { chart, graph } = facts
  return chart.steps.filter(
    (step) =>
      step.kind !== 'terminator' &&
      step.kind !== 'decision' &&
      isPosting(step.name) &&
      graph.exits(step.id).length > 0 &&
      !isOfResult(facts, step),
  )
}

/** Whether the step itself puts something up. */
export function isPosting(name: string): boolean {
  const plain = name.replaceAll(bracketed, '')
  return publicityWord.test(plain) && !preparingPublicity.test(plain)
}

function isOfResult(facts: Facts, { id, name }: Step): boolean {
  if (proposedPublicity.test(name)) return false
  const deciding = facts.acting('decide')
  if (decidesLater(facts, id, deciding)) return false
  const isEnforcement = facts.isKind('penalty', 'licensing', 'compulsion', 'inspection', 'confirmation')
  const isResult = resultPublicity.test(name)
  return comesBehind(facts, id, deciding) ? isEnforcement || isResult : isEnforcement && isResult
}

function comesBehind({ graph }: Facts, id: Id, deciding: readonly Step[]): boolean {
  const before = reachedFrom([id], (at) => graph.entries(at).map(({ from }) => from))
  return deciding.some((step) => before.has(step.id))
}

/** Whether a decision follows that does not also lead here. */
function decidesLater({ graph }: Facts, id: Id, deciding: readonly Step[]): boolean {
  const before = reachedFrom([id], (at) => graph.entries(at).map(({ from }) => from))
  const after = reachedFrom([id], (at) => graph.exits(at).map(({ to }) => to))
  return deciding.some((step) => after.has(step.id) && !before.has(step.id))
}
