import type { Arrangement, FlowDirection, Lane, Rect } from '../../layout/arrangement.ts'
import type { Chart } from '../../model/chart.ts'
import { columnHeads } from '../../text/paper/paper.ts'
import { noPost } from '../../text/terms.ts'
import type { DisplayItem } from '../displayList.ts'
import { brokenLines } from '../lineBreak.ts'
import { textItems } from '../textItems.ts'
import { colour, headLook } from './look.ts'

/** Left and right of the name in a lane's head. */
export const headMargin = 10

export interface BandLook {
  /** Neighbouring bands differ a little, so that the eye finds its way along. */
  readonly shaded: boolean
  /** The head stands at the top where the flow runs down, at the left where it runs right. */
  readonly direction: FlowDirection
}

/** One lane: its band and its head. */
export function laneFigure(lane: Lane, name: string, look: BandLook): readonly DisplayItem[] {
  return bandFigure(lane, lane.head, name, look)
}

export function laneName(lane: Lane, chart: Chart): string {
  return chart.posts.find((post) => post.id === lane.post)?.name ?? noPost
}

/** 风险点 | 流程 | 防控措施 */
export function columnsFigure(columns: NonNullable<Arrangement['columns']>): readonly DisplayItem[] {
  return [
    ...bandFigure(columns.risks, columns.head, columnHeads.risks, { shaded: true, direction: 'down' }),
    ...bandFigure(columns.steps, columns.head, columnHeads.steps, { shaded: false, direction: 'down' }),
    ...bandFigure(columns.measures, columns.head, columnHeads.measures, { shaded: true, direction: 'down' }),
  ]
}

function bandFigure(band: Rect, head: number, name: string, look: BandLook): readonly DisplayItem[] {
  const { x, y, width, height } = band
  const { shaded } = look
  const own = look.direction === 'down' ? { width, height: head } : { width: head, height }
  const border = { stroke: colour.hairline, strokeWidth: 1 }
  const lines = brokenLines(name, own.width - 2 * headMargin, headLook)
  const first = y + own.height / 2 - ((lines.length - 1) * headLook.lineHeight) / 2
  return [
    { kind: 'rect', x, y, width, height, fill: shaded ? colour.bandTint : colour.white, ...border },
    { kind: 'rect', x, y, ...own, fill: colour.headTint, ...border },
    ...textItems(lines, { x: x + own.width / 2, middle: first, align: 'middle' }, headLook),
  ]
}
