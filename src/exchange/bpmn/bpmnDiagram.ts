/** Places of a BPMN process (BPMN DI): our own arrangement, with events and gateways set into the boxes. */
import type { Point, Rect } from '../../layout/arrangement.ts'
import type { PlainScene } from '../plainScene.ts'
import { element } from '../xml.ts'
import type { ProcessFlow, ProcessModel, ProcessNode } from './processNodes.ts'

const eventSize = 36
/** Room for the pool's name. */
const poolHead = 30

export function bpmnDiagram(scene: PlainScene, model: ProcessModel): string {
  const places = new Map(model.nodes.map((node) => [node.id, placeOf(node, model)]))
  const nodes = new Map(model.nodes.map((node) => [node.id, node]))
  const isHorizontal = scene.direction === 'right'
  const pool: Rect = {
    x: -poolHead,
    y: -poolHead,
    width: scene.width + 2 * poolHead,
    height: scene.height + 2 * poolHead,
  }
  return element(
    'bpmndi:BPMNDiagram',
    { id: 'diagram' },
    element(
      'bpmndi:BPMNPlane',
      { id: 'plane', bpmnElement: 'collaboration' },
      shape('pool', pool, { isHorizontal: String(isHorizontal) }),
      ...scene.lanes
        .filter(({ name }) => name !== '')
        .map(({ id, box }) =>
          shape(id, laneBox(box, pool, isHorizontal), { isHorizontal: String(isHorizontal) }),
        ),
      ...model.nodes.map((node) => shape(node.id, places.get(node.id)!, {}, labelOf(node))),
      ...model.flows.map((flow) => edge(flow, places, nodes)),
    ),
  )
}

/** Lanes fill the pool behind its name. */
function laneBox(box: Rect, pool: Rect, isHorizontal: boolean): Rect {
  return isHorizontal
    ? { x: pool.x + poolHead, y: box.y, width: pool.width - poolHead, height: box.height }
    : { x: box.x, y: pool.y + poolHead, width: box.width, height: pool.height - poolHead }
}

function placeOf({ id, kind, step, added }: ProcessNode, { nodes }: ProcessModel): Rect {
  const { box } = step
  if (kind === 'startEvent' && !added) return square(middle(box), eventSize)
  if (kind === 'endEvent' && !added) return square(middle(box), eventSize)
  const x = box.x + box.width / 2
  if (id.endsWith('_gateway') && id !== 'start_gateway') {
    const size = Math.min(40, box.height * 0.45)
    return square([x, box.y + box.height - size / 2], size)
  }
  if (id === 'start') return square([box.x - 24, box.y - 18], 28)
  if (id === 'start_gateway') return square([box.x + 16, box.y - 18], 28)
  if (added) return square([box.x + box.width + 22, box.y + box.height / 2], 28)
  const hasGateway = nodes.some((node) => node.id === `${id}_gateway`)
  return hasGateway ? { ...box, height: box.height - Math.min(40, box.height * 0.45) - 8 } : box
}

function middle({ x, y, width, height }: Rect): Point {
  return [x + width / 2, y + height / 2]
}

function square([x, y]: Point, size: number): Rect {
  return { x: x - size / 2, y: y - size / 2, width: size, height: size }
}

function labelOf({ kind, step, added }: ProcessNode): Rect | undefined {
  return kind.endsWith('Event') && !added
    ? { ...step.box, y: step.box.y + step.box.height / 2 + eventSize / 2, height: 20 }
    : undefined
}

function shape(id: string, box: Rect, attributes: { readonly isHorizontal?: string }, label?: Rect): string {
  return element(
    'bpmndi:BPMNShape',
    { id: `${id}_shape`, bpmnElement: id, ...attributes },
    bounds(box),
    ...(label ? [element('bpmndi:BPMNLabel', {}, bounds(label))] : []),
  )
}

function bounds({ x, y, width, height }: Rect): string {
  return element('dc:Bounds', {
    x: rounded(x),
    y: rounded(y),
    width: rounded(width),
    height: rounded(height),
  })
}

function edge(
  { id, from, to, line }: ProcessFlow,
  places: ReadonlyMap<string, Rect>,
  nodes: ReadonlyMap<string, ProcessNode>,
): string {
  const [source, target] = [places.get(from)!, places.get(to)!]
  const drawn = line?.points ?? []
  const first = drawn[0] ?? middle(target)
  const last = drawn.at(-1) ?? middle(source)
  const isMoved = (node: string) =>
    nodes.get(node)!.id.endsWith('_gateway') || nodes.get(node)!.kind.endsWith('Event')
  const points: readonly Point[] = [
    ...(isMoved(from) || drawn.length === 0 ? [onOutline(source, first)] : []),
    ...drawn,
    ...(isMoved(to) || drawn.length === 0 ? [onOutline(target, last)] : []),
  ]
  return element(
    'bpmndi:BPMNEdge',
    { id: `${id}_edge`, bpmnElement: id },
    ...points.map(([x, y]) => element('di:waypoint', { x: rounded(x), y: rounded(y) })),
    ...(line?.labelBox ? [element('bpmndi:BPMNLabel', {}, bounds(line.labelBox))] : []),
  )
}

/** The middle of the side that faces a point. */
function onOutline(box: Rect, [x, y]: Point): Point {
  const [cx, cy] = middle(box)
  const [dx, dy] = [(x - cx) / box.width, (y - cy) / box.height]
  if (Math.abs(dx) > Math.abs(dy)) return [dx > 0 ? box.x + box.width : box.x, cy]
  return [cx, dy > 0 ? box.y + box.height : box.y]
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
