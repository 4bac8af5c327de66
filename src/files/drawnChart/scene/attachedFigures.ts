/** Figures that a line ends at, glued or nearly; before it is known which figures are steps. */
import {
  boxAround,
  boxGrid,
  lineSegments,
  pointToOutline,
  pointToSegment,
  type Grid,
  type Segment,
} from './geometry.ts'
import type { FigureBox, FigurePoint, SceneLine, SceneShape } from './scene.ts'

/** Points. */
const reach = 10
/** An end as near to a framed figure is not at the text beside. */
const framedReach = 16
const lineReach = 10

interface Placed {
  readonly id: string
  readonly box: FigureBox
}

interface Piece extends Segment {
  readonly line: string
}

export function attachedFigures(
  lines: readonly SceneLine[],
  shapes: readonly SceneShape[],
): ReadonlySet<string> {
  const placed = (bare: 'bare' | 'framed') =>
    shapes.flatMap(({ id, box, figure }) =>
      box && (figure === 'none') === (bare === 'bare') ? [{ id, box }] : [],
    )
  const framed = boxGrid(placed('framed'), ({ box }) => box)
  const bare = boxGrid(placed('bare'), ({ box }) => box)
  const bodies = boxGrid(
    lines.flatMap(({ id, path }) => lineSegments(path).map((segment): Piece => ({ ...segment, line: id }))),
    ({ a, b }) => boxAround([a, b]),
  )
  const found = new Set<string>()
  for (const { id, from, to, path } of lines) {
    for (const [glued, point] of [
      [from, path[0]],
      [to, path.at(-1)],
    ] as const) {
      if (glued !== undefined) found.add(glued)
      else if (point) {
        const figure = nearest(point, framed, framedReach)
        if (figure && figure.distance <= reach) found.add(figure.id)
        // A text is at an end only where nothing else is: labels stand beside elbows and arrowheads.
        const text = figure ? undefined : nearest(point, bare, reach)
        if (text && !meetsLine(point, id, bodies)) found.add(text.id)
      }
    }
  }
  return found
}

function nearest(point: FigurePoint, grid: Grid<Placed>, within: number) {
  let best: { readonly id: string; readonly distance: number } | undefined
  for (const { id, box } of grid.near(boxAround([point]), within)) {
    const distance = pointToOutline(point, box)
    if (distance <= within && distance < (best?.distance ?? Infinity)) best = { id, distance }
  }
  return best
}

function meetsLine(point: FigurePoint, own: string, bodies: Grid<Piece>): boolean {
  for (const piece of bodies.near(boxAround([point]), lineReach))
    if (piece.line !== own && pointToSegment(point, piece).distance <= lineReach) return true
  return false
}
