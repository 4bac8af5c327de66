/** Whether the longest way is longer than a statutory limit, and how certain that is. */
import type { SpanLimit } from '../model/time/timeLimit.ts'
import { extensionWord } from '../text/recognition/clockWords.ts'
import type { Facts } from './facts.ts'
import type { FoundPlace } from './finding.ts'
import { isLonger, lengthOf, sum } from './length.ts'

/** One place, or none. Up to the extension nothing is said where a step extends the limit. */
export function excessOver({ chart, time, matter }: Facts, limit: SpanLimit): readonly FoundPlace[] {
  const allowed = lengthOf(limit, matter)
  if (!isLonger(time, allowed)) return []
  const { extension } = limit
  const extended = extension && sum(allowed, lengthOf({ ...limit, ...extension }, matter))
  const mayExtend = extended !== undefined && !isLonger(time, extended)
  const isExtended = chart.steps.some(
    ({ name, timeLimit }) => extensionWord.test(name) || extensionWord.test(timeLimit?.wording ?? ''),
  )
  if (mayExtend && isExtended) return []
  const isCertain = time.isTold && isLonger(time.certain, allowed) && !mayExtend
  return [
    {
      steps: time.path,
      words: { workdays: time.workdays, days: time.days, limit: limit.wording, least: time.unread.length },
      ...(isCertain ? {} : { severity: 'warning' as const }),
    },
  ]
}
