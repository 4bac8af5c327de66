/** Whether the font of every sheet has a character, without the font: page, command line and server ask before they draw. */
import { isInvisible } from '../model/invisible.ts'
import { drawableTable } from './drawableTable.ts'
import { drawnSymbol } from './drawnSymbols.ts'

const ranges = readTable()

/** `last` of each range, ascending, with its `first`. */
function readTable(): readonly { readonly first: number; readonly last: number }[] {
  let before = 0
  return drawableTable
    .flatMap((line) => line.split(' '))
    .map((entry) => {
      const [gap = 0, more = 0] = entry.split(',').map((digits) => Number.parseInt(digits, 36))
      const first = before + gap
      before = first + more
      return { first, last: before }
    })
}

/** True also for what is left out because nobody would see it, and for the symbols that are drawn without the font. */
export function isDrawable(codePoint: number): boolean {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]!
    if (codePoint < range.first) high = middle - 1
    else if (codePoint > range.last) low = middle + 1
    else return true
  }
  return isInvisible(codePoint) || drawnSymbol(String.fromCodePoint(codePoint)) !== undefined
}
