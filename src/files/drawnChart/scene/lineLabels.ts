/** Texts near a line become its label: each of the nearest stretch. */
import type { DrawnProblem } from '../drawnReading.ts'
import {
  boxAround,
  boxToSegment,
  boxCentre,
  boxGrid,
  pointToSegment,
  lineSegments,
  type Grid,
  type Segment,
} from './geometry.ts'
import type { FigureLink } from './connections.ts'
import type { Stretch } from './network.ts'
import type { FigureBox, SceneShape } from './scene.ts'
import { oneLine } from './findLanes.ts'

export interface LineLabels {
  /** Labels by stretch. */
  readonly of: (stretch: number) => readonly string[]
  readonly left: readonly DrawnProblem[]
}

interface Piece {
  readonly index: number
  readonly segment: Segment
}

/** Points, as far as a text counts as near. */
const reach = 24

export function lineLabels(
  labels: readonly SceneShape[],
  stretches: readonly Stretch[],
  connections: readonly FigureLink[],
): LineLabels {
  const used = new Set(connections.flatMap(({ over }) => over))
  const branches = branchesOf(connections)
  const pieces = stretches.flatMap(({ path }, index) =>
    used.has(index) ? lineSegments(path).map((segment): Piece => ({ index, segment })) : [],
  )
  const grid = boxGrid(pieces, ({ segment: { a, b } }) => boxAround([a, b]))
  const left: DrawnProblem[] = []
  const placed = new Map<number, Ranked[]>()
  const ranked = labels
    .map(({ box, text }): Ranked => ({
      text: oneLine(text),
      near: box ? nearStretches(box, grid, branches) : [],
    }))
    .sort((one, other) => (one.near[0]?.distance ?? 0) - (other.near[0]?.distance ?? 0))
  for (const label of ranked) {
    const [first] = label.near
    if (first) place(label, first.index, { placed, stretches })
    else left.push({ fault: 'labelledLine', words: label.text })
  }
  return {
    left,
    of: (stretch) =>
      [stretches[stretch]!.line.label, ...(placed.get(stretch) ?? []).map(({ text }) => text)].filter(
        (label) => label !== '',
      ),
  }
}

interface Ranked {
  readonly text: string
  readonly near: readonly Near[]
}

interface Placing {
  readonly placed: Map<number, Ranked[]>
  readonly stretches: readonly Stretch[]
}

/** Of two texts by one line, one belongs to another exit of the same figure, if that is near to it. */
function place(label: Ranked, index: number, { placed, stretches }: Placing): void {
  const there = placed.get(index) ?? []
  const freeFor = ({ near }: Ranked) =>
    near.find((other) => !placed.has(other.index) && sharesSource(stretches[other.index]!, stretches[index]!))
      ?.index
  const own = there.length === 0 ? index : freeFor(label)
  const [before] = there
  const moved = own === undefined && before ? freeFor(before) : undefined
  if (own !== undefined) placed.set(own, [label])
  else if (moved !== undefined && before) {
    placed.set(moved, [before])
    placed.set(index, [...there.slice(1), label])
  } else placed.set(index, [...there, label])
}

interface Near {
  readonly index: number
  readonly distance: number
}

/** Stretches within reach, the nearest first, exits of a branch before others. */
function nearStretches(box: FigureBox, grid: Grid<Piece>, branches: ReadonlySet<number>): readonly Near[] {
  const centre = boxCentre(box)
  const best = new Map<number, Near & { readonly middle: number }>()
  for (const { index, segment } of grid.near(box, reach)) {
    const distance = boxToSegment(box, segment)
    const middle = pointToSegment(centre, segment).distance
    const known = best.get(index)
    if (
      distance <= reach &&
      (!known || distance < known.distance || (distance === known.distance && middle < known.middle))
    )
      best.set(index, { index, distance, middle })
  }
  return [...best.values()].sort(
    (one, other) => rankOf(one, branches) - rankOf(other, branches) || one.middle - other.middle,
  )
}

/** Points by which an exit of a figure with several may be farther than a line that needs no label. */
const branchLead = 6

function rankOf({ index, distance }: Near, branches: ReadonlySet<number>): number {
  return Math.round(distance) - (branches.has(index) ? branchLead : 0)
}

/** The stretches of the exits of figures that have several. */
function branchesOf(connections: readonly FigureLink[]): ReadonlySet<number> {
  const targets = new Map<string, Set<string>>()
  for (const { from, to } of connections) targets.set(from, (targets.get(from) ?? new Set()).add(to))
  return new Set(connections.flatMap(({ from, over }) => (targets.get(from)!.size > 1 ? over : [])))
}

function sharesSource(one: Stretch, other: Stretch): boolean {
  return [one.a, one.b].some((node) => node === other.a || node === other.b)
}
