/** Where flowlines meet the drawn outline of a step: a decision is the diamond in its rectangle. */
import type { StepKind } from '../model/chart.ts'
import type { Point, Rect } from './arrangement.ts'

/** The outline straight above (side -1) or below (side 1) at an x within the step. */
export function outlineAt(kind: StepKind, rect: Rect, x: number, side: -1 | 1): Point {
  const away = Math.abs(x - (rect.x + rect.width / 2)) / (rect.width / 2)
  const rise = kind === 'decision' ? (rect.height / 2) * (1 - Math.min(1, away)) : rect.height / 2
  return [x, rect.y + rect.height / 2 + side * rise]
}
