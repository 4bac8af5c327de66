/**
 * The block below the drawing: legend, phones (the supervision phone largest), and the QR code
 * of the public page.
 */
import { headerWords } from '../../text/paper/paper.ts'
import { textWidthOf } from '../textWidth.ts'
import { colour, type LineLook } from '../figures/look.ts'
import type { StepNumbering } from '../pageStyle.ts'
import type { SheetContent } from '../sheetContent.ts'
import { lineItem } from '../textItems.ts'
import { flowed, emptyBlock, rule, shifted, stacked, type Block, type BlockItem } from './block.ts'
import { phoneFacts, type Fact } from './facts.ts'
import { legendItems } from './legendItems.ts'
import type { PageLook } from './pageLook.ts'
import { qrBlock } from './qrCode.ts'
import { stepNotes } from './stepNotes.ts'

export function footingBlock(
  content: SheetContent,
  width: number,
  look: PageLook,
  { address, steps }: { readonly address: string | null; readonly steps: StepNumbering },
): Block {
  if (address === null) return legendAndPhones(content, width, look, steps)
  const code = qrBlock(address, look)
  const beside = width - code.width - 7 * look.scale
  const words = legendAndPhones(content, beside, look, steps)
  const height = Math.max(words.height, code.height)
  return {
    height,
    items: [shifted(words.items, 0, 0), shifted(code.items, width - code.width, height - code.height)],
  }
}

export function legendAndPhones(
  content: SheetContent,
  width: number,
  look: PageLook,
  steps: StepNumbering = 'plain',
): Block {
  const legend = flowed(legendItems(content, look, steps), width, {
    between: 6.5 * look.scale,
    row: look.value.size * 2.3,
  })
  const { supervision, consult } = phoneFacts(content.edition.chart.header)
  const phones = flowed(
    [
      ...supervision.map((fact) => phoneItem(fact, look.phone)),
      ...consult.map((fact) => phoneItem(fact, { ...look.phone, weight: 'regular' })),
    ],
    width,
    { between: 12 * look.scale, row: look.phone.lineHeight },
  )
  const notes = steps === 'noted' ? stepNotes(content, width, look) : emptyBlock
  if (legend.height + notes.height + phones.height === 0) return emptyBlock
  const ruled: Block = { height: look.hairline, items: [rule(width, colour.hairline, look.hairline)] }
  return stacked([ruled, notes, legend, phones], 1.6 * look.scale)
}

function phoneItem({ label, value }: Fact, look: LineLook): BlockItem {
  const text = headerWords.labelled(label, value)
  return {
    width: textWidthOf(text, look.size, look.weight),
    items: (x, middle) => lineItem(text, { x, middle, align: 'start' }, look),
  }
}
