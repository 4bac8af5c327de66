import type { DisplayItem } from '../displayList.ts'
import { lineItem } from '../textItems.ts'
import { colour, nameLook, outlineWidth } from './look.ts'
import { circle } from './shapes.ts'

/** Units across. */
export const connectorSize = 26

/** ISO 5807's connector, a circle with a letter, in local coordinates. */
export function connectorFigure(letter: string): readonly DisplayItem[] {
  const middle = connectorSize / 2
  return [
    {
      kind: 'path',
      path: circle(middle, middle, middle - outlineWidth / 2),
      fill: colour.white,
      stroke: colour.outline,
      strokeWidth: outlineWidth,
    },
    ...lineItem(letter, { x: middle, middle, align: 'middle' }, nameLook),
  ]
}
