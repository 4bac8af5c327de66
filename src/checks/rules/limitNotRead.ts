/** Limits between start and end of the clock that are no length: the sum is only 至少. */
import type { Rule } from '../finding.ts'

export const limitNotRead: Rule = {
  id: 'limit-not-read',
  severity: 'hint',
  source: 'domain A7: a limit that cannot be read is never 0',
  find: ({ time, chart }) => {
    if (time.unread.length === 0) return []
    const wordings = chart.steps
      .filter(({ id }) => time.unread.includes(id))
      .flatMap(({ timeLimit }) => (timeLimit ? [timeLimit.wording] : []))
    const { workdays, days } = time
    return [{ steps: time.unread, words: { wordings: [...new Set(wordings)].join('、'), workdays, days } }]
  },
}
