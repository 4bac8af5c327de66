/** The kind of a step by its figure; where the figure does not decide, by its name and its place. */
import type { StepKind } from '../../../model/chart.ts'
import { readKind } from '../../tableReading/cells/readKind.ts'
import type { Figure } from './scene.ts'

interface Place {
  readonly entered: boolean
  readonly exits: number
  readonly labelled: number
  /** Some figure of the drawing is an end. */
  readonly sayEnds: boolean
}

export function kindOfFigure(
  figure: Figure,
  name: string,
  { entered, exits, labelled, sayEnds }: Place,
): StepKind {
  if (figure === 'diamond') return 'decision'
  if (figure === 'terminator') return 'terminator'
  if (figure === 'document') return 'document'
  if (figure === 'predefined') return 'subprocess'
  const isEnd = !entered || exits === 0
  if ((figure === 'rounded' || figure === 'circle') && isEnd) return 'terminator'
  // A box is a decision only if it asks: 审核 with two labelled exits stays as it is drawn.
  const { kind } = readKind('', name, { isFirst: !entered, exits, labelled: 0 })
  if (kind === 'decision' && exits > 1) return labelled > 0 || /[?？]$/.test(name) ? 'decision' : 'process'
  if (kind === 'terminator') return 'terminator'
  return isEnd && !sayEnds && entered !== exits > 0 ? 'terminator' : 'process'
}
