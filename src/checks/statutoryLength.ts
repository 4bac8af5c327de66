/** Which rows of the statutory limits concern a step, and what they say in words. */
import type { Step } from '../model/chart.ts'
import type { SpanLimit } from '../model/time/timeLimit.ts'
import { readTimeLimit } from '../model/time/readTimeLimit.ts'
import type { StepLimit } from '../text/recognition/longestLimits.ts'
import { saidInDays, saidInHours, saidInWorkdays } from '../text/recognition/vocabulary.ts'
import type { Facts } from './facts.ts'

/** The first row that concerns the step; the table stands in the order of precedence. */
export function statutoryLength(
  { chart, isKind }: Facts,
  { name }: Step,
  table: readonly StepLimit[],
): StepLimit | undefined {
  const { title } = chart.header
  return table.find(
    (row) =>
      row.name.test(name) &&
      !row.not?.test(name) &&
      (row.kinds === undefined || isKind(...row.kinds)) &&
      (row.title === undefined || row.title.test(title) || row.title.test(name)),
  )
}

/** The row as a limit, in the words of the statute. */
export function asLimit({ amount, unit }: Pick<StepLimit, 'amount' | 'unit'>): SpanLimit {
  const say = { day: saidInDays, workday: saidInWorkdays, hour: saidInHours }[unit]
  return { kind: 'span', wording: say(amount), counts: true, bound: 'atMost', amount, unit }
}

/** 公示5至7日: what must last at least so long is measured by the lower end. */
export function lowestOf(limit: SpanLimit): SpanLimit {
  const lower = lowerEnd.exec(limit.wording.normalize('NFKC').replaceAll(/\s/g, ''))
  if (!lower) return limit
  const read = readTimeLimit(`${lower[1]}${lower[2] ?? lower[3]}`)
  return read.kind === 'span' && read.amount < limit.amount ? { ...limit, amount: read.amount } : limit
}

const lowerEnd =
  /(\d+|[一二两三四五六七八九十]+)(?:个?(工作日|自然日|日|天|周))?(?:[-~—–－至到]+)(?:\d+|[一二两三四五六七八九十]+)个?(工作日|自然日|日|天|周)/
