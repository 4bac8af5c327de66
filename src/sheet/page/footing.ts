/** What stands below the drawing: the legend, and the phones, the supervision phone largest of all. */
import type { Arrangement } from '../../layout/arrangement.ts'
import type { Edition } from '../../model/edition.ts'
import { headerWords } from '../../text/paper.ts'
import { widthOf } from '../advances.ts'
import { colour, type LineLook } from '../figures/look.ts'
import { lineInk } from '../textInk.ts'
import { flowed, nothing, rule, stacked, type Block, type Item } from './block.ts'
import { phoneFacts, type Fact } from './facts.ts'
import { legendItems } from './legend.ts'
import type { PageLook } from './pageLook.ts'

export function footingBlock(
  edition: Edition,
  arrangement: Arrangement,
  width: number,
  look: PageLook,
): Block {
  const legend = flowed(legendItems(edition, arrangement, look), width, {
    between: 6.5 * look.scale,
    row: look.value.size * 2.3,
  })
  const { supervision, consult } = phoneFacts(edition.chart.header)
  const phones = flowed(
    [
      ...supervision.map((fact) => phoneItem(fact, look.phone)),
      ...consult.map((fact) => phoneItem(fact, { ...look.phone, weight: 'regular' })),
    ],
    width,
    { between: 12 * look.scale, row: look.phone.lineHeight },
  )
  if (legend.height === 0 && phones.height === 0) return nothing
  const ruled: Block = { height: look.hairline, ink: [rule(width, colour.hairline, look.hairline)] }
  return stacked([ruled, legend, phones], 1.6 * look.scale)
}

function phoneItem({ label, value }: Fact, look: LineLook): Item {
  const text = headerWords.labelled(label, value)
  return {
    width: widthOf(text, look.size, look.weight),
    ink: (x, middle) => lineInk(text, { x, middle, align: 'start' }, look),
  }
}
