/**
 * Chinese and Arabic numerals, as people write counts and lengths of time. Own code: the two
 * libraries there are (nzh 1.0.14, chinese-numbers-to-arabic 1.5.0) read 二三 as 23 and 十十 as a
 * number, and do not know 半; a number guessed wrong would be checked against the law.
 */

/** Every character that a Chinese numeral is written with, for the inside of a character class. */
export const numeralCharacters = '〇零一二两三四五六七八九十廿卅百千'

const digits = '零一二三四五六七八九'
const units: { readonly [character: string]: number } = { 十: 10, 百: 100, 千: 1000 }

/**
 * The number that the whole text is, half width or full width: 12, 1.5, 十二, 一百零五, 两, 廿,
 * 半 (0.5), 一个半 (1.5), 二〇二六. Undefined for anything else; also for 二三 and 十五六, which
 * name a range. 一百二 is 120, as it is spoken.
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

/** The first whole number in a text, as in 两人以上 or 至少4名; of 二三人 and 2-3人 the smaller. Undefined where there is none. */
export function readCount(text: string): number | undefined {
  const found = countIn.exec(text.normalize('NFKC'))?.[0]
  return found === undefined ? undefined : (readNumeral(found) ?? readNumeral(found.charAt(0)))
}

/** The Chinese numeral of a whole number from 1 to 99: 12 → 十二. */
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
    // Two digits side by side, or units that do not fall: 二三, 十十.
    if (next === undefined ? at < 0 || digit > 0 : next >= unit) return undefined
    if (next === undefined) {
      digit = at
      isZeroBefore ||= at === 0
      continue
    }
    // Only 十 stands without a digit.
    if (digit === 0 && next !== 10) return undefined
    value += Math.max(1, digit) * next
    ;[digit, unit, isZeroBefore] = [0, next, false]
  }
  const isSpoken = digit > 0 && !isZeroBefore && (unit === 100 || unit === 1000)
  if (plain === '') return undefined
  return value + digit * (isSpoken ? unit / 10 : 1)
}

/** 二〇二六, as a year is written. Without a zero such a row of digits would be a range. */
function byDigit(plain: string): number {
  return Number(Array.from(plain, (character) => digits.indexOf(character)).join(''))
}
