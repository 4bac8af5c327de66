/**
 * The pages of a Visio drawing (.vsdx) as scenes: kinds by the names of the masters, ends by the glue of
 * the connectors, swimlanes of cross-functional flowcharts and BPMN pools as lanes.
 */
import { dataKeys } from '../../../text/paper/exchangeWords.ts'
import { boxAround } from '../scene/geometry.ts'
import type { Figure, FigureBox, Scene, SceneLane, SceneLine, SceneShape } from '../scene/scene.ts'
import { shapeDataOf } from '../scene/shapeDataOf.ts'
import { attribute, child, type PlainElement } from '../source/plainXml.ts'
import { relationsOf, type ZipParts } from '../source/zipParts.ts'
import {
  groupPlace,
  pagePlace,
  visioBox,
  visioEnds,
  visioShape,
  type VisioMasters,
  type VisioPlace,
  type VisioShape,
} from './visioShapes.ts'

/** Foreground pages, in their order. */
export function readVisio(parts: ZipParts): readonly Scene[] {
  const pages = parts.xml('visio/pages/pages.xml')
  if (!pages) return []
  const masters = mastersOf(parts)
  const relations = relationsOf(parts, 'visio/pages/pages.xml')
  return pages.children.flatMap((page) => {
    const name = relations.get(relation(page)) ?? ''
    const content = attribute(page, 'Background') === '1' ? undefined : parts.xml(name)
    return content ? [sceneOf(page, content, masters)] : []
  })
}

function mastersOf(parts: ZipParts): VisioMasters {
  const masters = parts.xml('visio/masters/masters.xml')
  const relations = relationsOf(parts, 'visio/masters/masters.xml')
  return new Map(
    (masters?.children ?? []).map((master) => {
      const content = parts.xml(relations.get(relation(master)) ?? '')
      const shape = child(content && child(content, 'Shapes'), 'Shape')
      return [
        attribute(master, 'ID') ?? '',
        { name: attribute(master, 'NameU') ?? attribute(master, 'Name') ?? '', shape },
      ]
    }),
  )
}

function relation(element: PlainElement): string {
  const rel = child(element, 'Rel')
  return rel ? (Object.entries(rel.attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '') : ''
}

interface Walk {
  readonly masters: VisioMasters
  readonly glue: ReadonlyMap<string, { readonly from?: string; readonly to?: string }>
  /** Shapes inside of a figure are that figure, for the glue of connectors. */
  readonly figureOf: Map<string, string>
  readonly shapes: SceneShape[]
  readonly lines: SceneLine[]
  readonly lanes: SceneLane[]
  pictures: number
}

function sceneOf(page: PlainElement, content: PlainElement, masters: VisioMasters): Scene {
  const sheet = child(page, 'PageSheet')
  const height = sheet?.children.find((cell) => attribute(cell, 'N') === 'PageHeight')
  const walk: Walk = {
    masters,
    glue: glueOf(content),
    figureOf: new Map(),
    shapes: [],
    lines: [],
    lanes: [],
    pictures: 0,
  }
  const place = pagePlace(Number(height && attribute(height, 'V')) || 11)
  for (const element of child(content, 'Shapes')?.children ?? []) walkShape(element, place, walk)
  const name = attribute(page, 'Name') ?? ''
  const isPlain = /^(?:page|页|绘图|页面|第)[-\s]*\d*(?:页)?$/i.test(name)
  const stands = (id: string | undefined) => (id === undefined ? undefined : (walk.figureOf.get(id) ?? id))
  return {
    ...(name !== '' && !isPlain && { title: name }),
    shapes: walk.shapes,
    lines: walk.lines.map(({ from, to, ...line }) => {
      const [start, end] = [stands(from), stands(to)]
      return { ...line, ...(start !== undefined && { from: start }), ...(end !== undefined && { to: end }) }
    }),
    lanes: withPools(walk.lanes),
    left: walk.pictures > 0 ? [{ fault: 'pictures', other: walk.pictures }] : [],
    doubts: [],
  }
}

/** Glue stands in the page's list of connections; BegTrigger names it as well, but only as a formula. */
function glueOf(content: PlainElement): Walk['glue'] {
  const glue = new Map<string, { from?: string; to?: string }>()
  for (const connect of child(content, 'Connects')?.children ?? []) {
    const line = attribute(connect, 'FromSheet') ?? ''
    const figure = attribute(connect, 'ToSheet')
    const ends = glue.get(line) ?? {}
    glue.set(line, ends)
    if (figure === undefined) continue
    if (attribute(connect, 'FromCell') === 'BeginX') ends.from = figure
    if (attribute(connect, 'FromCell') === 'EndX') ends.to = figure
  }
  return glue
}

const laneMaster =
  /^(?:Swimlane|Functional band|Lane|Pool \/ Lane|Pool)(?: \((?:vertical|horizontal)\))?(?:\.\d+)?$/i
const stageMaster = /^(?:Phase|Separator)(?: \((?:vertical|horizontal)\))?(?:\.\d+)?$/i
/** The frames that Visio draws around lanes and phases. */
const frameMaster = /^(?:CFF Container|Swimlane List|Phase List|Cross-functional|Title|Page border|Legend)/i

function walkShape(element: PlainElement, place: VisioPlace, walk: Walk): void {
  const shape = visioShape(element, walk.masters)
  const ends = visioEnds(shape, place)
  const inside = groupPlace(shape, place)
  if (attribute(element, 'Type') === 'Foreign') {
    if (shape.master === '' && shape.text === '') walk.pictures += 1
  } else if (frameMaster.test(shape.master)) {
    for (const each of shape.children) walkShape(each, inside, walk)
  } else if (laneMaster.test(shape.master) || stageMaster.test(shape.master))
    addLane(shape, place, inside, walk)
  else if (ends && !isThick(shape)) addLine(shape, ends, walk)
  else if (shape.master === '' && textsIn(shape, walk).length > 1)
    for (const each of shape.children) walkShape(each, inside, walk)
  else addFigure(shape, visioBox(shape, place), walk)
}

/** A one-dimensional shape that is a box: a block arrow keeps its text. */
function isThick({ master }: VisioShape): boolean {
  return /box|bracket|brace/i.test(master)
}

/** Texts of the shapes inside; each counts once. */
function textsIn({ children }: VisioShape, walk: Walk): readonly string[] {
  return children.flatMap((each) => {
    const shape = visioShape(each, walk.masters)
    return [...(shape.text === '' ? [] : [shape.text]), ...textsIn(shape, walk)]
  })
}

function addLane(shape: VisioShape, place: VisioPlace, inside: VisioPlace, walk: Walk): void {
  const [heading = ''] = shape.text === '' ? textsIn(shape, walk) : [shape.text]
  const kind = stageMaster.test(shape.master) ? 'stage' : 'lane'
  walk.lanes.push({ id: shape.id, name: heading.replaceAll('\n', ''), box: visioBox(shape, place), kind })
  // Figures may be grouped into their lane.
  for (const each of shape.children) {
    const inner = visioShape(each, walk.masters)
    if (inner.master !== '' && inner.text !== '') walkShape(each, inside, walk)
  }
}

function addLine(shape: VisioShape, path: SceneLine['path'], { glue, lines }: Walk): void {
  const [start, end] = [shape.cell('BeginArrow') ?? 0, shape.cell('EndArrow') ?? 0]
  // Heads mostly come with the style: without one of its own, a connector leads from begin to end.
  const isBack = start > 0 && end === 0
  lines.push({
    id: `line ${shape.id}`,
    path,
    label: shape.text.replaceAll('\n', ''),
    // Another sign at the beginning (a dot of a message) is no head.
    startHead: start > 0 && (isBack || start === end),
    endHead: !isBack,
    ...glue.get(shape.id),
  })
}

function addFigure(shape: VisioShape, box: FigureBox, walk: Walk): void {
  const text = shape.text === '' ? textsIn(shape, walk).join('\n') : shape.text
  for (const id of idsIn(shape.element)) walk.figureOf.set(id, shape.id)
  const written = propertiesOf(shape.element)
  const [data, named] = [shapeDataOf(written), written[dataKeys.name]]
  walk.shapes.push({
    id: shape.id,
    text,
    figure: figureOf(shape),
    box,
    ...(data && { data }),
    ...(named !== undefined && { named }),
  })
}

/** Shape data by their labels. */
function propertiesOf(element: PlainElement): Readonly<Record<string, string>> {
  const section = element.children.find((each) => attribute(each, 'N') === 'Property')
  return Object.fromEntries(
    (section?.children ?? []).flatMap((row) => {
      const label = valueIn(row, 'Label')
      return label === '' ? [] : [[label, valueIn(row, 'Value')]]
    }),
  )
}

function valueIn(row: PlainElement, name: string): string {
  return row.children.find((each) => attribute(each, 'N') === name)?.attributes['V'] ?? ''
}

function idsIn(element: PlainElement): readonly string[] {
  return (child(element, 'Shapes')?.children ?? []).flatMap((each) => [
    attribute(each, 'ID') ?? '',
    ...idsIn(each),
  ])
}

const byMaster: readonly (readonly [RegExp, Figure])[] = [
  [/^(?:Decision|Gateway|Exclusive|Inclusive|Parallel gateway)/i, 'diamond'],
  [/^(?:Start\/End|Terminator|Start event|End event|Start|End)(?:\.\d+)?$/i, 'terminator'],
  [/^(?:Multi-?)?Document/i, 'document'],
  [/^(?:Predefined process|Subprocess|Collapsed sub-process|Call activity)/i, 'predefined'],
  [/^(?:On-page|Off-page)/i, 'circle'],
  [/^Intermediate/i, 'circle'],
  [/annotation|callout/i, 'callout'],
]

function figureOf(shape: VisioShape): Figure {
  const known = byMaster.find(([pattern]) => pattern.test(shape.master))?.[1]
  if (known) return known
  const sections = shape.element.children.filter((each) => attribute(each, 'N') === 'Geometry')
  if (shape.master !== '' || shape.children.length > 0) return 'rectangle'
  if (sections.length === 0 || shape.cell('LinePattern') === 0) return 'none'
  return isDiamond(sections[0]!) ? 'diamond' : 'rectangle'
}

/** Four corners in the middle of the sides, in shares of the shape (RelLineTo). */
function isDiamond(section: PlainElement): boolean {
  const rows = section.children.filter((row) => /^Rel(?:Move|Line)To$/.test(attribute(row, 'T') ?? ''))
  const points = rows.map((row) =>
    ['X', 'Y'].map((name) =>
      Number(attribute(row.children.find((cell) => attribute(cell, 'N') === name) ?? row, 'V')),
    ),
  )
  return (
    points.length >= 4 &&
    points.every(([x = 0, y = 0]) => Math.abs(x - 0.5) < 0.05 !== Math.abs(y - 0.5) < 0.05)
  )
}

/** A lane that holds others is a pool. */
function withPools(lanes: readonly SceneLane[]): readonly SceneLane[] {
  return lanes.map((lane) => {
    const outer = lanes.find((other) => other !== lane && other.kind === 'lane' && isInside(lane, other))
    return outer ? { ...lane, parent: outer.id } : lane
  })
}

function isInside({ box, kind }: SceneLane, other: SceneLane): boolean {
  if (!box || !other.box || kind === 'stage') return false
  const around = boxAround([
    { x: Math.min(box.left, other.box.left + 2), y: Math.min(box.top, other.box.top + 2) },
    { x: Math.max(box.right, other.box.right - 2), y: Math.max(box.bottom, other.box.bottom - 2) },
  ])
  const larger = (other.box.right - other.box.left) * (other.box.bottom - other.box.top)
  const own = (box.right - box.left) * (box.bottom - box.top)
  return (
    own < larger * 0.95 &&
    around.left >= other.box.left - 2 &&
    around.right <= other.box.right + 2 &&
    around.top >= other.box.top - 2 &&
    around.bottom <= other.box.bottom + 2
  )
}
