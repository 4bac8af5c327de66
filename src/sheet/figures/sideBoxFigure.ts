import type { Size } from '../../layout/arrangement.ts'
import type { Chart, Id } from '../../model/chart.ts'
import type { DisplayItem } from '../displayList.ts'
import { lineItem } from '../textItems.ts'
import { colour } from './look.ts'
import { markFigure, markHeight } from './riskMark.ts'
import { sideBoxContent } from './sideBoxContent.ts'

const bulletSize = 3

/** Local coordinates, as a step's. */
export function sideBoxFigure(
  step: Id,
  side: 'risks' | 'measures',
  chart: Chart,
  box: Size,
): readonly DisplayItem[] {
  const content = sideBoxContent(step, side, chart, box.width)
  if (content === null) return []
  return [
    {
      kind: 'rect',
      x: 0.5,
      y: 0.5,
      width: box.width - 1,
      height: box.height - 1,
      radius: 4,
      fill: colour.white,
      stroke: colour.hairline,
      strokeWidth: 1,
    },
    ...content.lines.flatMap(({ text, look, x, middle }) =>
      lineItem(text, { x, middle, align: 'start' }, look),
    ),
    ...content.marks.flatMap(({ mark, x, middle }) => markFigure(mark, 1, x, middle - markHeight / 2)),
    ...content.bullets.map(({ x, middle }): DisplayItem => ({
      kind: 'rect',
      x,
      y: middle - bulletSize / 2,
      width: bulletSize,
      height: bulletSize,
      fill: colour.outline,
    })),
  ]
}
