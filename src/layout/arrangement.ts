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

/** Which way the main path runs: 纵向 or 横向. Lanes are columns if it runs down, rows if right. */
export type FlowDirection = 'down' | 'right'

/**
 * What an arrangement for a page chose of its boxes, in units. Whoever draws it needs them to
 * break the text as it was measured.
 */
export interface BoxSetting {
  readonly direction: FlowDirection
  /** Of the boxes of steps. */
  readonly width: number
  /** Of the steps of a lane whose boxes have a width of their own. */
  readonly ownWidths?: { readonly [step: Id]: number }
  /** Of the side boxes of the three columns. */
  readonly sideWidth: number
  /** Steep ones are narrower and higher: for charts that want for width. */
  readonly diamonds: 'flat' | 'steep'
  /** To which the labels of flowlines are broken. */
  readonly labelWidth: number
  /** Into how many columns (rows, where the flow runs right) a long flow is folded; 1 if it is not. */
  readonly folds: number
}

/** A lane each post, in the order of the posts; `post` is null in the lane of the steps that have none (未定岗位). */
export interface Lane extends Rect {
  readonly post: Id | null
  /** Height of its head, at the top of the lane; its width, at the left, where the flow runs right. */
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
  /** Left out where it is the canvas's own: downwards, boxes of the usual width. */
  readonly boxes?: BoxSetting
}
