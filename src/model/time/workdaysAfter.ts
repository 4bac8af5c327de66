/**
 * Deadlines in workdays, by the State Council's calendar: statutory holidays are no workdays,
 * make-up Saturdays and Sundays (调休) are. The days come from chinese-days; it is handed local
 * noons, because it takes a text for midnight in UTC, which west of Greenwich is the day before.
 */
import chineseDays from 'chinese-days'

const { getHolidaysInRange, isWorkday } = chineseDays

export interface Deadline {
  /** yyyy-mm-dd */
  readonly day: string
  /**
   * False where the calendar of a year on the way has not been decreed, or not yet been taken up by
   * chinese-days: there every Monday to Friday was counted.
   */
  readonly isCalendarKnown: boolean
}

/** The day that is `count` workdays after `day` (yyyy-mm-dd); the day itself does not count. */
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

/** The last days of December are arranged with the New Year after them: 29 December 2018 was a make-up Saturday for 2019. */
function yearOfDecree(at: Date): number {
  return noonOf(at.getFullYear(), at.getMonth() + 1, at.getDate() + 4).getFullYear()
}

/** A year is known when its National Day holiday is. */
function isKnown(year: number): boolean {
  return getHolidaysInRange(noonOf(year, 10, 1), noonOf(year, 10, 3), false).length > 0
}
