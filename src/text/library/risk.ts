/**
 * Typical risks and measures, gathered by what is done at a step. Wording after real
 * registers and charts (domain A, E24–E27; 焦作 [W2]; 合肥 [W1]); a measure says what is
 * done and by what it is seen, because 加强教育 prevents nothing.
 */
import type { Duty, PowerKind, RiskCategory } from '../../model/chart.ts'

/** How such a risk is mostly graded; a scheme with other levels takes the nearest. */
export type UsualLevel = 'high' | 'medium' | 'low'

export interface TypicalRisk {
  readonly text: string
  readonly category: RiskCategory
  readonly level: UsualLevel
  readonly measures: readonly string[]
}

export interface RiskTopic {
  readonly id: string
  /** A step whose name holds one of these is of this topic; the longer word says more. */
  readonly words: readonly string[]
  /** Left out, of every power. */
  readonly powers?: readonly PowerKind[]
  readonly duties?: readonly Duty[]
  readonly risks: readonly TypicalRisk[]
}

/** One line of the library. */
export function risk(
  text: string,
  category: RiskCategory,
  level: UsualLevel,
  ...measures: readonly string[]
): TypicalRisk {
  return { text, category, level, measures }
}
