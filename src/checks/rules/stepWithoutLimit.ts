/** Steps without 办理时限, one finding for the whole chart. */
import type { Rule } from '../finding.ts'
import { idsOf } from '../facts.ts'

export const stepWithoutLimit: Rule = {
  id: 'step-without-limit',
  severity: 'hint',
  source: 'domain A7; calibration: 4 of 15 charts name no limit at all',
  find: ({ chart }) => {
    const open = chart.steps.filter(({ kind, timeLimit }) => kind !== 'terminator' && !timeLimit)
    return open.length > 0 ? [{ steps: idsOf(open), words: { count: open.length } }] : []
  },
}
