/**
 * Builds Path2D objects with the rows they cover, directly from the outlines without intermediate
 * lists or text: a sheet of a hundred steps has 90,000 commands. Coordinates are the SVG's,
 * rounded to a thousandth.
 */
import type { PathCommand, TextItem } from '../../../sheet/displayList.ts'
import { eachTextOutline, type Faces } from '../../../sheet/writers/outlineText.ts'

export interface Traced {
  readonly path: Path2D
  /** px from the top of the picture. */
  readonly top: number
  readonly bottom: number
}

export function tracedPath(commands: readonly PathCommand[], matrix: DOMMatrix): Traced {
  const tracing = begun(matrix)
  trace(tracing, commands, { x: 0, y: 0, right: 1, down: 1 })
  return tracing
}

export function tracedText(ink: TextItem, faces: Faces, matrix: DOMMatrix): Traced {
  const tracing = begun(matrix)
  const { y, size } = ink
  eachTextOutline(ink, faces, (outline, x) => trace(tracing, outline, { x, y, right: size, down: -size }))
  return tracing
}

interface Tracing extends Traced {
  top: number
  bottom: number
  readonly matrix: DOMMatrix
}

function begun(matrix: DOMMatrix): Tracing {
  return { path: new Path2D(), top: Number.POSITIVE_INFINITY, bottom: Number.NEGATIVE_INFINITY, matrix }
}

/** Origin and scale (per unit of a command) of the coordinates. */
interface Place {
  readonly x: number
  readonly y: number
  readonly right: number
  readonly down: number
}

function trace(tracing: Tracing, commands: readonly PathCommand[], place: Place): void {
  const { path, matrix } = tracing
  const across = (x: number): number => thousandth(place.x + x * place.right)
  const along = (y: number): number => thousandth(place.y + y * place.down)
  const reach = (x: number, y: number): void => {
    const row = matrix.b * x + matrix.d * y + matrix.f
    if (row < tracing.top) tracing.top = row
    if (row > tracing.bottom) tracing.bottom = row
  }
  for (const command of commands) {
    if (command[0] === 'Z') {
      path.closePath()
      continue
    }
    const [x, y] = [across(command[1]), along(command[2])]
    reach(x, y)
    if (command[0] === 'M') path.moveTo(x, y)
    else if (command[0] === 'L') path.lineTo(x, y)
    else {
      const [x2, y2, x3, y3] = [across(command[3]), along(command[4]), across(command[5]), along(command[6])]
      reach(x2, y2)
      reach(x3, y3)
      path.bezierCurveTo(x, y, x2, y2, x3, y3)
    }
  }
}

function thousandth(value: number): number {
  return Math.round(value * 1000) / 1000
}
