/**
 * The day that is so many workdays after another: Monday to Friday. Statutory holidays
 * and 调休 are decreed year by year and are not known here, so a deadline is never
 * later than the true one only by what they take away.
 * Takes and answers yyyy-mm-dd.
 */
export function workdaysAfter(day: string, count: number): string {
  let [year, month, date] = day.split('-').map(Number) as [number, number, number]
  let left = count
  while (left > 0) {
    ;[year, month, date] = nextDay(year, month, date)
    if (weekday(year, month, date) < 5) left -= 1
  }
  return `${year}-${two(month)}-${two(date)}`
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}

function nextDay(year: number, month: number, date: number): [number, number, number] {
  if (date < daysIn(year, month)) return [year, month, date + 1]
  return month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1]
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
}

/** 0 is Monday (Sakamoto's rule). */
function weekday(year: number, month: number, date: number): number {
  const y = month < 3 ? year - 1 : year
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]!
  const fromSunday = (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + date) % 7
  return (fromSunday + 6) % 7
}
