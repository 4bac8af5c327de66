/** One part of a split drawing: what stands between two cuts, moved to the top of its own sheet. */
import type { Arrangement, Point, Rect, Route } from '../../layout/arrangement.ts'
import type { Flowline } from '../../model/chart.ts'
import type { Edition } from '../../model/editions/edition.ts'
import { connectorSize } from '../figures/connectorFigure.ts'
import type { Connector, SheetContent } from '../sheetContent.ts'
import { stepNumbers } from '../stepNumbers.ts'
import { crossingsAt, headOf, ownPoints, rounded, segmentsOf } from './crossings.ts'
import { splitConnectorsOf, type SplitConnectors } from './splitConnectors.ts'

const connectorMargin = 8

/** What is left of and below the cuts around a part. */
interface Band {
  readonly from: number
  readonly to: number
  /** To be added to y. */
  readonly shift: number
  readonly above: Edge | undefined
  readonly below: Edge | undefined
}

/** A cut, seen from a part. */
interface Edge {
  readonly fan: SplitConnectors
  readonly letters: readonly string[]
}

export function sheetPartOf(content: SheetContent, cuts: readonly number[], index: number): SheetContent {
  const { arrangement, edition } = content
  const edges = edgesOf(arrangement, cuts)
  const above = edges[index - 1]
  const below = edges[index]
  const head = index === 0 ? 0 : headOf(arrangement)
  const from = index === 0 ? 0 : cuts[index - 1]!
  const to = cuts[index] ?? arrangement.height
  const top = above === undefined ? 0 : head + connectorMargin + above.fan.height
  const band: Band = { from, to, shift: top - from, above, below }
  const height = to + band.shift + (below === undefined ? 0 : below.fan.height + connectorMargin)
  const connectors = [...connectorsAbove(band), ...connectorsBelow(band)]
  const pieces = edition.chart.flowlines.flatMap((line) =>
    piecesOf(line, arrangement.flowlines[line.id], band),
  )
  return {
    ...content,
    edition: partEdition(edition, arrangement, band, pieces),
    arrangement: {
      ...arrangement,
      height,
      steps: {
        ...shiftedSteps(arrangement, band),
        ...Object.fromEntries(connectors.map(({ id, box }) => [id, box])),
      },
      flowlines: Object.fromEntries(pieces.map(({ line, route }) => [line.id, route])),
      lanes: arrangement.lanes.map((lane) => ({ ...lane, y: 0, height })),
      sideBoxes: arrangement.sideBoxes.filter((box) => isIn(box, band)).map((box) => moved(box, band)),
      columns: arrangement.columns && {
        risks: { ...arrangement.columns.risks, y: 0, height },
        steps: { ...arrangement.columns.steps, y: 0, height },
        measures: { ...arrangement.columns.measures, y: 0, height },
        head: arrangement.columns.head,
      },
    },
    part: { number: index + 1, of: cuts.length + 1, connectors, numbers: stepNumbers(content) },
  }
}

/** Letters continue from cut to cut, so that each letter names one place. */
function edgesOf(arrangement: Arrangement, cuts: readonly number[]): readonly Edge[] {
  let used = 0
  return cuts.map((y) => {
    const crossings = crossingsAt(arrangement, y)
    const letters = crossings.map((_, i) => letterOf(used + i))
    used += crossings.length
    return { fan: splitConnectorsOf(crossings, arrangement.width), letters }
  })
}

function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${letter}${Math.floor(index / 26)}`
}

interface PlacedConnector extends Connector {
  readonly box: Rect
}

function connectorsAbove({ above, from, shift }: Band): readonly PlacedConnector[] {
  if (above === undefined) return []
  return placedConnectors(above, 'above', from + shift - above.fan.height)
}

function connectorsBelow({ below, to, shift }: Band): readonly PlacedConnector[] {
  if (below === undefined) return []
  return placedConnectors(below, 'below', to + shift + below.fan.height - connectorSize)
}

function placedConnectors({ fan, letters }: Edge, side: string, y: number): readonly PlacedConnector[] {
  return fan.ways.map(({ circleX }, i) => ({
    id: `${side}-${letters[i]!}`,
    letter: letters[i]!,
    box: { x: circleX - connectorSize / 2, y, width: connectorSize, height: connectorSize },
  }))
}

interface Piece {
  readonly line: Flowline
  readonly route: Route
}

/** What of a flowline is in the band: more than one piece where it leaves and comes back. */
function piecesOf(line: Flowline, route: Route | undefined, band: Band): readonly Piece[] {
  if (route === undefined) return []
  const stretches = stretchesIn(ownPoints(route), band)
  const { label } = route
  return stretches.map(({ points, ends }, i) => ({
    line: { ...line, id: `${line.id}-${i}` },
    route: {
      points,
      label: i === 0 && label !== null && isIn(label, band) ? moved(label, band) : null,
      return: route.return,
      ...(ends && route.joins !== undefined ? { joins: points.length - 1 } : {}),
    },
  }))
}

interface Stretch {
  readonly points: readonly Point[]
  /** It holds the end of what the flowline draws. */
  readonly ends: boolean
}

function stretchesIn(points: readonly Point[], band: Band): readonly Stretch[] {
  const stretches: Stretch[] = []
  let open: Point[] | undefined = inside(points[0], band) ? [shiftedPoint(points[0]!, band)] : undefined
  for (const [from, to] of segmentsOf(points)) {
    for (const y of from[1] < to[1] ? [band.from, band.to] : [band.to, band.from]) {
      if (!(Math.min(from[1], to[1]) < y && y < Math.max(from[1], to[1]))) continue
      const way = wayToConnector(from[0], y, band)
      if (open === undefined) open = [...way].reverse()
      else {
        stretches.push({ points: [...open, ...way], ends: false })
        open = undefined
      }
    }
    open?.push(shiftedPoint(to, band))
  }
  return open === undefined || open.length < 2 ? stretches : [...stretches, { points: open, ends: true }]
}

/** From the cut to the edge of the circle. */
function wayToConnector(x: number, y: number, band: Band): readonly Point[] {
  const [edge, sign] = y === band.to ? [band.below, 1] : [band.above, -1]
  const way = edge?.fan.ways.find((one) => one.x === rounded(x))
  const cut = y + band.shift
  return (way?.points ?? [[x, 0]]).map(([px, py]): Point => [px, cut + sign * py])
}

function inside(point: Point | undefined, { from, to }: Band): boolean {
  return point !== undefined && point[1] >= from && point[1] <= to
}

function shiftedPoint([x, y]: Point, { shift }: Band): Point {
  return [x, y + shift]
}

function isIn(rect: Rect, { from, to }: Band): boolean {
  const middle = rect.y + rect.height / 2
  return middle >= from && middle < to
}

function moved<R extends Rect>(rect: R, { shift }: Band): R {
  return { ...rect, y: rect.y + shift }
}

function shiftedSteps({ steps }: Arrangement, band: Band): Arrangement['steps'] {
  return Object.fromEntries(
    Object.entries(steps)
      .filter(([, rect]) => isIn(rect, band))
      .map(([id, rect]) => [id, moved(rect, band)]),
  )
}

/** The same edition, of the steps and the pieces of flowlines that are in the band. */
function partEdition(
  edition: Edition,
  { steps }: Arrangement,
  band: Band,
  pieces: readonly Piece[],
): Edition {
  const flowlines = pieces.map(({ line }) => line)
  const here = edition.chart.steps.filter(({ id }) => {
    const rect = steps[id]
    return rect !== undefined && isIn(rect, band)
  })
  if (edition.name === 'internal') return { ...edition, chart: { ...edition.chart, steps: here, flowlines } }
  return { ...edition, chart: { ...edition.chart, steps: here, flowlines } }
}
