/**
 * The result of `arrange`: where everything of a chart stands. `sheet` and the canvas draw it.
 * One unit is 0.25 mm on paper at full size and one pixel on the canvas at 100 %. x grows to
 * the right, y downwards; the x and y of a rectangle are its upper left corner. The whole lies
 * in (0, 0) … (width, height).
 */
import type { Id } from '../model/chart.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Rect extends Size {
  readonly x: number
  readonly y: number
}

export type Point = readonly [x: number, y: number]

export interface Route {
  /** From outline to outline, orthogonal, simplified; the first on `from`, the last on `to`. */
  readonly points: readonly Point[]
  readonly label: Rect | null
  /** 退回、补正: runs against the flow, drawn dashed. */
  readonly return: boolean
  /** Index of the point from which on this route runs in a stretch that another one already draws. */
  readonly joins?: number
}

/** A lane each post, in the order of the posts; `post` is null in the lane of the steps that have none (未定岗位). */
export interface Lane extends Rect {
  readonly post: Id | null
  /** Height of its head, at the top of the lane. */
  readonly head: number
}

/** The box of one step's risks, or of its measures, in the three columns. */
export interface SideBox extends Rect {
  readonly step: Id
  readonly side: 'risks' | 'measures'
}

export interface Arrangement extends Size {
  readonly steps: { readonly [step: Id]: Rect }
  readonly flowlines: { readonly [flowline: Id]: Route }
  readonly lanes: readonly Lane[]
  readonly sideBoxes: readonly SideBox[]
  /** The three columns, heads included; null in the other views. */
  readonly columns: {
    readonly risks: Rect
    readonly steps: Rect
    readonly measures: Rect
    readonly head: number
  } | null
}
