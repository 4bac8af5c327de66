/** Numbers in Chinese numerals as Excel shows them under [DBNum1] (一十三) and [DBNum2] (壹拾叁). */

export type NumeralScript = 'plain' | 'formal'

const digits: { readonly [script in NumeralScript]: string } = {
  plain: '〇一二三四五六七八九',
  formal: '零壹贰叁肆伍陆柒捌玖',
}
const units: { readonly [script in NumeralScript]: readonly string[] } = {
  plain: ['', '十', '百', '千'],
  formal: ['', '拾', '佰', '仟'],
}
const groups = ['', '万', '亿', '兆']

/** Each digit for itself: 2024 → 二〇二四. */
export function chineseDigitsOf(text: string, script: NumeralScript): string {
  return text.replaceAll(/\d/g, (digit) => digits[script].charAt(Number(digit)))
}

/** Numbers above 10^16 and those in exponents stay as they are. */
export function chineseNumber(value: number, script: NumeralScript): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  if (!/^\d{1,16}$/.test(whole)) return String(value)
  const sign = value < 0 ? '-' : ''
  const after = fraction === undefined ? '' : `.${chineseDigitsOf(fraction, script)}`
  return `${sign}${integerText(whole, script)}${after}`
}

function integerText(whole: string, script: NumeralScript): string {
  const zero = script === 'plain' ? '〇' : '零'
  const count = Math.ceil(whole.length / 4)
  const padded = whole.padStart(count * 4, '0')
  const text = Array.from({ length: count }, (_, at) => {
    const group = padded.slice(at * 4, at * 4 + 4)
    const words = Array.from(group)
      .map((digit, place) =>
        digit === '0' ? zero : `${chineseDigitsOf(digit, script)}${units[script][3 - place]!}`,
      )
      .join('')
    return /[1-9]/.test(group)
      ? `${words.replaceAll(new RegExp(`${zero}+$`, 'g'), '')}${groups[count - 1 - at]!}`
      : zero
  }).join('')
  const tidy = text
    .replaceAll(new RegExp(`${zero}+`, 'g'), zero)
    .replaceAll(new RegExp(`^${zero}|${zero}$`, 'g'), '')
  return tidy === '' ? zero : tidy
}
