/** The steps take longer than the statutory limit. */
import type { Rule } from '../finding.ts'
import { isLonger, lengthOf } from '../length.ts'

export const statutoryLimitExceeded: Rule = {
  id: 'statutory-limit-exceeded',
  severity: 'error',
  source: '行政许可法 arts. 42, 45, 82; domain A7',
  find: ({ chart: { header }, time }) => {
    const limit = header.statutoryLimit
    if (limit?.kind !== 'span' || limit.bound === 'atLeast') return []
    if (!isLonger(time, lengthOf(limit, header.powerKind))) return []
    return [{ steps: time.path, words: { workdays: time.workdays, days: time.days, limit: limit.wording } }]
  },
}
