/** Durations in two units that are never converted into each other: workdays and calendar days. */
import type { SpanLimit, TimeLimit } from '../model/time/timeLimit.ts'
import type { Matter } from './matter.ts'

export interface Length {
  readonly workdays: number
  readonly days: number
}

const inDays = { hour: 1 / 24, day: 1, week: 7, month: 30, year: 365 } as const

/** The duration of a limit: its maximum, or its minimum if `atLeast`. Dates and 即时 count as 0. */
export function lengthOf(limit: TimeLimit | undefined, matter: Matter): Length {
  if (limit?.kind !== 'span') return { workdays: 0, days: 0 }
  if (isWorkdays(limit, matter)) return { workdays: limit.amount, days: 0 }
  const unit = limit.unit === 'workday' ? 'day' : limit.unit
  return { workdays: 0, days: rounded(limit.amount * inDays[unit]) }
}

/**
 * 日 is a workday if the statute says so: 行政许可法 art. 82; 行政处罚法 art. 85 for two, three, five and seven;
 * 行政强制法 art. 69 for up to ten; 行政复议法 art. 88 for three, five, seven and ten.
 */
export function isWorkdays({ unit, unitUnsaid, amount }: SpanLimit, { kind, clock }: Matter): boolean {
  if (unit === 'workday') return true
  if (unit !== 'day' || !unitUnsaid) return false
  if (clock === 'reconsideration' || clock === 'simpleReconsideration') return [3, 5, 7, 10].includes(amount)
  if (kind === 'licensing') return true
  if (kind === 'penalty') return [2, 3, 5, 7].includes(amount)
  return kind === 'compulsion' && amount <= 10
}

/** Adds two durations, each unit separately. */
export function sum(one: Length, other: Length): Length {
  return { workdays: rounded(one.workdays + other.workdays), days: rounded(one.days + other.days) }
}

/** Approximate calendar days, for comparing ways only: five workdays are a week. */
export function daysMostly({ workdays, days }: Length): number {
  return days + (workdays * 7) / 5
}

/** Minimum calendar days whatever the weekday: five workdays are at least five days. */
function daysAtLeast({ workdays, days }: Length): number {
  return days + workdays + 2 * Math.max(0, Math.floor((workdays - 1) / 5))
}

/** Minimum workdays: five of seven consecutive days. Ignores holidays, because a limit has no date. */
function workdaysAtLeast({ workdays, days }: Length): number {
  return workdays + Math.floor(days / 7) * 5 + Math.max(0, (days % 7) - 2)
}

/** True if `taken` certainly exceeds `allowed`; in doubt between the units, false. */
export function isLonger(taken: Length, allowed: Length): boolean {
  if (allowed.days === 0) return workdaysAtLeast(taken) > allowed.workdays
  return daysAtLeast(taken) > daysAtLeast(allowed)
}

function rounded(amount: number): number {
  return Math.round(amount * 100) / 100
}
