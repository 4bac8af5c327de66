/** Two critical acts in one step, so that it is unclear who does which. */
import type { Rule } from '../finding.ts'
import type { Step } from '../../model/chart.ts'
import { mergedPairs, notMergedBetween, oneThing } from '../../text/recognition/vocabulary.ts'

export const mergedSteps: Rule = {
  id: 'merged-steps',
  severity: 'warning',
  source: 'domain D15, D26',
  find: ({ chart }) =>
    chart.steps.flatMap((step) => {
      const pair = mergedPairs.find(([first, second]) => merges(step, first, second))
      return pair ? [{ steps: [step.id], words: { first: pair[0], second: pair[1] } }] : []
    }),
}

function merges({ kind, name }: Step, first: string, second: string): boolean {
  const at = name.indexOf(first)
  const then = name.indexOf(second, at + first.length)
  if (kind === 'decision' || at < 0 || then < 0) return false
  const between = name.slice(at + first.length, then)
  return (
    between.length <= 6 && !notMergedBetween.test(between) && !oneThing.test(name.slice(then + second.length))
  )
}
