/** The number of a step, at the upper left of its box: the same as in the text twin and in the notes below the chart. */
import type { Size } from '../../layout/arrangement.ts'
import type { StepKind } from '../../model/chart.ts'
import type { DisplayItem } from '../displayList.ts'
import { lineItem } from '../textItems.ts'
import { textWidthOf } from '../textWidth.ts'
import { colour, outlineWidth, smallLook } from './look.ts'

/** Units. */
const height = 16
const look = { ...smallLook, weight: 'bold', fill: colour.ink } as const

export function numberSize(number: number): Size {
  return { width: Math.max(height, textWidthOf(String(number), look.size, look.weight) + 6), height }
}

/** In local coordinates of the number itself. */
export function numberFigure(number: number): readonly DisplayItem[] {
  const { width } = numberSize(number)
  return [
    {
      kind: 'rect',
      x: 0,
      y: 0,
      width,
      height,
      radius: height / 2,
      fill: colour.white,
      stroke: colour.outline,
      strokeWidth: outlineWidth,
    },
    ...lineItem(String(number), { x: width / 2, middle: height / 2, align: 'middle' }, look),
  ]
}

/** Where it stands in the box of its step; on a decision beside the upper left side of the diamond. */
export function numberPlace(
  kind: StepKind,
  box: Size,
  number: number,
): { readonly x: number; readonly y: number } {
  const { width } = numberSize(number)
  if (kind !== 'decision') return { x: 1 - height / 2, y: -1 - height / 2 }
  return { x: box.width * 0.28 - width + 2, y: box.height * 0.22 - height + 2 }
}
