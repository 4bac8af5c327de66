/** The bands of 阶段 and their heads, in units of the drawing; the heads stand outside of it. */
import type { FlowDirection } from '../../layout/arrangement.ts'
import { phaseHead, type PhaseBand, type PhaseBands } from '../phaseBands.ts'
import type { DisplayItem } from '../displayList.ts'
import { brokenLines } from '../lineBreak.ts'
import { textItems } from '../textItems.ts'
import { colour, headLook } from './look.ts'

export function phasesFigure({ along, bands }: PhaseBands): readonly DisplayItem[] {
  return bands.flatMap((band, at) => phaseFigure(band, along, { isLast: at === bands.length - 1 }))
}

function phaseFigure(
  { name, rect }: PhaseBand,
  direction: FlowDirection,
  { isLast }: { readonly isLast: boolean },
): readonly DisplayItem[] {
  const isDown = direction === 'down'
  const { x, y, width, height } = rect
  const head = isDown
    ? { x: -phaseHead, y, width: phaseHead, height }
    : { x, y: -phaseHead, width, height: phaseHead }
  const lines = isDown ? uprightLines(name, height) : brokenLines(name, width - 8, headLook)
  const first = head.y + head.height / 2 - ((lines.length - 1) * headLook.lineHeight) / 2
  const border = { stroke: colour.hairline, strokeWidth: 1 }
  return [
    { kind: 'rect', ...head, fill: colour.headTint, ...border },
    ...(isLast
      ? []
      : [isDown ? line(x, y + height, x + width, y + height) : line(x + width, y, x + width, y + height)]),
    ...textItems(lines, { x: head.x + head.width / 2, middle: first, align: 'middle' }, headLook),
  ]
}

/** One character a line, as upright writing stands; a low band takes them side by side. */
function uprightLines(name: string, height: number): readonly string[] {
  const characters = Array.from(name)
  const most = Math.max(1, Math.floor((height - 8) / headLook.lineHeight))
  const a = Math.ceil(characters.length / most)
  return Array.from({ length: Math.ceil(characters.length / a) }, (_, at) =>
    characters.slice(at * a, (at + 1) * a).join(''),
  )
}

function line(x: number, y: number, toX: number, toY: number): DisplayItem {
  return {
    kind: 'path',
    path: [
      ['M', x, y],
      ['L', toX, toY],
    ],
    stroke: colour.line,
    strokeWidth: 1,
    dash: [7, 5],
  }
}
