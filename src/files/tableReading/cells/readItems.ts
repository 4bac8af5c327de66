/** Splits a cell with numbered items: 1.xxx 2.yyy, ①…②…, (1)…(2)…, 一、…二、… */
import { readNumeral, writeNumeral } from '../../../model/numerals.ts'

export interface NumberedItem {
  readonly number: number | undefined
  readonly text: string
}

/** One numbering style. */
interface Marker {
  /** Pattern at the start of a cell; its group is the number. */
  readonly begins: RegExp
  readonly numberOf: (written: string) => number
  /** Pattern of the marker of number n later in the cell. */
  readonly further: (n: number) => RegExp
}

const chineseNumber = (written: string) => readNumeral(written) ?? 0
/** ① and ⑴ start consecutive code points. */
const counted = (first: string) => (written: string) => written.charCodeAt(0) - first.charCodeAt(0) + 1
const character = (first: string) => (n: number) =>
  new RegExp(String.fromCodePoint(first.charCodeAt(0) + n - 1))

const markers: readonly Marker[] = [
  {
    // A digit after the point makes it a decimal: 1.5倍.
    begins: /^(\d{1,2})\s*[.．、)）](?!\d)/,
    numberOf: Number,
    further: (n) => new RegExp(String.raw`(?<![\d.])0?${n}\s*[.．、)）](?!\d)`),
  },
  {
    begins: /^[(（]\s*(\d{1,2})\s*[)）]/,
    numberOf: Number,
    further: (n) => new RegExp(String.raw`[(（]\s*0?${n}\s*[)）]`),
  },
  { begins: /^([①-⑳])/, numberOf: counted('①'), further: character('①') },
  { begins: /^([⑴-⒇])/, numberOf: counted('⑴'), further: character('⑴') },
  {
    begins: /^([一二三四五六七八九十])、/,
    numberOf: chineseNumber,
    further: (n) => new RegExp(`${writeNumeral(n)}、`),
  },
  {
    begins: /^[(（]([一二三四五六七八九十])[)）]/,
    numberOf: chineseNumber,
    further: (n) => new RegExp(`[(（]${writeNumeral(n)}[)）]`),
  },
  {
    begins: /^第([一二三四五六七八九十]|\d{1,2})步骤?\s*[:：、，,.．]?/,
    numberOf: chineseNumber,
    further: (n) => new RegExp(`第(?:${writeNumeral(n)}|${n})步骤?\\s*[:：、，,.．]?`),
  },
]

/** Splits a cell that starts with a marker: each following number of the same style starts an item. */
export function readItems(cell: string): readonly NumberedItem[] {
  const text = cell.trim()
  if (text === '') return []
  for (const marker of markers) {
    const items = itemsBy(marker, text)
    if (items.length > 0 && items.every((item) => item.text !== '')) return items
  }
  return linesIn(text).map((line) => ({ number: undefined, text: line }))
}

/** A cell may start at 2 if item 1 is in the row above. */
function itemsBy(marker: Marker, text: string): readonly NumberedItem[] {
  const [whole, written] = marker.begins.exec(text) ?? []
  if (whole === undefined || written === undefined) return []
  const items: NumberedItem[] = []
  let number = marker.numberOf(written)
  let rest = text.slice(whole.length)
  for (let next = marker.further(number + 1).exec(rest); next; next = marker.further(number + 1).exec(rest)) {
    items.push({ number, text: trimmed(rest.slice(0, next.index)) })
    rest = rest.slice(next.index + next[0].length)
    number += 1
  }
  return [...items, { number, text: trimmed(rest) }]
}

/** Without numbers, a line end separates items only after a finished line. */
function linesIn(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim())
  const finished = lines.length > 1 && lines.slice(0, -1).every((line) => /[;；。]$/.test(line))
  return finished ? lines.map(trimmed).filter((line) => line !== '') : [text]
}

function trimmed(text: string): string {
  return text
    .trim()
    .replace(/[;；]+$/, '')
    .trim()
}
