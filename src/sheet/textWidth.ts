/**
 * Text widths without a font or a browser: Chinese characters are 1 em wide, the advance table
 * has all others. Browser, worker, command line and PDF therefore break lines alike.
 */
import { isInvisible, withoutInvisible } from '../model/invisible.ts'
import { advanceTable } from './advanceTable.ts'
import type { TextItem } from './displayList.ts'

export type FontWeight = TextItem['weight']

interface AdvanceRange {
  readonly first: number
  readonly last: number
  readonly regular: number
  readonly bold: number
}

const ranges: readonly AdvanceRange[] = readTable()

function readTable(): readonly AdvanceRange[] {
  let before = 0
  return advanceTable
    .flatMap((line) => line.split(' '))
    .map((entry) => {
      const [gap, length, regular, more] = entry.split(',').map((digits) => Number.parseInt(digits, 36))
      const first = before + gap!
      before = first + length! - 1
      return { first, last: before, regular: regular! / 1000, bold: (regular! + more!) / 1000 }
    })
}

/** Code points between these two have no exception in the table; most text needs no search. */
const [firstPlain, afterPlain] = [0x3200, 0xfb00]

/** In em. */
export function advanceOf(codePoint: number, weight: FontWeight): number {
  if (codePoint >= firstPlain && codePoint < afterPlain) return 1
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]!
    if (codePoint < range.first) high = middle - 1
    else if (codePoint > range.last) low = middle + 1
    else return range[weight]
  }
  return isInvisible(codePoint) ? 0 : 1
}

/** One stretch of a line that is drawn as it is; the next one begins closer than its advance would put it. */
export interface TextRun {
  readonly text: string
  /** From the beginning of the line. */
  readonly x: number
  readonly width: number
}

/**
 * A line cut between neighbouring full-width punctuation, where the blank half of one of the
 * two is taken out: 》（ stands as close as print shops set it. Browsers squeeze such
 * neighbours each in its own way (text-spacing-trim); cut apart, they cannot. What nobody
 * would see is left out: a direction mark would turn the letters.
 */
export function runsOf(text: string, size: number, weight: FontWeight): readonly TextRun[] {
  const runs: TextRun[] = []
  let run = ''
  let begin = 0
  let width = 0
  let before = ''
  for (const character of withoutInvisible(text)) {
    if (isSqueezed(before, character)) {
      runs.push({ text: run, x: begin * size, width: width * size })
      begin += width - 0.5
      run = ''
      width = 0
    }
    run += character
    width += advanceOf(character.codePointAt(0)!, weight)
    before = character
  }
  if (run !== '') runs.push({ text: run, x: begin * size, width: width * size })
  return runs
}

/** Of one line, squeezed punctuation taken into account. */
export function textWidthOf(text: string, size: number, weight: FontWeight): number {
  let width = 0
  let before = ''
  for (const character of withoutInvisible(text)) {
    width += advanceOf(character.codePointAt(0)!, weight) - (isSqueezed(before, character) ? 0.5 : 0)
    before = character
  }
  return width * size
}

const opening = new Set('（《「『【“‘〔〈［｛')
const closing = new Set('）》」』】”’〕〉］｝，。、；：')

function isSqueezed(before: string, character: string): boolean {
  if (!mayBeMark(before) || !mayBeMark(character)) return false
  if (closing.has(before)) return closing.has(character) || opening.has(character)
  return opening.has(before) && opening.has(character)
}

/** Fast path: most characters are Chinese and in neither set. */
function mayBeMark(character: string): boolean {
  const code = character.charCodeAt(0)
  return (code >= 0x2018 && code < firstPlain) || code >= 0xff00
}
