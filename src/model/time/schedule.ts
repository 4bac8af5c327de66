/**
 * 完成时间或频次 of a measure as a rule, and the days that it gives. Days are yyyy-mm-dd; the rule alone
 * decides them, so that the series goes on over New Year for ever.
 */
import { dayAfter, isCalendarKnownOn, isWorkdayOn } from './calendarDays.ts'

export type Schedule =
  | { readonly kind: 'once'; readonly day: string }
  | {
      readonly kind: 'yearly'
      /** In the order of the year; twelve for a monthly rule, four for a quarterly one. */
      readonly points: readonly YearPoint[]
      /** 遇节假日顺延, 提前; absent: the day itself. */
      readonly shift?: 'later' | 'earlier'
    }
  | { readonly kind: 'weekly'; /** 1 Monday … 7 Sunday */ readonly weekday: number }
  /** 随时、每次、逐件、日常: done all the time, so no day is due. */
  | { readonly kind: 'running' }

export interface YearPoint {
  /** 1 … 12 */
  readonly month: number
  readonly on: DayOfMonth
}

/**
 * `date` beyond the month's end is its last day (31 in April, 29 in February). `workday`: the nth workday
 * from the beginning of the month, or from its end if negative.
 */
export type DayOfMonth =
  | { readonly kind: 'date'; readonly date: number }
  | { readonly kind: 'last' }
  | { readonly kind: 'workday'; readonly nth: number }

/** The days of a rule from one day through another, both included, in order. */
export function scheduledDays(schedule: Schedule, from: string, through: string): readonly string[] {
  switch (schedule.kind) {
    case 'running':
      return []
    case 'once':
      return isWithin(schedule.day, from, through) ? [schedule.day] : []
    case 'weekly':
      return weekdays(schedule.weekday, from, through)
    case 'yearly':
      return yearDays(schedule, from, through)
  }
}

/** The first day of the rule on or after a day; undefined where there is none. */
export function nextScheduledDay(schedule: Schedule, from: string): string | undefined {
  // Two years: the only day of a yearly rule may just be over, and be moved by a holiday.
  return scheduledDays(schedule, from, dayAfter(from, schedule.kind === 'once' ? 40_000 : 800))[0]
}

/** How many days of a rule fall into a full year; 0 for one that does not repeat. */
export function timesAYear(schedule: Schedule): number {
  if (schedule.kind === 'yearly') return schedule.points.length
  return schedule.kind === 'weekly' ? 52 : 0
}

/** False where the rule counts workdays of a year whose calendar is not known yet: Monday to Friday were counted. */
export function isSureOf(schedule: Schedule, day: string): boolean {
  const counts =
    schedule.kind === 'yearly' &&
    (schedule.shift !== undefined || schedule.points.some(({ on }) => on.kind === 'workday'))
  return !counts || isCalendarKnownOn(day)
}

export function isSameSchedule(one: Schedule | undefined, other: Schedule | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The last day of a month, 1 … 12. */
export function lastDateOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function yearDays(
  { points, shift }: Extract<Schedule, { kind: 'yearly' }>,
  from: string,
  through: string,
): readonly string[] {
  // A day near New Year may be moved into the next year.
  const years = span(yearOf(from) - 1, yearOf(through) + 1)
  const days = years.flatMap((year) => points.map((point) => moved(dayIn(year, point), shift)))
  return [...new Set(days)].filter((day) => isWithin(day, from, through)).sort()
}

function dayIn(year: number, { month, on }: YearPoint): string {
  const last = lastDateOf(year, month)
  switch (on.kind) {
    case 'last':
      return dayText(year, month, last)
    case 'date':
      return dayText(year, month, Math.min(on.date, last))
    case 'workday':
      return nthWorkday(year, month, on.nth)
  }
}

/** Where the month has fewer workdays, the outermost one. */
function nthWorkday(year: number, month: number, nth: number): string {
  const dates = span(1, lastDateOf(year, month)).map((date) => dayText(year, month, date))
  const workdays = dates.filter(isWorkdayOn)
  const at = nth > 0 ? Math.min(nth, workdays.length) - 1 : Math.max(workdays.length + nth, 0)
  return workdays[at] ?? dates.at(-1)!
}

function moved(day: string, shift: 'later' | 'earlier' | undefined): string {
  if (shift === undefined) return day
  let at = day
  while (!isWorkdayOn(at)) at = dayAfter(at, shift === 'later' ? 1 : -1)
  return at
}

function weekdays(weekday: number, from: string, through: string): readonly string[] {
  const first = new Date(`${from}T00:00:00Z`).getUTCDay() || 7
  const days: string[] = []
  for (let at = dayAfter(from, (weekday - first + 7) % 7); at <= through; at = dayAfter(at, 7)) days.push(at)
  return days
}

function isWithin(day: string, from: string, through: string): boolean {
  return day >= from && day <= through
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

function span(from: number, through: number): readonly number[] {
  return Array.from({ length: through - from + 1 }, (_, at) => from + at)
}

/** yyyy-mm-dd */
export function dayText(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
