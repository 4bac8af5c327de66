/** 序号 in all its forms → one: 第三步, （三）, ③ and 3. are 3; 1.2 stays 1.2. */
import { readNumeral } from '../../../model/numerals.ts'
import { numberFrame } from '../../../text/recognition/tableWords.ts'

/** Undefined where it is no number. */
export function numberIn(text: string): string | undefined {
  const words = text.normalize('NFKC').replaceAll(/\s/g, '')
  const number = numberFrame.exec(words)?.[1]
  if (number === undefined) return undefined
  return /^\d/.test(number) ? number.replace(/^0+(?=\d)/, '') : readNumeral(number)?.toString()
}

/** 序号 to compare by: the number, else the words as they stand (A1, 甲). */
export function plainNumber(text: string): string {
  return numberIn(text) ?? text.normalize('NFKC').replaceAll(/\s/g, '')
}
