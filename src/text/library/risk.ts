/**
 * Typical risks and measures by activity of a step. Wording after real registers and charts
 * (domain A, E24–E27; 焦作 [W2]; 合肥 [W1]). A measure names the act and its evidence; appeals such as
 * 加强教育 are left out.
 */
import type { Duty, PowerKind, RiskCategory } from '../../model/chart.ts'

/**
 * Usual level, by what may follow: high where a crime is in reach, medium a breach of discipline, low a
 * talk of admonition (《做好查找风险阶段工作的通知》). Schemes with other levels use the nearest.
 */
export type UsualLevel = 'high' | 'medium' | 'low'

export interface TypicalRisk {
  readonly text: string
  readonly category: RiskCategory
  readonly level: UsualLevel
  readonly measures: readonly string[]
}

export interface RiskTopic {
  readonly id: string
  /** A step name containing one of these belongs to this topic; longer words weigh more. */
  readonly words: readonly string[]
  /** Default: every power. */
  readonly powers?: readonly PowerKind[]
  readonly duties?: readonly Duty[]
  readonly risks: readonly TypicalRisk[]
}

/** One entry of the library. */
export function risk(
  text: string,
  category: RiskCategory,
  level: UsualLevel,
  ...measures: readonly string[]
): TypicalRisk {
  return { text, category, level, measures }
}
