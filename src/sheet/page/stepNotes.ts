/** 依据、文书、材料 of the steps, by number, below the chart: on internal sheets, where somebody asks for them. */
import type { Step } from '../../model/chart.ts'
import { headerWords, stepNoteWords, textTwinWords } from '../../text/paper/paper.ts'
import { brokenLines } from '../lineBreak.ts'
import type { SheetContent } from '../sheetContent.ts'
import { stepNumbers } from '../stepNumbers.ts'
import { lineItem } from '../textItems.ts'
import { textWidthOf } from '../textWidth.ts'
import { emptyBlock, flowed, type Block, type BlockItem } from './block.ts'
import { legalBasisWording } from './facts.ts'
import type { PageLook } from './pageLook.ts'

export function stepNotes(content: SheetContent, width: number, look: PageLook): Block {
  const { name, chart } = content.edition
  if (name !== 'internal') return emptyBlock
  const numbers = stepNumbers(content)
  const notes = chart.steps.flatMap((step) => {
    const said = saidOf(step)
    return said.length === 0 ? [] : [stepNoteWords.note(numbers.get(step.id)!, step.name, said)]
  })
  const lines = notes.flatMap((note) => brokenLines(note, width, look.value))
  return flowed(
    lines.map((line) => lineOf(line, look)),
    width,
    { between: 6 * look.scale, row: look.value.lineHeight },
  )
}

function saidOf({ legalBasis, documents, materials }: Step): readonly string[] {
  const said = [
    [textTwinWords.legalBasis, legalBasisWording(legalBasis)],
    [textTwinWords.documents, documents && headerWords.listed(documents)],
    [textTwinWords.materials, materials && headerWords.listed(materials)],
  ] as const
  return said.flatMap(([label, value]) => (value ? [headerWords.labelled(label, value)] : []))
}

function lineOf(text: string, look: PageLook): BlockItem {
  return {
    width: textWidthOf(text, look.value.size, look.value.weight),
    items: (x, middle) => lineItem(text, { x, middle, align: 'start' }, look.value),
  }
}
