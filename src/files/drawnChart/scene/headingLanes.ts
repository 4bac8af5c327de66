/** Lanes drawn as a mere row (or column) of headings that touch, with lines between the lanes. */
import { boxAround } from './geometry.ts'
import type { FigureBox, SceneShape } from './scene.ts'

export interface HeadingLane {
  readonly id: string
  readonly text: string
  readonly lane: FigureBox
}

interface Placed {
  readonly shape: SceneShape
  readonly box: FigureBox
}

/** Points between two headings of one row. */
const gap = 6
/** A row of headings spans most of the drawing. */
const leastSpan = 0.6

/** Empty if there is no such row. */
export function headingLanes(
  shapes: readonly SceneShape[],
  attached: ReadonlySet<string>,
): readonly HeadingLane[] {
  const placed = shapes.flatMap((shape) => (shape.box ? [{ shape, box: shape.box }] : []))
  if (placed.length < 4) return []
  const whole = boxAround(
    placed.flatMap(({ box }) => [
      { x: box.left, y: box.top },
      { x: box.right, y: box.bottom },
    ]),
  )
  const free = placed.filter(
    ({ shape }) => shape.text !== '' && shape.figure !== 'none' && !attached.has(shape.id),
  )
  const across = rowOf(free, placed, whole)
  if (across.length > 0)
    return across.map(({ shape, box }) => ({
      id: shape.id,
      text: shape.text,
      lane: { ...box, bottom: whole.bottom },
    }))
  const down = rowOf(free.map(turned), placed.map(turned), turnedBox(whole))
  return down
    .map(turned)
    .map(({ shape, box }) => ({ id: shape.id, text: shape.text, lane: { ...box, right: whole.right } }))
}

/** The highest row of figures of one height, side by side, above all framed figures. */
function rowOf(free: readonly Placed[], all: readonly Placed[], whole: FigureBox): readonly Placed[] {
  const top = free.reduce((so, { box }) => Math.min(so, box.top), Infinity)
  const row = free
    .filter(({ box }) => Math.abs(box.top - top) <= gap)
    .sort((one, other) => one.box.left - other.box.left)
  const [first, ...rest] = row
  const last = row.at(-1)
  if (!first || !last || rest.length === 0) return []
  const height = first.box.bottom - first.box.top
  const touch = rest.every(
    ({ box }, at) =>
      Math.abs(box.left - row[at]!.box.right) <= gap &&
      Math.abs(box.bottom - box.top - height) <= height * 0.1 + 1,
  )
  const spans = last.box.right - first.box.left >= (whole.right - whole.left) * leastSpan
  const others = all.filter(
    (one) => !row.includes(one) && one.shape.figure !== 'none' && one.shape.text !== '',
  )
  const below = others.length > 0 && others.every(({ box }) => box.top >= first.box.bottom - gap)
  return touch && spans && below ? row : []
}

function turned({ shape, box }: Placed): Placed {
  return { shape, box: turnedBox(box) }
}

function turnedBox({ left, top, right, bottom }: FigureBox): FigureBox {
  return { left: top, right: bottom, top: left, bottom: right }
}
