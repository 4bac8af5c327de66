/**
 * A chart as a draw.io page (mxGraph): a pool with lanes, steps in their lanes, edges with their bends.
 * What a step says beyond its box stands in its 数据 (UserObject attributes).
 */
import type { Rect } from '../layout/arrangement.ts'
import type { PlainLane, PlainLine, PlainScene, PlainStep } from './plainScene.ts'
import { stepData } from './stepData.ts'
import { stepFacts } from './stepFacts.ts'
import { element, xmlHead } from './xml.ts'

const head = 30

export function writeDrawio(scene: PlainScene): string {
  const laneOf = new Map(scene.lanes.flatMap((lane) => lane.steps.map((id) => [id, lane] as const)))
  return `${xmlHead}${element(
    'mxfile',
    {},
    element(
      'diagram',
      { id: 'page', name: scene.title },
      element(
        'mxGraphModel',
        { grid: 1, gridSize: 10, page: 0 },
        element(
          'root',
          {},
          element('mxCell', { id: '0' }),
          element('mxCell', { id: '1', parent: '0' }),
          ...(scene.lanes.length > 0 ? [pool(scene)] : []),
          ...scene.lanes.map((lane) => laneCell(lane, scene)),
          ...scene.steps.map((step) => stepCell(step, laneOf.get(step.id), scene)),
          ...scene.lines.map(lineCell),
        ),
      ),
    ),
  )}\n`
}

/** Places inside a container count from its corner. */
function pool({ title, width, height, direction }: PlainScene): string {
  const isDown = direction === 'down'
  const box = isDown
    ? { x: 0, y: -head, width, height: height + head }
    : { x: -head, y: 0, width: width + head, height }
  return cell({ id: 'pool', value: title, style: swimlane(head, isDown), vertex: 1, parent: '1' }, box)
}

function swimlane(size: number, isDown: boolean): string {
  return `swimlane;html=0;whiteSpace=wrap;startSize=${size};horizontal=${isDown ? 1 : 0};fillColor=#f5f5f5;swimlaneFillColor=none;`
}

function laneCell({ id, name, box, head: size }: PlainLane, { direction }: PlainScene): string {
  const isDown = direction === 'down'
  const inside = isDown ? { ...box, y: box.y + head } : { ...box, x: box.x + head }
  return cell({ id, value: name, style: swimlane(size, isDown), vertex: 1, parent: 'pool' }, inside)
}

const styles = {
  terminator: 'rounded=1;arcSize=50;',
  process: 'rounded=0;',
  decision: 'rhombus;',
  document: 'shape=document;boundedLbl=1;size=0.15;',
  subprocess: 'shape=process;size=0.06;',
} as const satisfies Record<PlainStep['kind'], string>

function stepCell(step: PlainStep, lane: PlainLane | undefined, scene: PlainScene): string {
  const style = `${styles[step.kind]}html=0;whiteSpace=wrap;fontSize=12;`
  const origin = lane ? lane.box : { x: 0, y: 0 }
  const box = { ...step.box, x: step.box.x - origin.x, y: step.box.y - origin.y }
  const label = [step.name, ...stepFacts(step, scene)].join('\n')
  return element(
    'UserObject',
    { label, id: step.id, ...stepData(step, scene) },
    element('mxCell', { style, vertex: 1, parent: lane?.id ?? '1' }, geometry(box)),
  )
}

function lineCell({ id, from, to, label, points, labelBox, isReturn }: PlainLine): string {
  const bends = points.slice(1, -1).map(([x, y]) => element('mxPoint', { x, y }))
  const style = `edgeStyle=orthogonalEdgeStyle;html=0;rounded=0;endArrow=block;endFill=1;${isReturn ? 'dashed=1;' : ''}${portStyle(points)}`
  const offset = labelBox && points.length > 1 ? offsetOf(labelBox, points) : undefined
  return element(
    'mxCell',
    { id, value: label === '' ? undefined : label, style, edge: 1, parent: '1', source: from, target: to },
    element(
      'mxGeometry',
      { relative: 1, as: 'geometry', ...(offset && { x: 0, y: 0 }) },
      ...(bends.length > 0 ? [element('Array', { as: 'points' }, ...bends)] : []),
      ...(offset ? [element('mxPoint', { x: offset[0], y: offset[1], as: 'offset' })] : []),
    ),
  )
}

/** Lines leave and meet where they are drawn: the side is that of the first and last stretch. */
function portStyle(points: PlainLine['points']): string {
  const [first, second] = points
  const [before, last] = points.slice(-2)
  if (!first || !second || !before || !last) return ''
  const [exitX, exitY] = sideOf(first, second)
  const [entryX, entryY] = sideOf(last, before)
  return `exitX=${exitX};exitY=${exitY};entryX=${entryX};entryY=${entryY};exitDx=0;exitDy=0;entryDx=0;entryDy=0;`
}

function sideOf([x, y]: PlainLine['points'][number], [toX, toY]: PlainLine['points'][number]) {
  if (Math.abs(toX - x) > Math.abs(toY - y)) return [toX > x ? 1 : 0, 0.5] as const
  return [0.5, toY > y ? 1 : 0] as const
}

/** From the middle of the line, half its length along it, to the middle of the label. */
function offsetOf(box: Rect, points: PlainLine['points']): readonly [number, number] {
  const lengths = points
    .slice(1)
    .map(([x, y], at) => Math.abs(x - points[at]![0]) + Math.abs(y - points[at]![1]))
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2
  for (const [at, length] of lengths.entries()) {
    const [[x, y], [toX, toY]] = [points[at]!, points[at + 1]!]
    if (rest > length) {
      rest -= length
      continue
    }
    const share = length === 0 ? 0 : rest / length
    const [midX, midY] = [x + (toX - x) * share, y + (toY - y) * share]
    return [Math.round(box.x + box.width / 2 - midX), Math.round(box.y + box.height / 2 - midY)]
  }
  return [0, 0]
}

function cell(attributes: Parameters<typeof element>[1], box: Rect): string {
  return element('mxCell', attributes, geometry(box))
}

function geometry({ x, y, width, height }: Rect): string {
  return element('mxGeometry', { x, y, width, height, as: 'geometry' })
}
