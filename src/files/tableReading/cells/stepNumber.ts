/** Normalises 序号: 第三步, （三）, ③ and 3. become 3; 1.2 stays 1.2. */
import { readNumeral } from '../../../model/numerals.ts'
import { numberFrame } from '../../../text/recognition/tableWords.ts'

/** The number in a text; undefined if there is none. */
export function numberIn(text: string): string | undefined {
  const words = text.normalize('NFKC').replaceAll(/\s/g, '')
  const number = numberFrame.exec(words)?.[1]
  if (number === undefined) return undefined
  return /^\d/.test(number) ? number.replace(/^0+(?=\d)/, '') : readNumeral(number)?.toString()
}

/** 序号 for comparison: the number, else the text (A1, 甲). */
export function plainNumber(text: string): string {
  return numberIn(text) ?? text.normalize('NFKC').replaceAll(/\s/g, '')
}
