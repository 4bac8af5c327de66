/** Splits a paragraph that holds a whole list: 1.申请：…。2.受理：…。3.审核：… */
import { readItems } from '../cells/readItems.ts'

const begins = /^(.{0,24}?[:：])?\s*(?:1\s*[、.．](?!\d)|[(（]\s*1\s*[)）]|①|一、|[(（]一[)）]|第[一1]步)/

/** The title and the numbered lines; undefined if there are not three items in it. */
export function itemsInLine(line: string): readonly string[] | undefined {
  const [whole, title = ''] = begins.exec(line.trim()) ?? []
  if (whole === undefined) return undefined
  const items = readItems(line.trim().slice(title.length))
  if (items.length < 3 || items.some(({ number }) => number === undefined)) return undefined
  return [...(title === '' ? [] : [title]), ...items.map(({ number, text }) => `${number}.${text}`)]
}
