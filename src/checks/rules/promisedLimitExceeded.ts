/** The steps take longer than the promised limit. */
import type { Rule } from '../finding.ts'
import { isLonger, lengthOf } from '../length.ts'

export const promisedLimitExceeded: Rule = {
  id: 'promised-limit-exceeded',
  severity: 'warning',
  source: 'domain A7: longest path from 受理 to 办结 ≤ 承诺',
  find: ({ chart: { header }, time, matter }) => {
    const limit = header.promisedLimit
    if (limit?.kind !== 'span' || limit.bound === 'atLeast') return []
    if (!isLonger(time, lengthOf(limit, matter))) return []
    const { workdays, days, unread } = time
    return [{ steps: time.path, words: { workdays, days, limit: limit.wording, least: unread.length } }]
  },
}
