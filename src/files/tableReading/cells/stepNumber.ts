/** 序号 in all its forms → one: 第三步, （三）, ③ and 3. are 3; 1.2 stays 1.2. */
import { chineseDigits, numberFrame } from '../../../text/recognition/tableWords.ts'

/** Undefined where it is no number. */
export function numberIn(text: string): string | undefined {
  const words = text.normalize('NFKC').replaceAll(/\s/g, '')
  const number = numberFrame.exec(words)?.[1]
  if (number === undefined) return undefined
  return /^\d/.test(number) ? number.replace(/^0+(?=\d)/, '') : counted(number)
}

/** 序号 to compare by: the number, else the words as they stand (A1, 甲). */
export function plainNumber(text: string): string {
  return numberIn(text) ?? text.normalize('NFKC').replaceAll(/\s/g, '')
}

/** 十二 → 12, up to 九十九. */
function counted(words: string): string | undefined {
  const [, tens = '', ten, ones = ''] = /^([^十]?)(十?)([^十]?)$/.exec(words) ?? []
  if (ten === undefined) return undefined
  const value = ten === '' ? digit(tens + ones) : (tens === '' ? 1 : digit(tens)) * 10 + digit(ones)
  return Number.isNaN(value) ? undefined : String(value)
}

function digit(word: string): number {
  if (word === '') return 0
  const at = word.length === 1 ? chineseDigits.indexOf(word) : -1
  return at < 0 ? Number.NaN : at + 1
}
