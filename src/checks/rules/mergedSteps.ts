/** Critical acts in one step, so that it is unclear who does which: a pair side by side, or three and more. */
import type { Rule } from '../finding.ts'
import type { Step } from '../../model/chart.ts'
import {
  actClasses,
  joinedPairs,
  joint,
  mergedPairs,
  notMergedBetween,
  oneThing,
} from '../../text/recognition/mergedWords.ts'
import { actOf } from '../../text/recognition/dutyWords.ts'

export const mergedSteps: Rule = {
  id: 'merged-steps',
  severity: 'warning',
  source: 'domain D15, D26',
  find: ({ chart }) =>
    chart.steps.flatMap((step) => {
      const pair = pairIn(step) ?? manyActs(step)
      return pair ? [{ steps: [step.id], words: { first: pair[0]!, second: pair[1]! } }] : []
    }),
}

function pairIn(step: Step): readonly string[] | undefined {
  return (
    mergedPairs.find(([first, second]) => merges(step, first, second)) ??
    joinedPairs.find(
      ([first, second]) => joint.test(between(step, first, second)) && merges(step, first, second),
    )
  )
}

function between({ name }: Step, first: string, second: string): string {
  const at = name.indexOf(first)
  return name.slice(at + first.length, name.indexOf(second, at + first.length))
}

function merges({ kind, name, duty }: Step, first: string, second: string): boolean {
  const at = name.indexOf(first)
  const then = name.indexOf(second, at + first.length)
  // Who initiates applies for an approval (申请征收审批), and does not give it.
  if (kind === 'decision' || at < 0 || then < 0 || (duty === 'initiate' && first === '申请')) return false
  const gap = name.slice(at + first.length, then)
  return gap.length <= 6 && !notMergedBetween.test(gap) && !oneThing.test(name.slice(then + second.length))
}

/** Three acts of different kinds, such as 编制、审核、审批、下达, however far apart they stand. */
function manyActs({ kind, name }: Step): readonly string[] | undefined {
  if (kind === 'decision') return undefined
  const act = actOf(name)
  const found = actClasses.flatMap((words) => words.exec(act)?.[0] ?? [])
  return found.length >= 3 ? [found[0]!, found.at(-1)!] : undefined
}
