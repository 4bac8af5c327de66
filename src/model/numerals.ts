/**
 * Chinese and Arabic numerals in counts and durations. Own code: nzh 1.0.14 and
 * chinese-numbers-to-arabic 1.5.0 read 二三 as 23, accept 十十 and do not know 半; a misread number would
 * be checked against the law.
 */

/** All characters of Chinese numerals, for use in a regex character class. */
export const numeralCharacters = '〇零一二两三四五六七八九十廿卅百千'

const digits = '零一二三四五六七八九'
const units: { readonly [character: string]: number } = { 十: 10, 百: 100, 千: 1000 }

/**
 * The number that the whole text denotes, half or full width: 12, 1.5, 十二, 一百零五, 两, 廿, 半 (0.5), 一个半
 * (1.5), 二〇二六. Undefined otherwise, also for the ranges 二三 and 十五六. 一百二 is 120.
 */
export function readNumeral(text: string): number | undefined {
  const words = text.normalize('NFKC').trim()
  if (/^\d+(?:\.\d+)?$/.test(words)) return Number(words)
  if (words === '半') return 0.5
  const whole = /^(.+)个半$/.exec(words)?.[1]
  if (whole === undefined) return readInteger(words)
  const value = /^\d+$/.test(whole) ? Number(whole) : readInteger(whole)
  return value === undefined ? undefined : value + 0.5
}

const countIn = new RegExp(String.raw`\d+|[${numeralCharacters}]+`)

/**
 * The first integer in a text such as 两人以上 or 至少4名; the smaller one of 二三人 and 2-3人. Undefined if
 * there is none.
 */
export function readCount(text: string): number | undefined {
  const found = countIn.exec(text.normalize('NFKC'))?.[0]
  return found === undefined ? undefined : (readNumeral(found) ?? readNumeral(found.charAt(0)))
}

/** Formats an integer from 1 to 99 in Chinese: 12 → 十二. */
export function writeNumeral(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const last = ones === 0 ? '' : digits.charAt(ones)
  if (tens === 0) return last
  return `${tens === 1 ? '' : digits.charAt(tens)}十${last}`
}

function readInteger(words: string): number | undefined {
  const plain = words
    .replaceAll('〇', '零')
    .replaceAll('两', '二')
    .replaceAll('廿', '二十')
    .replaceAll('卅', '三十')
  if (/^[一二三四五六七八九][零一二三四五六七八九]*零[零一二三四五六七八九]*$/.test(plain))
    return byDigit(plain)
  let [value, digit, unit, isZeroBefore] = [0, 0, 10_000, false]
  for (const character of plain) {
    const next = units[character]
    const at = digits.indexOf(character)
    // Rejects adjacent digits and units that do not decrease: 二三, 十十.
    if (next === undefined ? at < 0 || digit > 0 : next >= unit) return undefined
    if (next === undefined) {
      digit = at
      isZeroBefore ||= at === 0
      continue
    }
    // Only 十 may lack a digit before it.
    if (digit === 0 && next !== 10) return undefined
    value += Math.max(1, digit) * next
    ;[digit, unit, isZeroBefore] = [0, next, false]
  }
  const isSpoken = digit > 0 && !isZeroBefore && (unit === 100 || unit === 1000)
  if (plain === '') return undefined
  return value + digit * (isSpoken ? unit / 10 : 1)
}

/** Reads a year such as 二〇二六 digit by digit. Needs a zero; without one the digits could be a range. */
function byDigit(plain: string): number {
  return Number(Array.from(plain, (character) => digits.indexOf(character)).join(''))
}
