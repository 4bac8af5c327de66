/**
 * What every drawing comes down to: figures with text, lines between them, lanes. Lengths are in points
 * (1/72 inch); y grows downwards. A format that has no places (Mermaid) leaves them out.
 */
import type { Parallel } from '../../../model/chart.ts'
import type { DrawnProblem } from '../drawnReading.ts'

export interface FigurePoint {
  readonly x: number
  readonly y: number
}

export interface FigureBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * The drawn figure. `rounded` may be an end or a plain step; `circle` a connector or an event; `bar` a
 * fork or join; `none` text without a frame; `callout` a remark.
 */
export type Figure =
  | 'rectangle'
  | 'rounded'
  | 'terminator'
  | 'diamond'
  | 'document'
  | 'predefined'
  | 'circle'
  | 'bar'
  | 'callout'
  | 'none'

/** What a format says of a step beside its text. */
export interface ShapeData {
  readonly posts?: readonly string[]
  readonly limit?: string
  readonly parallel?: Parallel
  readonly phase?: string
  readonly basis?: readonly string[]
  readonly materials?: readonly string[]
  readonly documents?: readonly string[]
  readonly notes?: readonly string[]
  readonly risks?: readonly string[]
  readonly measures?: readonly string[]
  /** Risks with measures of their own, where the format keeps them together. */
  readonly told?: readonly ToldRisk[]
}

export interface ToldRisk {
  readonly text: string
  /** Name of its level. */
  readonly level?: string
  readonly measures: readonly string[]
}

export interface SceneShape {
  readonly id: string
  /** Lines separated by \n. */
  readonly text: string
  readonly figure: Figure
  readonly box?: FigureBox
  /** Id of the lane, if the format says it; otherwise by place. */
  readonly lane?: string
  readonly data?: ShapeData
  /** The text is the name and nothing else. */
  readonly exact?: true
  /** How the program itself calls the figure; a text that begins with it begins with the name, as a whole. */
  readonly named?: string
}

export interface SceneLine {
  readonly id: string
  /** Ids of the shapes that the ends are glued to. */
  readonly from?: string
  readonly to?: string
  readonly path: readonly FigurePoint[]
  readonly startHead: boolean
  readonly endHead: boolean
  readonly label: string
  /** How the program itself calls the line. */
  readonly named?: string
}

export interface SceneLane {
  readonly id: string
  readonly name: string
  readonly box?: FigureBox
  /** The lane or pool that it is a part of. */
  readonly parent?: string
  /** A stage crosses the lanes; it is no post. */
  readonly kind: 'lane' | 'pool' | 'stage'
}

export interface Scene {
  readonly title?: string
  readonly shapes: readonly SceneShape[]
  readonly lines: readonly SceneLine[]
  readonly lanes: readonly SceneLane[]
  /** The format says every connection: boxes without a line stay without. */
  readonly allLinesKnown?: true
  /** What the format's reader could not carry, and what it doubts. */
  readonly left: readonly DrawnProblem[]
  readonly doubts: readonly DrawnProblem[]
}
