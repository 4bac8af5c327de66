/**
 * Several items in one cell, as numbered lines. Parses by lines first, so that our own output
 * round-trips; then by common ways of numbering (files/tableReading/cells/readItems.ts).
 */
import { readItems } from '../../files/tableReading/cells/readItems.ts'
import { grid } from '../../text/screen/grid.ts'

export interface ListLine {
  /** 1、2. has two numbers. */
  readonly numbers: readonly number[]
  readonly text: string
}

/** A digit after the point makes it a decimal: 1.5倍. */
const marker = /^\s*(\d{1,2}(?:\s*[、,，]\s*\d{1,2})*)\s*[.．、)）](?!\d)\s*/

/** A single text is unnumbered if it parses back as one item; several are numbered. */
export function writeLines(texts: readonly string[]): string {
  const [only, ...others] = texts.map(shown)
  if (only === undefined) return ''
  const read = others.length === 0 ? readLines(only) : []
  if (read.length === 1 && read[0]!.text === only) return only
  return texts.map((text, at) => `${at + 1}. ${shown(text)}`).join('\n')
}

/** Writes each line with the numbers of the items it refers to. */
export function writeNumbered(lines: readonly ListLine[]): string {
  return lines.map(({ numbers, text }) => `${numbers.join('、')}. ${shown(text)}`).join('\n')
}

/** The items of a cell in order, ignoring their numbers: 1. 2. 3., or one per line. */
export function readLines(cell: string): readonly ListLine[] {
  const text = cell.trim()
  if (text === '') return []
  if (!marker.test(text)) return unnumbered(text)
  const lines = gathered(text, (numbers, before) => numbers.length === 1 && numbers[0] === before + 1)
  if (lines.length > 1 || text.includes('\n')) return meant(lines)
  const items = readItems(text)
  return items.length > 1 ? items.map(({ number, text }) => ({ numbers: [number ?? 0], text })) : meant(lines)
}

/** The items of a cell by the numbers they refer to, in any order, with repeats. */
export function readNumbered(cell: string): readonly ListLine[] {
  const text = cell.trim()
  if (text === '') return []
  if (!marker.test(text)) return unnumbered(text)
  const lines = gathered(text, () => true)
  const items = text.includes('\n') ? [] : readItems(text)
  return items.length > 1 ? items.map(({ number, text }) => ({ numbers: [number ?? 0], text })) : meant(lines)
}

/** Splits at ①②, (1)(2), 一、二、; otherwise each line is an item. */
function unnumbered(text: string): readonly ListLine[] {
  const items = readItems(text)
  if (items[0]?.number !== undefined)
    return items.map(({ number, text }) => ({ numbers: [number ?? 0], text }))
  return meant(text.split('\n').map((line) => ({ numbers: [], text: line })))
}

/** A line without a number continues the one above. */
function gathered(
  text: string,
  begins: (numbers: readonly number[], before: number) => boolean,
): readonly ListLine[] {
  const lines: { numbers: readonly number[]; text: string }[] = []
  for (const line of text.split('\n')) {
    const found = marker.exec(line)
    const numbers = (found?.[1] ?? '').split(/[、,，]/).map(Number)
    const open = lines.at(-1)
    if (found && (!open || begins(numbers, open.numbers[0] ?? 0)))
      lines.push({ numbers, text: line.slice(found[0].length) })
    else if (open) open.text += `\n${line}`
  }
  return lines
}

/** Drops blanks; turns placeholders for empty into ''. */
function meant(lines: readonly ListLine[]): readonly ListLine[] {
  return lines
    .map(({ numbers, text }) => ({ numbers, text: text.trim() }))
    .filter(({ text }) => text !== '')
    .map((line) => (line.text === grid.unwritten ? { ...line, text: '' } : line))
}

function shown(text: string): string {
  return text.trim() === '' ? grid.unwritten : text
}
