/** Time that counts: working hours on workdays, without what the clock stands still in. */
import { dayAfter, isCalendarKnownOn, isWorkdayOn } from '../model/time/calendarDays.ts'
import type { LocalTime } from '../model/cases/powerCase.ts'

export interface Span {
  readonly start: LocalTime
  readonly end: LocalTime
}

/** Minutes of the day, from 0: [540, 720] is 09:00 to 12:00. */
export type WorkingHours = readonly (readonly [number, number])[]

/** 09:00–12:00 and 13:30–17:30: of the older 权力网上运行; a setting of the unit. */
export const usualHours: WorkingHours = [
  [9 * 60, 12 * 60],
  [13 * 60 + 30, 17 * 60 + 30],
]

export const dayIn = (time: LocalTime): string => time.slice(0, 10)

/** Working minutes between two times; what lies in `excluded` is left out once, however often it is named. */
export function workingMinutes(
  { start, end }: Span,
  excluded: readonly Span[] = [],
  hours: WorkingHours = usualHours,
): number {
  let sum = 0
  for (let day = dayIn(start); day <= dayIn(end); day = dayAfter(day)) {
    if (!isWorkdayOn(day)) continue
    for (const [from, to] of hours) {
      const open = within(day, from, to, { start, end })
      if (open) sum += open[1] - open[0] - covered(day, open, excluded)
    }
  }
  return sum
}

function covered(day: string, [from, to]: readonly [number, number], excluded: readonly Span[]): number {
  const parts = excluded.flatMap((span) => {
    const part = within(day, from, to, span)
    return part ? [part] : []
  })
  let sum = 0
  let last = from
  for (const [start, end] of parts.sort((one, other) => one[0] - other[0])) {
    sum += Math.max(0, end - Math.max(start, last))
    last = Math.max(last, end)
  }
  return sum
}

/** The minutes of this part of the day that lie in the span. */
function within(day: string, from: number, to: number, span: Span): readonly [number, number] | undefined {
  const first = dayIn(span.start) < day ? 0 : dayIn(span.start) > day ? Infinity : minuteIn(span.start)
  const last = dayIn(span.end) > day ? Infinity : dayIn(span.end) < day ? 0 : minuteIn(span.end)
  const start = Math.max(from, first)
  const end = Math.min(to, last)
  return start < end ? [start, end] : undefined
}

function minuteIn(time: LocalTime): number {
  const [hour, minute, second] = time.slice(11).split(':').map(Number) as [number, number, number]
  return hour * 60 + minute + second / 60
}

export interface DayCount {
  readonly days: number
  /** False if a day lies in a year whose calendar is not known: Monday to Friday were counted there. */
  readonly isCalendarKnown: boolean
}

/**
 * Days as a statute counts them: the first day is not counted, the last one is (民法典 201). Days after
 * the one on which the clock was stopped, up to the one on which it goes on, are left out.
 */
export function countedDays(
  { start, end }: Span,
  unit: 'workday' | 'day',
  excluded: readonly Span[] = [],
): DayCount {
  let days = 0
  for (let day = dayAfter(dayIn(start)); day <= dayIn(end); day = dayAfter(day)) {
    const stands = excluded.some((span) => dayIn(span.start) < day && day <= dayIn(span.end))
    if (!stands && (unit === 'day' || isWorkdayOn(day))) days += 1
  }
  return { days, isCalendarKnown: isCalendarKnownOn(dayIn(start)) && isCalendarKnownOn(dayIn(end)) }
}
