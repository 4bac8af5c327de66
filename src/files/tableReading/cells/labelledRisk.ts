/** 风险：核销不严；措施：双人核对 in one cell: both parts, if the cell says nothing else. */
import { measureMark, riskMark } from '../../../text/recognition/tableWords.ts'

export interface LabelledRisk {
  readonly risk: string
  readonly measures: string
}

/** Undefined unless the cell has a mark of measures behind the risk. */
export function labelledRisk(cell: string): LabelledRisk | undefined {
  const pieces = cell.split(measureMark)
  const [risk = '', ...measures] = pieces
  if (measures.length !== 1) return undefined
  const before = risk.replace(riskMark, '').replace(/[；;，,。\s]+$/, '')
  return before === '' ? undefined : { risk: before, measures: measures[0]!.trim() }
}
