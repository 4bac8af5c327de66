/**
 * Lanes and the posts that they give: as the format says, or from frames around several figures, each
 * named by its own text or by a heading of the same breadth, or from a row of headings that touch.
 */
import { looksLikePost } from '../../tableReading/cells/readPostNames.ts'
import { measureLane, plainLane, riskLane, stageName } from '../../../text/recognition/drawnWords.ts'
import type { DrawnProblem } from '../drawnReading.ts'
import { areaOf, boxCentre, holds } from './geometry.ts'
import { headingLanes } from './headingLanes.ts'
import type { FigureBox, Scene, SceneLane, SceneShape } from './scene.ts'

export interface FoundLanes {
  readonly lanes: readonly SceneLane[]
  /** Ids of the figures that are frames and headings of lanes. */
  readonly used: ReadonlySet<string>
  /** The post that the lane of a figure names. */
  readonly postOf: (shape: SceneShape) => string | undefined
  readonly stageOf: (shape: SceneShape) => string | undefined
  readonly doubts: readonly DrawnProblem[]
}

/** Points. Edges of lanes drawn by hand. */
const slack = 4
/** Frames that are looked into; a page has fewer. */
const mostFrames = 200
/** Characters of a lane's name. */
const mostName = 40

export function findLanes(
  scene: Scene,
  shapes: readonly SceneShape[],
  attached: ReadonlySet<string>,
): FoundLanes {
  const frames = framesIn(shapes)
  const used = new Set<string>()
  const found = frames.flatMap((frame) => laneOfFrame(frame, shapes, attached, used))
  const named = [...scene.lanes, ...found.map(({ lane }) => lane)]
  const headings = named.length > 0 ? [] : headingLanes(shapes, attached)
  for (const { id } of headings) used.add(id)
  const rows = headings.map(({ id, text, lane }): SceneLane => ({
    id,
    name: oneLine(text),
    box: lane,
    kind: 'lane',
  }))
  const lanes = [...named, ...rows]
  const pools = new Set(lanes.flatMap(({ parent }) => parent ?? []))
  const parents = new Map(
    lanes.flatMap(({ id, parent }) => (parent === undefined ? [] : [[id, parent] as const])),
  )
  const isPost = ({ id, name, kind }: SceneLane) =>
    kind !== 'stage' &&
    !pools.has(id) &&
    name !== '' &&
    !plainLane.test(name) &&
    !riskLane.test(name) &&
    !measureLane.test(name)
  const posts = lanes.filter(isPost)
  const stages = lanes.filter(({ kind, name }) => kind === 'stage' && name !== '')
  return {
    lanes,
    used,
    postOf: (shape) => laneIn(shape, posts, parents)?.name,
    stageOf: (shape) => laneIn(shape, stages, parents)?.name,
    doubts: found.flatMap(({ doubt }) => doubt ?? []),
  }
}

/** The innermost lane of a figure, of any kind. */
export function laneOfShape(shape: SceneShape, { lanes }: FoundLanes): SceneLane | undefined {
  return laneIn(shape, lanes, new Map())
}

function laneIn(
  { lane, box }: SceneShape,
  lanes: readonly SceneLane[],
  parents: ReadonlyMap<string, string>,
): SceneLane | undefined {
  if (lane !== undefined) {
    const said = innermost(lane, lanes, parents)
    if (said) return said
  }
  if (!box) return undefined
  const centre = boxCentre(box)
  let best: SceneLane | undefined
  for (const each of lanes) {
    if (!each.box || !holds(each.box, centre)) continue
    if (!best || areaOf(each.box) < areaOf(best.box!)) best = each
  }
  return best
}

/** The lane itself, else the nearest around it that is one of these. */
function innermost(
  id: string,
  lanes: readonly SceneLane[],
  parents: ReadonlyMap<string, string>,
): SceneLane | undefined {
  let at: string | undefined = id
  for (let round = 0; at !== undefined && round < 40; round += 1) {
    const found = lanes.find((each) => each.id === at)
    if (found) return found
    at = parents.get(at)
  }
  return undefined
}

interface Frame {
  readonly shape: SceneShape
  readonly box: FigureBox
  readonly inside: readonly SceneShape[]
}

function framesIn(shapes: readonly SceneShape[]): readonly Frame[] {
  const placed = shapes.flatMap((shape) =>
    shape.box ? [{ shape, box: shape.box, area: areaOf(shape.box) }] : [],
  )
  const areas = placed
    .filter(({ shape }) => shape.text !== '')
    .map(({ area }) => area)
    .sort((a, b) => a - b)
  const usual = areas[Math.floor(areas.length / 2)] ?? 0
  return placed
    .filter(({ shape, area }) => ['rectangle', 'rounded'].includes(shape.figure) && area > usual * 2.5)
    .sort((one, other) => other.area - one.area)
    .slice(0, mostFrames)
    .flatMap(({ shape, box, area }) => {
      const inside = placed.filter(
        (other) =>
          other.shape !== shape &&
          other.shape.text !== '' &&
          other.area < area * 0.8 &&
          holds(box, boxCentre(other.box)),
      )
      return inside.length >= 2 ? [{ shape, box, inside: inside.map((one) => one.shape) }] : []
    })
}

interface FoundLane {
  readonly lane: SceneLane
  readonly doubt?: DrawnProblem
}

function laneOfFrame(
  { shape, box, inside }: Frame,
  shapes: readonly SceneShape[],
  attached: ReadonlySet<string>,
  used: Set<string>,
): readonly FoundLane[] {
  const heading = [...inside, ...shapes].find(
    (one) =>
      one !== shape &&
      !used.has(one.id) &&
      one.text !== '' &&
      !attached.has(one.id) &&
      isHeading(one.box, box),
  )
  if (shape.text === '' && !heading) {
    used.add(shape.id)
    return []
  }
  const name = oneLine(heading?.text ?? shape.text)
  if (name.length > mostName) return []
  used.add(shape.id)
  if (heading) used.add(heading.id)
  const lane = { id: `frame ${shape.id}`, name, box }
  if (stageName.test(name)) return [{ lane: { ...lane, kind: 'stage' } }]
  if (heading || looksLikePost(name)) return [{ lane: { ...lane, kind: 'lane' } }]
  const isPlain = plainLane.test(name) || riskLane.test(name) || measureLane.test(name)
  if (isPlain) return [{ lane: { ...lane, kind: 'lane' } }]
  return [{ lane: { ...lane, kind: 'stage' }, doubt: { fault: 'stageKept', words: name } }]
}

/** At the top of the frame or just above it and as broad, or at its left and as high. */
function isHeading(heading: FigureBox | undefined, frame: FigureBox): boolean {
  if (!heading || areaOf(heading) > areaOf(frame) / 2) return false
  const breadth = near(heading.left, frame.left) && near(heading.right, frame.right)
  const height = near(heading.top, frame.top) && near(heading.bottom, frame.bottom)
  const onTop = near(heading.top, frame.top) || near(heading.bottom, frame.top)
  const atLeft = near(heading.left, frame.left) || near(heading.right, frame.left)
  return (breadth && onTop) || (height && atLeft)
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= slack
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, '')
}
