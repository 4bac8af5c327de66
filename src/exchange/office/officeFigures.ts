/**
 * The drawing of a scene as shapes of Office (DrawingML), in EMU: boxes with text, connectors that are
 * glued to them, and freeform lines where a connector cannot follow the route.
 */
import type { Point, Rect } from '../../layout/arrangement.ts'
import { colour, stepTint } from '../../sheet/figures/look.ts'
import type { PlainLine, PlainScene, PlainStep } from '../plainScene.ts'
import { stepFacts } from '../stepFacts.ts'
import { fittedTexts, type OfficeText } from './fittedTexts.ts'
import { lineGeometry, type LineGeometry } from './lineGeometry.ts'

export interface OfficeBox {
  readonly is: 'box'
  readonly id: number
  readonly name: string
  readonly preset: string
  readonly box: Rect
  readonly texts: readonly OfficeText[]
  /** `label` is frameless. */
  readonly look: 'step' | 'lane' | 'laneHead' | 'label'
  /** #rrggbb */
  readonly fill?: string
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

export const officePresets = {
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
    .flatMap((lane, at) => laneFigures(lane, at, scene, { placed, newId, size }))
  const ids = new Map(scene.steps.map(({ id }) => [id, newId()]))
  const steps = scene.steps.map((step): OfficeBox => {
    const [preset, box] = [officePresets[step.kind], placed(step.box)]
    const texts = fittedTexts(textsOf(step, scene, size), box, preset)
    return {
      is: 'box',
      id: ids.get(step.id)!,
      name: step.name,
      preset,
      box,
      texts,
      look: 'step',
      fill: stepTint[step.kind],
    }
  })
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
  at: number,
  { direction }: PlainScene,
  { placed, newId, size }: Placing,
): readonly OfficeBox[] {
  const title = placed(direction === 'down' ? { ...box, height: head } : { ...box, width: head })
  const plain = { is: 'box', preset: 'rect', name } as const
  const words = [{ words: name, size: size(nameSize), bold: true as const }]
  return [
    {
      ...plain,
      id: newId(),
      box: placed(box),
      texts: [],
      look: 'lane',
      fill: at % 2 === 0 ? colour.bandTint : colour.white,
    },
    {
      ...plain,
      id: newId(),
      box: title,
      texts: fittedTexts(words, title, 'rect'),
      look: 'laneHead',
      fill: colour.headTint,
    },
  ]
}

function textsOf(
  step: PlainStep,
  scene: PlainScene,
  size: (points: number) => number,
): readonly OfficeText[] {
  return [
    { words: step.name, size: size(nameSize), bold: true },
    ...stepFacts(step, scene).map((words) => ({ words, size: size(factSize) })),
  ]
}

function labelFigure(
  { label, labelBox, id }: PlainLine,
  { placed, newId, size }: Placing,
): readonly OfficeBox[] {
  if (label === '' || !labelBox) return []
  const box = placed(labelBox)
  return [
    {
      is: 'box',
      id: newId(),
      name: id,
      preset: 'rect',
      box,
      texts: fittedTexts([{ words: label, size: size(labelSize) }], box, 'rect'),
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
