/** Places of a BPMN process (BPMN DI): our own arrangement, with events and gateways set into the boxes. */
import type { Point, Rect } from '../../layout/arrangement.ts'
import type { PlainScene } from '../plainScene.ts'
import { element } from '../xml.ts'
import type { ProcessFlow, ProcessModel, ProcessNode } from './processModel.ts'

const eventSize = 36
/** Room for the pool's name. */
const poolHead = 30

export function bpmnDiagram(scene: PlainScene, model: ProcessModel): string {
  const places = new Map(model.nodes.map((node) => [node.id, placeOf(node, model, scene)]))
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

/** Gateways before a step stand in the gap before its box, the last one before its middle. */
const joinSize = 20
const joinPitch = 32

function placeOf(
  { id, kind, step, added, before }: ProcessNode,
  { nodes }: ProcessModel,
  { direction, lines }: PlainScene,
): Rect {
  const { box } = step
  if (before !== undefined) {
    const [x, y] = middle(box)
    const beside = joinPitch * Math.ceil(before / 2) * (before % 2 === 0 ? 1 : -1)
    return square(direction === 'down' ? [x + beside, box.y - 13] : [box.x - 13, y + beside], joinSize)
  }
  if (kind === 'startEvent' && !added) return square(middle(box), eventSize)
  if (kind === 'endEvent' && !added) return square(middle(box), eventSize)
  const [x, y] = middle(box)
  if (isOfDecision(id)) {
    const size = gatewaySize(box)
    return square([x, isLow(box) ? box.y + box.height + 13 : box.y + box.height - size / 2], size)
  }
  const hasChoice = nodes.some((node) => node.id === 'start_gateway')
  if (id === 'start_gateway') return square([box.x - 26, y], 28)
  if (id === 'start') return square(hasChoice ? [box.x - 74, y] : startPlace(box, lines), 28)
  if (added) return square([box.x + box.width + 22, box.y + box.height / 2], 28)
  const hasGateway = nodes.some((node) => node.id === `${id}_gateway`)
  return hasGateway && !isLow(box) ? { ...box, height: box.height - gatewaySize(box) - 8 } : box
}

/** The task of a decision stands above its gateway, both in the box of the step; a low one keeps its box. */
function isLow({ height }: Rect): boolean {
  return height < 60
}

function gatewaySize(box: Rect): number {
  return isLow(box) ? joinSize : Math.min(40, box.height * 0.45)
}

/** Left of the first step, or right of it where a way comes back from the left. */
function startPlace({ x, y, width, height }: Rect, lines: PlainScene['lines']): Point {
  const middleY = y + height / 2
  const isTaken = lines.some(({ points }) =>
    [points[0], points.at(-1)].some(
      (end) => end && Math.abs(end[0] - x) < 1 && Math.abs(end[1] - middleY) < height / 2,
    ),
  )
  return [isTaken ? x + width + 34 : x - 34, middleY]
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
  flow: ProcessFlow,
  places: ReadonlyMap<string, Rect>,
  nodes: ReadonlyMap<string, ProcessNode>,
): string {
  const { id, from, to, line } = flow
  const [source, target] = [places.get(from)!, places.get(to)!]
  const isMoved = (node: string) => /(?:Gateway|Event)$/.test(nodes.get(node)!.kind)
  const drawn = line?.points ?? []
  const { route, shift } = leaving(drawn, source, nodes.get(from)!)
  const isAwaited = nodes.get(to)!.before !== undefined && route.length > 1
  const inner = isAwaited ? awaited(route, target, nodes.get(to)!) : route
  const points: readonly Point[] = [
    ...(isMoved(from) || drawn.length === 0 ? [onOutline(source, inner[0] ?? middle(target))] : []),
    ...inner,
    ...(isMoved(to) || drawn.length === 0 ? [onOutline(target, inner.at(-1) ?? middle(source))] : []),
  ]
  return element(
    'bpmndi:BPMNEdge',
    { id: `${id}_edge`, bpmnElement: id },
    ...points.map(([x, y]) => element('di:waypoint', { x: rounded(x), y: rounded(y) })),
    ...(line?.labelBox
      ? [element('bpmndi:BPMNLabel', {}, bounds({ ...line.labelBox, y: line.labelBox.y + shift }))]
      : []),
  )
}

/** A way that leaves the side of a decision leaves its gateway, which stands lower: its first stretch is moved down. */
function leaving(
  drawn: readonly Point[],
  source: Rect,
  { id }: ProcessNode,
): { readonly route: readonly Point[]; readonly shift: number } {
  const [first, second, ...others] = drawn
  if (!first || !second || !isOfDecision(id)) return { route: drawn, shift: 0 }
  const [, y] = middle(source)
  if (first[1] !== second[1])
    return { route: first[1] < y && second[1] > y ? drawn.slice(1) : drawn, shift: 0 }
  const shift = y - first[1]
  if (others.length > 0) return { route: [[second[0], y], ...others], shift }
  const x = (first[0] + second[0]) / 2
  return { route: [[x, y], [x, second[1]], second], shift }
}

/** A way that is awaited ends beside the gateway in the gap before the step, not at the step. */
function awaited(route: readonly Point[], gateway: Rect, { step }: ProcessNode): readonly Point[] {
  const isAbove = gateway.y < step.box.y
  const swapped = ([x, y]: Point): Point => (isAbove ? [x, y] : [y, x])
  const [last, before] = [swapped(route.at(-1)!), swapped(route.at(-2)!)]
  const [x, y] = swapped(middle(gateway))
  if (Math.abs(last[0] - before[0]) < 1) {
    const isStraight = Math.abs(last[0] - x) < gateway.width / 2
    return isStraight ? route.slice(0, -1) : [...route.slice(0, -1), swapped([last[0], y])]
  }
  return [...route.slice(0, -2), swapped([before[0], y])]
}

function isOfDecision(id: string): boolean {
  return id.endsWith('_gateway') && id !== 'start_gateway'
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
