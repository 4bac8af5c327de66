/** Draws an arrangement in units: background, flowlines, boxes, marks, in this order. */
import type { Arrangement } from '../layout/arrangement.ts'
import { parallelBars } from '../layout/rerouting/parallelBars.ts'
import type { Id, View } from '../model/chart.ts'
import type { Edition } from '../model/editions/edition.ts'
import { flowlineFigure } from './figures/flowlineFigure.ts'
import { columnsFigure, laneFigure, laneName } from './figures/laneFigure.ts'
import { loosePad, looseSteps } from './figures/loosePad.ts'
import { numberFigure, numberPlace } from './figures/numberFigure.ts'
import { drawnRoute, parallelFigure } from './figures/parallelFigure.ts'
import { sideBoxFigure } from './figures/sideBoxFigure.ts'
import { stepFigure } from './figures/stepFigure.ts'
import type { DisplayItem } from './displayList.ts'

interface Extras {
  /** Of the steps that are drawn with one. */
  readonly numbers?: ReadonlyMap<Id, number> | undefined
  /** Between background and flowlines. */
  readonly under?: readonly DisplayItem[]
}

/**
 * Draws a whole arrangement, in units of the arrangement: background, flowlines, steps, marks,
 * in this order.
 */
export function drawArrangement(
  edition: Edition,
  arrangement: Arrangement,
  view: View,
  { numbers = new Map(), under = [] }: Extras = {},
): readonly DisplayItem[] {
  const { chart } = edition
  const parallel = parallelBars(chart, arrangement)
  return [
    ...backdropItems(edition, arrangement),
    ...under,
    ...parallel.bars.flatMap(parallelFigure),
    ...chart.flowlines.flatMap(({ id, label }) => {
      const route = arrangement.flowlines[id] && drawnRoute(parallel, id)
      return route ? flowlineFigure(route, label) : []
    }),
    ...chart.steps.flatMap((step) => {
      const box = arrangement.steps[step.id]
      if (box === undefined) return []
      const seen = { view, edition: edition.name, boxes: arrangement.boxes }
      const number = numbers.get(step.id)
      return [
        placed(box, [
          ...stepFigure(step, chart, box, seen),
          ...(number === undefined
            ? []
            : [placed(numberPlace(step.kind, box, number), numberFigure(number))]),
        ]),
      ]
    }),
  ]
}

/**
 * The background of a drawing: lanes, columns and their side boxes, in units. The canvas draws
 * it below its nodes.
 */
export function backdropItems({ chart }: Edition, arrangement: Arrangement): readonly DisplayItem[] {
  return [
    ...arrangement.lanes.flatMap((lane, i) =>
      laneFigure(lane, laneName(lane, chart), {
        shaded: i % 2 === 1,
        direction: arrangement.boxes?.direction ?? 'down',
      }),
    ),
    ...looseSteps(chart, arrangement).flatMap((id) => loosePad(arrangement.steps[id]!)),
    ...(arrangement.columns === null ? [] : columnsFigure(arrangement.columns)),
    ...arrangement.sideBoxes.map((box) => placed(box, sideBoxFigure(box.step, box.side, chart, box))),
  ]
}

function placed(
  at: { readonly x: number; readonly y: number },
  children: readonly DisplayItem[],
): DisplayItem {
  return { kind: 'group', x: at.x, y: at.y, scale: 1, children }
}
