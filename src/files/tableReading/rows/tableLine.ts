/** Lines below the headings that are not rows: 注：…, 合计, 填表人：…, 一、申报阶段. */
import { noteLine, noteWord, signature, stageLine, sumLine } from '../../../text/recognition/tableWords.ts'
import { numberIn } from '../cells/stepNumber.ts'
import type { Cell } from '../../tableSource/table.ts'
import type { Headings } from '../headings/headings.ts'

export interface TableLine {
  /** Row number from 1. */
  readonly row: number
  readonly text: string
  /** A stage concerns the step below it; a note, a sum or a signature the whole table. */
  readonly about: 'whole' | 'stepBelow'
}

/** Undefined for an ordinary row. */
export function tableLine(cells: readonly Cell[], row: number, headings: Headings): TableLine | undefined {
  const own = cells.filter((cell) => cell.text.trim() !== '' && !cell.covered)
  const [first] = own
  if (!first || headings.columns.size < 2) return undefined
  const texts = own.map((cell) => cell.text.trim())
  const text = texts.join(' ')
  const words = texts[0]!.replaceAll(/\s/g, '')
  if (own.length === 1 && noteLine.test(texts[0]!)) return { row, text, about: 'whole' }
  if (sumLine.test(words)) return { row, text, about: 'whole' }
  if (texts.every((each) => signature.test(each.replaceAll(/\s/g, ''))))
    return { row, text: texts.join('\u3000'), about: 'whole' }
  if (
    own.length === 2 &&
    noteWord.test(words) &&
    cells.indexOf(first) <= (headings.columns.get('name')?.at ?? 0)
  )
    return { row, text: texts.join('：'), about: 'whole' }
  if (own.length > 1) return undefined
  const at = cells.indexOf(first)
  const isMerged = cells[at + 1]?.covered === 'left' && cells[at + 2]?.covered === 'left'
  const number = headings.columns.get('number')?.at
  const isNoNumber = at === number && numberIn(words) === undefined
  const isStage = stageLine.test(words) && at <= (headings.columns.get('name')?.at ?? 0)
  if (isMerged || isNoNumber || isStage) return { row, text, about: isStage ? 'stepBelow' : 'whole' }
  return undefined
}
