/**
 * Days as yyyy-mm-dd and the State Council's calendar: statutory holidays, make-up weekend days (调休).
 * Data: chinese-days. It gets local noons, because it parses a date text as midnight UTC, which is the
 * previous day west of Greenwich.
 */
import chineseDays from 'chinese-days'

const { getHolidaysInRange, isWorkday } = chineseDays

/** `count` days after `day`, or before it if negative. */
export function dayAfter(day: string, count = 1): string {
  return count === 1 ? nextDay(day) : daysAfter(day, count)
}

const nextDay = remembered((day) => daysAfter(day, 1))

function daysAfter(day: string, count: number): string {
  const [year, month, date] = partsOf(day)
  return dayOf(noonOf(year, month, date + count))
}

export const isWorkdayOn = remembered((day: string): boolean => isWorkday(noonOf(...partsOf(day))))

/**
 * Whether the calendar of the day is decreed and known. The last days of December belong to the next
 * New Year: 29 December 2018 was a make-up Saturday for 2019.
 */
export const isCalendarKnownOn = remembered((day: string): boolean => {
  const [year, month, date] = partsOf(day)
  const decreed = noonOf(year, month, date + 4).getFullYear()
  return getHolidaysInRange(noonOf(decreed, 10, 1), noonOf(decreed, 10, 3), false).length > 0
})

/** Days of many years; a year of cases asks a million times for the same few hundred. */
const mostRemembered = 20_000

function remembered<T>(of: (day: string) => T): (day: string) => T {
  const known = new Map<string, T>()
  return (day) => {
    const found = known.get(day)
    if (found !== undefined) return found
    if (known.size >= mostRemembered) known.clear()
    const made = of(day)
    known.set(day, made)
    return made
  }
}

function partsOf(day: string): [number, number, number] {
  return day.split('-').map(Number) as [number, number, number]
}

function noonOf(year: number, month: number, date: number): Date {
  return new Date(year, month - 1, date, 12)
}

function dayOf(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

function two(part: number | undefined): string {
  return String(part).padStart(2, '0')
}
