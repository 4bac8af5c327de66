/**
 * The days on which a measure falls due. Each span of a rule keeps its own days: what lies before a change is
 * never touched by it. A scheduled day is the occurrence's identity and never moves; the due day may.
 */
import { dayAfter } from '../time/calendarDays.ts'
import { nextScheduledDay, scheduledDays, timesAYear, type Schedule } from '../time/schedule.ts'
import type { Day } from './controlEvent.ts'

/** A rule with the day since which it holds; undefined: none. */
export interface RuleSpan {
  readonly from: Day
  readonly schedule: Schedule | undefined
}

export interface Occurrence {
  readonly scheduled: Day
  /** Index of the span. */
  readonly span: number
}

/**
 * The occurrences through a day, in order. Where a rule that repeats follows another, what was about to fall
 * due stays if the new rule gives nothing by then (no duty vanishes), and a period that has had its
 * day gets no second one (none is doubled).
 */
export function occurrencesOf(spans: readonly RuleSpan[], through: Day): readonly Occurrence[] {
  const found: Occurrence[] = []
  let pending: Occurrence | undefined
  for (const [at, { from, schedule }] of spans.entries()) {
    const until = spans[at + 1]?.from
    const last = until === undefined || until > through ? through : dayAfter(until, -1)
    const before = spans[at - 1]?.schedule
    const kept = pending && isKept(pending, before, schedule, from) ? pending : undefined
    if (kept && kept.scheduled <= last) found.push(kept)
    const own = schedule ? scheduledDays(schedule, from, last) : []
    const taken = found.at(-1)?.scheduled
    found.push(
      ...own
        .filter((day) => day !== taken && !isDoubled(day, taken, before, schedule))
        .map((scheduled) => ({ scheduled, span: at })),
    )
    pending = kept && until !== undefined && kept.scheduled >= until ? kept : pendingOf(schedule, until, at)
  }
  return found.sort((a, b) => (a.scheduled < b.scheduled ? -1 : 1))
}

/** The first occurrence on or after a day; undefined where the rule in force gives none. */
export function nextOccurrence(spans: readonly RuleSpan[], day: Day): Occurrence | undefined {
  const schedule = spans.at(-1)?.schedule
  const next = schedule && nextScheduledDay(schedule, day)
  return next === undefined ? undefined : occurrencesOf(spans, next).find(({ scheduled }) => scheduled >= day)
}

function pendingOf(
  schedule: Schedule | undefined,
  until: Day | undefined,
  span: number,
): Occurrence | undefined {
  const next = until === undefined || !schedule ? undefined : nextScheduledDay(schedule, until)
  return next === undefined ? undefined : { scheduled: next, span }
}

function isKept(
  pending: Occurrence,
  before: Schedule | undefined,
  now: Schedule | undefined,
  from: Day,
): boolean {
  if (!before || !now || timesAYear(before) === 0 || timesAYear(now) === 0) return false
  const next = nextScheduledDay(now, from)
  return next === undefined || next > pending.scheduled
}

/** Only between rules of one frequency: a monthly check does not stand for a quarterly one. */
function isDoubled(
  day: Day,
  taken: Day | undefined,
  before: Schedule | undefined,
  now: Schedule | undefined,
): boolean {
  if (taken === undefined || before?.kind !== 'yearly' || now?.kind !== 'yearly') return false
  const times = before.points.length
  if (now.points.length !== times || 12 % times !== 0) return false
  return periodOf(day, 12 / times) === periodOf(taken, 12 / times)
}

function periodOf(day: Day, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return `${year}/${Math.floor((month - 1) / months)}`
}
