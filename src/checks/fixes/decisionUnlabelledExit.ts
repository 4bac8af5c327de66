import { set } from '../../model/records/changes.ts'
import type { Chart, Flowline } from '../../model/chart.ts'
import { allow, refuse } from '../../model/edits/refusal.ts'
import { answerPairs, negativeStep } from '../../text/library/fixes.ts'
import { graphOf, reachedFrom } from '../graph.ts'
import type { Fix } from './fix.ts'

/**
 * Labels the exits of a decision with two exits: adds the missing answer, or 是 and 否 if one exit
 * clearly leads back or to a refusal. Otherwise refuses.
 */
export const fixDecisionUnlabelledExit: Fix = (chart, { steps: [decision] }) => {
  const exits = chart.flowlines.filter(({ from }) => from === decision)
  const [one, other] = exits
  if (!one || !other || exits.length > 2) return refuse('too-few-exits', decision)
  const labels = bothBare(one, other) ? yesAndNo(chart, one, other) : theMissing(one, other)
  if (!labels) return refuse('too-few-exits', decision)
  return allow(...labels.map(([line, label]) => set('flowlines', line.id, 'label', label)))
}

type Labels = readonly (readonly [Flowline, string])[]

function bothBare(one: Flowline, other: Flowline): boolean {
  return !one.label?.trim() && !other.label?.trim()
}

function theMissing(one: Flowline, other: Flowline): Labels | undefined {
  const [said, bare] = one.label?.trim() ? [one, other] : [other, one]
  const label = said.label!.trim()
  for (const [yes, no] of answerPairs) {
    if (label === yes) return [[bare, no]]
    if (label === no) return [[bare, yes]]
  }
  return undefined
}

function yesAndNo(chart: Chart, one: Flowline, other: Flowline): Labels | undefined {
  const negative = [one, other].filter((line) => isNegative(chart, line))
  if (negative.length !== 1) return undefined
  const [yes, no] = negative[0] === one ? [other, one] : [one, other]
  return [
    [yes, answerPairs[0]![0]],
    [no, answerPairs[0]![1]],
  ]
}

/** Whether the line leads to a refusal (by name), or back to a predecessor of the decision. */
function isNegative(chart: Chart, line: Flowline): boolean {
  const graph = graphOf(chart)
  const to = graph.step.get(line.to)
  if (to && negativeStep.test(to.name)) return true
  const others = chart.flowlines.filter((each) => each !== line)
  const forward = (id: string) => others.filter((each) => each.from === id).map((each) => each.to)
  return reachedFrom([line.to], forward).has(line.from)
}
