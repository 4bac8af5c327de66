/** Times as systems export them: GB/T 39046 (20260302T093000), forms (2026/3/2 9:30), words (2026年3月2日), Excel serials. */

/** Days from 1899-12-30, the zero of Excel's serials, to 1970-01-01. */
const excelZero = 25_569
/** 1990 to 2100: other numbers are no dates. */
const serials = [32_874, 73_415] as const

const compact = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?)?(?:\.\d+)?$/i
const parted =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(\d{1,2})[:时](\d{1,2})分?(?:[:]?(\d{1,2})秒?)?(?:[.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i

const plain = /^\d{4}-\d\d-\d\d[ T](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/

function isDay(day: string): boolean {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))]
  return (
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    (date <= 28 || date <= lastDayOf(Number(day.slice(0, 4)), month))
  )
}

function lastDayOf(year: number, month: number): number {
  return new Date(year, month, 0).getDate()
}

/**
 * yyyy-mm-ddThh:mm:ss; a date alone is its midnight. Undefined if it is no time, or none that there
 * is (30 February), or one of another zone than China's.
 */
export function readCaseTime(text: string): string | undefined {
  // Most systems write it so, or nearly: nothing is to be read but the day.
  if (plain.test(text) && isDay(text.slice(0, 10))) return `${text.slice(0, 10)}T${text.slice(11)}`
  const words = inDayHours(text.normalize('NFKC').trim().replace(/\s+/g, ' '))
  const found = compact.exec(words) ?? parted.exec(words)
  if (!found) return fromSerial(words)
  const zone = found[7]
  if (zone !== undefined && !/^\+08:?00$/.test(zone)) return undefined
  const [year, month, day, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part))) as [
    number,
    number,
    number,
    number?,
    number?,
    number?,
  ]
  if (month < 1 || month > 12 || day < 1 || day > lastDayOf(year, month)) return undefined
  if (hour > 23 || minute > 59 || second > 59) return undefined
  return written(year, month, day, hour, minute, second)
}

/** Date and time of two columns as one text; either may be empty, or hold both. */
export function joinedTime(date: string, time: string): string {
  if (date === '' || time === '') return time === '' ? date : time
  // Excel keeps 9:30 as a part of a day.
  if (/^0\.\d+$/.test(time) && /^\d{5}$/.test(date)) return date + time.slice(1)
  return /^(?:上午|中午|下午|晚上)?\s*\d{1,2}[:：时点]/.test(time) ? `${date} ${time}` : time
}

/** 下午2:20 is 14:20; 中午12:30 and 上午9:00 stay. */
function inDayHours(words: string): string {
  return words.replace(
    /\s*(上午|中午|下午|晚上|AM|PM)\s*(\d{1,2})(?=[:时点])/i,
    (_, part: string, hour: string) =>
      ` ${/下午|晚上|PM/i.test(part) ? (Number(hour) % 12) + 12 : /AM/i.test(part) ? Number(hour) % 12 : hour}`,
  )
}

function fromSerial(words: string): string | undefined {
  if (!/^\d{5}(?:\.\d+)?$/.test(words)) return undefined
  const serial = Number(words)
  if (serial < serials[0] || serial > serials[1]) return undefined
  const at = new Date(Math.round((serial - excelZero) * 86_400) * 1000)
  return at.toISOString().slice(0, 19)
}

function written(year: number, ...[month, day, ...time]: readonly number[]): string {
  return `${year}-${two(month)}-${two(day)}T${time.map(two).join(':')}`
}

function two(part: number | undefined): string {
  return String(part).padStart(2, '0')
}
