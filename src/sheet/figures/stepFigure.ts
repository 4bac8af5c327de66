/**
 * The figure of a step, for paper and canvas. Local coordinates in units: (0, 0) is the upper
 * left corner of its box.
 */
import type { BoxSetting, Size } from '../../layout/arrangement.ts'
import type { Chart, EditionName, Step, View } from '../../model/chart.ts'
import type { DisplayItem, PathItem, RectItem, Stroke } from '../displayList.ts'
import { lineItem } from '../textItems.ts'
import { colour, dashes, markOverhang, outlineWidth, stepTint } from './look.ts'
import { gravestMark, markFigure, markHeight, markWidth } from './riskMark.ts'
import { diamond, documentOutline } from './shapes.ts'
import { lineMiddles, stepContent, textMiddle } from './stepContent.ts'

export interface Seen {
  readonly view: View
  readonly edition: EditionName
  /** Of the arrangement, where it was made for a page. */
  readonly boxes?: BoxSetting | undefined
}

/**
 * A step in local coordinates, in units. All items stay in `box`; only a risk mark may stand
 * out by `markOverhang` to the right and above.
 */
export function stepFigure(step: Step, chart: Chart, box: Size, seen: Seen): readonly DisplayItem[] {
  const internal = seen.edition === 'internal' && step.internalOnly === true
  return [
    ...stepOutline(step.kind, box, { internal }),
    ...stepText(step, chart, box, seen),
    ...stepMark(step, chart, box),
  ]
}

/** The outline of a step; also used by the legend. */
export function stepOutline(
  kind: Step['kind'],
  box: Size,
  { internal }: { readonly internal: boolean },
): readonly DisplayItem[] {
  const half = outlineWidth / 2
  const inner: Size = { width: box.width - outlineWidth, height: box.height - outlineWidth }
  const line: Stroke & { readonly fill: string } = {
    fill: internal ? colour.internalTint : stepTint[kind],
    stroke: colour.outline,
    strokeWidth: outlineWidth,
    ...(internal ? { dash: dashes.internalOnly } : {}),
  }
  const rect = (radius: number): RectItem => ({ kind: 'rect', x: half, y: half, ...inner, radius, ...line })
  const path = (outline: PathItem['path']): DisplayItem => ({
    kind: 'group',
    x: half,
    y: half,
    scale: 1,
    children: [{ kind: 'path', path: outline, ...line }],
  })
  switch (kind) {
    case 'terminator':
      return [rect(Math.min(inner.height / 2, roundest))]
    case 'process':
      return [rect(4)]
    case 'decision':
      return [path(diamond(inner))]
    case 'document':
      return [path(documentOutline(inner))]
    case 'subprocess':
      return [rect(0), sideBar(8, box.height), sideBar(box.width - 8, box.height)]
  }
}

/** A high terminator keeps room for its first and last line in its corners. */
const roundest = 26

function sideBar(x: number, height: number): DisplayItem {
  return {
    kind: 'path',
    path: [
      ['M', x, outlineWidth / 2],
      ['L', x, height - outlineWidth / 2],
    ],
    stroke: colour.outline,
    strokeWidth: outlineWidth,
  }
}

function stepText(step: Step, chart: Chart, box: Size, { view, boxes }: Seen): readonly DisplayItem[] {
  const { lines } = stepContent(step, chart, view, boxes)
  const middles = lineMiddles(lines, textMiddle(step.kind, box.height))
  return lines.flatMap(({ text, look }, i) =>
    lineItem(text, { x: box.width / 2, middle: middles[i]!, align: 'middle' }, look),
  )
}

/** On the upper right corner; on a decision it rests on the upper right side of the diamond. */
function stepMark(step: Step, chart: Chart, box: Size): readonly DisplayItem[] {
  const gravest = gravestMark(step.id, chart)
  if (gravest === null) return []
  const width = markWidth(gravest.mark, gravest.count)
  const outmost = box.width + markOverhang - 1 - width
  if (step.kind !== 'decision') return markFigure(gravest.mark, gravest.count, outmost, 1 - markOverhang)
  const x = Math.min(box.width * 0.72, outmost)
  const sideAt = box.height * (x / box.width - 0.5)
  return markFigure(gravest.mark, gravest.count, x, Math.max(1 - markOverhang, sideAt + 4 - markHeight))
}
