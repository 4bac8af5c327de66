/**
 * A chart with its limits read again from their wording, where an earlier version could not read them or
 * did not know whether workdays are meant. What a person has set otherwise stays.
 */
import type { Chart } from '../model/chart.ts'
import { readTimeLimit } from '../model/time/readTimeLimit.ts'
import type { TimeLimit } from '../model/time/timeLimit.ts'

/** Never throws; the same chart if nothing reads otherwise. */
export function limitsReadAnew(chart: Chart): Chart {
  const { header, steps } = chart
  const { statutoryLimit, promisedLimit } = header
  return {
    ...chart,
    header: {
      ...header,
      ...(statutoryLimit && { statutoryLimit: anew(statutoryLimit) }),
      ...(promisedLimit && { promisedLimit: anew(promisedLimit) }),
    },
    steps: steps.map((step) => (step.timeLimit ? { ...step, timeLimit: anew(step.timeLimit) } : step)),
  }
}

function anew(limit: TimeLimit): TimeLimit {
  const isOpen = limit.kind === 'unread' || (limit.kind === 'span' && limit.unitUnsaid === true)
  if (!isOpen) return limit
  const read = readTimeLimit(limit.wording)
  if (read.kind === 'unread' || (limit.kind === 'span' && read.kind !== 'span')) return limit
  return { ...read, counts: limit.counts && read.counts }
}
