/**
 * A number, date or truth value as a worksheet shows it (ECMA-376 part 1, 18.8.31): words around General,
 * Chinese numerals ([DBNum1], [DBNum2]), dates in Chinese order. The rest is left to the library.
 */
import { formatValue } from 'hucre'
import { chineseNumber, chineseDigitsOf, type NumeralScript } from './chineseNumber.ts'

export function cellText(value: number | boolean | Date, format: string | undefined): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (format === undefined || format === 'General')
    return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
  // Elapsed time counts beyond a day.
  if (/\[[hms]+\]/i.test(format)) return formatValue(value, format)
  const { section, number } = chosenSection(inChineseOrder(format), value)
  const script = scriptOf(section)
  const tokens = tokensOf(section.replaceAll(/\[[^\]]*\]/g, ''))
  if (value instanceof Date && tokens.some(({ is }) => is === 'date')) return dateText(value, tokens, script)
  if (!(value instanceof Date) && tokens.some(({ is }) => is === 'general'))
    return tokens.map((token) => (token.is === 'general' ? numberText(number, script) : token.text)).join('')
  const shown = formatValue(value, format.replaceAll(/\[DBNum\d\]/gi, ''))
  return script === undefined ? shown : chineseDigitsOf(shown, script)
}

/** The formats that Excel shows in the order of its language. */
const orders: { readonly [format: string]: string } = {
  'm/d/yyyy': 'yyyy/m/d',
  'm/d/yyyy h:mm': 'yyyy/m/d h:mm',
}

function inChineseOrder(format: string): string {
  if (/^\[\$-F800\]/i.test(format)) return 'yyyy"年"m"月"d"日"'
  if (/^\[\$-F400\]/i.test(format)) return 'h:mm:ss'
  return orders[format] ?? format
}

/** The section for the sign of the number; a second one shows it without its sign. */
function chosenSection(
  format: string,
  value: number | Date,
): { readonly section: string; readonly number: number } {
  const sections = format.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;|$)/g) ?? [format]
  const [first = format, second, third] = sections
  if (value instanceof Date || sections.length < 2 || /\[[<>=]/.test(format))
    return { section: first, number: Number(value) }
  if (value < 0 && second !== undefined) return { section: second, number: -value }
  return { section: value === 0 && third !== undefined ? third : first, number: value }
}

function scriptOf(section: string): NumeralScript | undefined {
  const digit = /\[DBNum(\d)\]/i.exec(section)?.[1]
  if (digit === undefined) return undefined
  return digit === '2' ? 'formal' : digit === '1' ? 'plain' : undefined
}

interface Token {
  readonly is: 'general' | 'date' | 'words' | 'digits'
  readonly text: string
}

const token =
  /(?<general>General|G\/通用格式)|"(?<quoted>[^"]*)"|[\\!](?<escaped>.)|[_*].|(?<date>a{3,4}|y+|m+|d+|h+|s+|上午\/下午|AM\/PM)|(?<digits>[0#?])|(?<other>.)/giu

function tokensOf(section: string): readonly Token[] {
  const [plain = ''] = section.split(/;@$/)
  return [...plain.matchAll(token)].map(({ groups }): Token => {
    if (groups?.['general'] !== undefined) return { is: 'general', text: '' }
    if (groups?.['date'] !== undefined) return { is: 'date', text: groups['date'].toLowerCase() }
    if (groups?.['digits'] !== undefined) return { is: 'digits', text: groups['digits'] }
    return { is: 'words', text: groups?.['quoted'] ?? groups?.['escaped'] ?? groups?.['other'] ?? '' }
  })
}

function numberText(number: number, script: NumeralScript | undefined): string {
  return script === undefined ? String(number) : chineseNumber(number, script)
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const weekdays = '日一二三四五六'

function dateText(date: Date, tokens: readonly Token[], script: NumeralScript | undefined): string {
  const halves = tokens.some(({ is, text }) => is === 'date' && text.includes('/'))
  let clock = false
  return tokens
    .map(({ is, text }, at) => {
      if (is !== 'date') return text
      const beforeSeconds =
        tokens
          .slice(at + 1)
          .find((next) => next.is === 'date')
          ?.text.startsWith('s') === true
      const isMinute = text.startsWith('m') && text.length < 3 && (clock || beforeSeconds)
      clock = text.startsWith('h')
      return datePart(date, text, { isMinute, halves, script })
    })
    .join('')
}

interface PartOf {
  readonly isMinute: boolean
  readonly halves: boolean
  readonly script: NumeralScript | undefined
}

function datePart(date: Date, text: string, { isMinute, halves, script }: PartOf): string {
  const count = (value: number) => {
    if (script !== undefined) return chineseNumber(value, script).replace(/^[一壹](?=[十拾])/, '')
    return text.length > 1 ? String(value).padStart(2, '0') : String(value)
  }
  if (isMinute) return count(date.getUTCMinutes())
  const hours = date.getUTCHours()
  switch (text.charAt(0)) {
    case 'y': {
      const year = String(date.getUTCFullYear()).slice(text.length > 2 ? 0 : 2)
      return script === undefined ? year : chineseDigitsOf(year, script)
    }
    case 'm':
      return text.length > 2 ? months[date.getUTCMonth()]! : count(date.getUTCMonth() + 1)
    case 'd':
      return text.length > 2 ? `星期${weekdays.charAt(date.getUTCDay())}` : count(date.getUTCDate())
    case 'h':
      return count(halves ? hours % 12 || 12 : hours)
    case 's':
      return count(date.getUTCSeconds())
    case 'a':
      if (text.includes('/')) return hours < 12 ? 'AM' : 'PM'
      return `${text.length > 3 ? '星期' : ''}${weekdays.charAt(date.getUTCDay())}`
    default:
      return hours < 12 ? '上午' : '下午'
  }
}
