/** 公示、公告 shorter than the statutory minimum. */
import type { Rule } from '../finding.ts'
import type { Step } from '../../model/chart.ts'
import type { SpanLimit } from '../../model/time/timeLimit.ts'
import { readTimeLimit } from '../../model/time/readTimeLimit.ts'
import {
  atLeastInName,
  minimumLengths,
  saidInDays,
  saidInWorkdays,
} from '../../text/recognition/vocabulary.ts'
import { isLonger, lengthOf } from '../length.ts'

export const belowMinimumLength: Rule = {
  id: 'below-minimum-length',
  severity: 'warning',
  source: '招标投标法 art. 24; 政府采购法 art. 35; 招标投标法实施条例 art. 54; the step itself (不少于7天)',
  find: ({ chart: { steps, header } }) =>
    steps.flatMap((step) => {
      const least = leastOf(step)
      const { timeLimit } = step
      if (!least || timeLimit?.kind !== 'span') return []
      if (!isLonger(lengthOf(least, header.powerKind), lengthOf(timeLimit, header.powerKind))) return []
      return [
        { steps: [step.id], words: { limit: timeLimit.wording, least: least.wording, source: least.source } },
      ]
    }),
}

type Least = SpanLimit & { readonly source: string }

function leastOf({ name }: Step): Least | undefined {
  const said = atLeastInName.exec(name)?.[0]
  const read = said === undefined ? undefined : readTimeLimit(said)
  if (read?.kind === 'span') return { ...read, source: '' }
  const ruled = minimumLengths.find((minimum) => minimum.name.test(name))
  if (!ruled) return undefined
  const { amount, unit, source } = ruled
  const wording = unit === 'workday' ? saidInWorkdays(amount) : saidInDays(amount)
  return { kind: 'span', wording, counts: true, bound: 'atLeast', amount, unit, source }
}
