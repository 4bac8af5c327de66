/** From the coordinates of a group to those of the page, and the paths of connectors. */
import type { FigureBox, FigurePoint } from '../scene/scene.ts'

/** Maps a point of a group onto the page: scale, mirror, shift. */
export interface PagePlacement {
  readonly x: (value: number) => number
  readonly y: (value: number) => number
}

/** A frame before it is turned and mirrored. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Degrees, clockwise. */
  readonly turn: number
  readonly flipX: boolean
  readonly flipY: boolean
}

/** EMU to points. */
export const emu = 12_700

export function unitPlacement(perPoint: number): PagePlacement {
  return { x: (value) => value / perPoint, y: (value) => value / perPoint }
}

/** The placement of what is inside a group whose inner coordinates begin at `inner`. */
export function groupPlacement(
  outer: PagePlacement,
  frame: Frame,
  inner: Omit<Frame, 'turn' | 'flipX' | 'flipY'>,
): PagePlacement {
  const scaleX = inner.width === 0 ? 1 : frame.width / inner.width
  const scaleY = inner.height === 0 ? 1 : frame.height / inner.height
  const x = (value: number) => frame.left + (value - inner.left) * scaleX
  const y = (value: number) => frame.top + (value - inner.top) * scaleY
  return {
    x: (value) => outer.x(frame.flipX ? 2 * frame.left + frame.width - x(value) : x(value)),
    y: (value) => outer.y(frame.flipY ? 2 * frame.top + frame.height - y(value) : y(value)),
  }
}

/** The points of a path given in shares of the frame (0 to 1), mirrored and turned, on the page. */
export function placedPath(
  shares: readonly FigurePoint[],
  frame: Frame,
  { x, y }: PagePlacement,
): readonly FigurePoint[] {
  const angle = (frame.turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return shares.map((share) => {
    const dx = ((frame.flipX ? 1 - share.x : share.x) - 0.5) * frame.width
    const dy = ((frame.flipY ? 1 - share.y : share.y) - 0.5) * frame.height
    return {
      x: x(frame.left + frame.width / 2 + dx * cos - dy * sin),
      y: y(frame.top + frame.height / 2 + dx * sin + dy * cos),
    }
  })
}

/** The box on the page of a frame, as turned. */
export function placedBox(frame: Frame, placement: PagePlacement): FigureBox {
  const corners = placedPath(
    [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 1 },
      { x: 0, y: 1 },
    ],
    frame,
    placement,
  )
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/**
 * The path of a connector preset in shares of its frame; `adjust` are its adjustments in shares. A curve
 * is taken as the elbow that it rounds.
 */
export function connectorShares(preset: string, adjust: readonly number[]): readonly FigurePoint[] {
  const start = { x: 0, y: 0 }
  const end = { x: 1, y: 1 }
  const [first = 0.5, second = 0.5, third = 0.5] = adjust
  switch (preset.replace(/^\D+/, '')) {
    case '2':
      return [start, { x: 1, y: 0 }, end]
    case '3':
      return [start, { x: first, y: 0 }, { x: first, y: 1 }, end]
    case '4':
      return [start, { x: first, y: 0 }, { x: first, y: second }, { x: 1, y: second }, end]
    case '5':
      return [
        start,
        { x: first, y: 0 },
        { x: first, y: second },
        { x: third, y: second },
        { x: third, y: 1 },
        end,
      ]
    default:
      return preset === 'lineInv'
        ? [
            { x: 0, y: 1 },
            { x: 1, y: 0 },
          ]
        : [start, end]
  }
}
