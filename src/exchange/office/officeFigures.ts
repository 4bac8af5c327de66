/**
 * The drawing of a scene as shapes of Office (DrawingML), in EMU: boxes with text, connectors that are
 * glued to them, and freeform lines where a connector cannot follow the route.
 */
import type { Point, Rect } from '../../layout/arrangement.ts'
import { exchangeWords } from '../../text/paper/exchangeWords.ts'
import type { PlainLine, PlainScene, PlainStep } from '../plainScene.ts'
import { lineGeometry, type LineGeometry } from './lineGeometry.ts'

export interface OfficeText {
  readonly words: string
  /** Points. */
  readonly size: number
}

export interface OfficeBox {
  readonly is: 'box'
  readonly id: number
  readonly name: string
  readonly preset: string
  readonly box: Rect
  readonly texts: readonly OfficeText[]
  /** Frameless: the label of a line. */
  readonly look: 'step' | 'lane' | 'laneHead' | 'label'
  /** Words run down in the head of a lane that is a row. */
  readonly upright?: true
}

export interface OfficeLine {
  readonly is: 'line'
  readonly id: number
  readonly name: string
  readonly geometry: LineGeometry
  readonly from: Glue
  readonly to: Glue
  readonly isDashed: boolean
}

/** Connection sites count from the top against the clock. */
export interface Glue {
  readonly shape: number
  readonly site: number
}

export type OfficeFigure = OfficeBox | OfficeLine

export const emuOfUnit = 9_000
const nameSize = 9.5
const factSize = 7.5
const labelSize = 8

const presets = {
  terminator: 'flowChartTerminator',
  process: 'flowChartProcess',
  decision: 'flowChartDecision',
  document: 'flowChartDocument',
  subprocess: 'flowChartPredefinedProcess',
} as const satisfies Record<PlainStep['kind'], string>

/** `scale` shrinks the drawing, its text too. */
export function officeFigures(scene: PlainScene, scale: number): readonly OfficeFigure[] {
  const unit = emuOfUnit * scale
  const placed = ({ x, y, width, height }: Rect): Rect => ({
    x: Math.round(x * unit),
    y: Math.round(y * unit),
    width: Math.round(width * unit),
    height: Math.round(height * unit),
  })
  const point = ([x, y]: Point): Point => [Math.round(x * unit), Math.round(y * unit)]
  let count = 1
  const newId = () => (count += 1)
  const size = (points: number) => Math.max(4, Math.round(points * scale * 2) / 2)
  const lanes = scene.lanes
    .filter(({ name }) => name !== '')
    .flatMap((lane) => laneFigures(lane, scene, { placed, newId, size }))
  const ids = new Map(scene.steps.map(({ id }) => [id, newId()]))
  const steps = scene.steps.map((step): OfficeBox => ({
    is: 'box',
    id: ids.get(step.id)!,
    name: step.name,
    preset: presets[step.kind],
    box: placed(step.box),
    texts: textsOf(step, scene, size),
    look: 'step',
  }))
  const boxes = new Map(scene.steps.map(({ id, box }) => [id, box]))
  const lines = scene.lines.map((line): OfficeLine => ({
    is: 'line',
    id: newId(),
    name: line.id,
    geometry: lineGeometry(line.points.map(point)),
    from: { shape: ids.get(line.from)!, site: siteOf(boxes.get(line.from)!, line.points[0]) },
    to: { shape: ids.get(line.to)!, site: siteOf(boxes.get(line.to)!, line.points.at(-1)) },
    isDashed: line.isReturn,
  }))
  const labels = scene.lines.flatMap((line) => labelFigure(line, { placed, newId, size }))
  return [...lanes, ...lines, ...steps, ...labels]
}

interface Placing {
  readonly placed: (box: Rect) => Rect
  readonly newId: () => number
  readonly size: (points: number) => number
}

function laneFigures(
  { name, box, head }: PlainScene['lanes'][number],
  { direction }: PlainScene,
  { placed, newId, size }: Placing,
): readonly OfficeBox[] {
  const isDown = direction === 'down'
  const title = isDown ? { ...box, height: head } : { ...box, width: head }
  const plain = { is: 'box', preset: 'rect', name } as const
  return [
    { ...plain, id: newId(), box: placed(box), texts: [], look: 'lane' },
    {
      ...plain,
      id: newId(),
      box: placed(title),
      texts: [{ words: name, size: size(nameSize) }],
      look: 'laneHead',
      ...(!isDown && { upright: true as const }),
    },
  ]
}

/** Name, posts that no lane says, limit. */
function textsOf(
  step: PlainStep,
  { lanes }: PlainScene,
  size: (points: number) => number,
): readonly OfficeText[] {
  const lane = lanes.find(({ steps }) => steps.includes(step.id))?.name
  const posts = step.posts.filter((name) => name !== lane)
  const facts = [
    ...(posts.length > 0 ? [exchangeWords.posts(posts)] : []),
    ...(step.limit ? [exchangeWords.limit(step.limit.wording)] : []),
  ]
  return [
    { words: step.name, size: size(nameSize) },
    ...facts.map((words) => ({ words, size: size(factSize) })),
  ]
}

function labelFigure(
  { label, labelBox, id }: PlainLine,
  { placed, newId, size }: Placing,
): readonly OfficeBox[] {
  if (label === '' || !labelBox) return []
  return [
    {
      is: 'box',
      id: newId(),
      name: id,
      preset: 'rect',
      box: placed(labelBox),
      texts: [{ words: label, size: size(labelSize) }],
      look: 'label',
    },
  ]
}

/** Top, left, bottom, right: the side on which the route leaves or meets the box. */
function siteOf({ x, y, width, height }: Rect, point: Point | undefined): number {
  if (!point) return 2
  const [px, py] = point
  const distances = [Math.abs(py - y), Math.abs(px - x), Math.abs(py - y - height), Math.abs(px - x - width)]
  return distances.indexOf(Math.min(...distances))
}
