/** The result of reading a drawing. */
import type { Chart } from '../../model/chart.ts'
import type { DrawnDoubt, DrawnFault, DrawnLeft } from '../../text/messages/sayDrawn.ts'

/** `sayDrawn` gives the Chinese sentence. */
export interface DrawnProblem<F extends DrawnDoubt | DrawnLeft | DrawnFault = DrawnDoubt | DrawnLeft> {
  readonly fault: F
  readonly words?: string
  readonly other?: number
}

export interface DrawnReading {
  readonly chart: Chart
  /** Read, but to be checked by a person. */
  readonly doubts: readonly DrawnProblem[]
  /** In the drawing, but not in the chart. */
  readonly left: readonly DrawnProblem[]
}

/** Recognised, but not readable. */
export interface DrawnRefusal extends DrawnProblem<DrawnFault> {}
