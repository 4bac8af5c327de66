/**
 * Deadlines in workdays by the State Council's calendar: statutory holidays are excluded, make-up
 * weekend days (调休) included. Data: chinese-days. It gets local noons, because it parses a date text
 * as midnight UTC, which is the previous day west of Greenwich.
 */
import chineseDays from 'chinese-days'

const { getHolidaysInRange, isWorkday } = chineseDays

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
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  let at = noonOf(year, month, date)
  for (let left = count; left > 0;) {
    at = noonOf(at.getFullYear(), at.getMonth() + 1, at.getDate() + 1)
    if (isWorkday(at)) left -= 1
  }
  return { day: dayOf(at), isCalendarKnown: isKnown(year) && isKnown(yearOfDecree(at)) }
}

function noonOf(year: number, month: number, date: number): Date {
  return new Date(year, month - 1, date, 12)
}

function dayOf(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}

/**
 * The year whose decree covers a date. The last days of December belong to the next New Year: 29
 * December 2018 was a make-up Saturday for 2019.
 */
function yearOfDecree(at: Date): number {
  return noonOf(at.getFullYear(), at.getMonth() + 1, at.getDate() + 4).getFullYear()
}

/** Whether the calendar contains the National Day holiday of the year. */
function isKnown(year: number): boolean {
  return getHolidaysInRange(noonOf(year, 10, 1), noonOf(year, 10, 3), false).length > 0
}
