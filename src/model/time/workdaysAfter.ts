/** Deadlines in workdays by the State Council's calendar. */
import { dayAfter, isCalendarKnownOn, isWorkdayOn } from './calendarDays.ts'

export interface Deadline {
  /** yyyy-mm-dd */
  readonly day: string
  /**
   * False if the calendar of a year in the range is not decreed or not in chinese-days; Monday to
   * Friday were counted there.
   */
  readonly isCalendarKnown: boolean
}

/** The date `count` workdays after `day` (yyyy-mm-dd, not counted itself). */
export function workdaysAfter(day: string, count: number): Deadline {
  let at = day
  for (let left = count; left > 0;) {
    at = dayAfter(at)
    if (isWorkdayOn(at)) left -= 1
  }
  return { day: at, isCalendarKnown: isCalendarKnownOn(day) && isCalendarKnownOn(at) }
}
