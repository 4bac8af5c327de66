import type { RiskLevel } from '../../model/grading.ts'
import { markFigure, markHeight, riskMarkOf, markWidth } from '../../sheet/figures/riskMark.ts'
import { DisplayListSvg } from '../base/DisplayListSvg.tsx'

/** The mark of a level as drawn on the chart and on paper. */
export function LevelMark({ level }: { readonly level: RiskLevel }) {
  const mark = riskMarkOf(level)
  return (
    <svg width={markWidth(mark, 1)} height={markHeight} role="img" aria-label={level.name}>
      <DisplayListSvg ink={markFigure(mark, 1, 0, 0)} />
    </svg>
  )
}
