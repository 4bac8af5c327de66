/** 审核意见 as plain rows; the caller has resolved targets and names. */

export interface ReviewReply {
  readonly text: string
  readonly by?: string
  readonly at?: string
}

export interface ReviewRow {
  /** 环节“审核”、风险点“…”, or the whole chart. */
  readonly target: string
  /** 漏查风险、等级偏低 … */
  readonly kind: string
  readonly text: string
  readonly suggestedLevel?: string
  /** 待整改、已整改、复核通过、退回 */
  readonly state: string
  readonly by: string
  /** yyyy-mm-dd */
  readonly at: string
  readonly replies?: readonly ReviewReply[]
}

/** The number of marks per state, in order of first occurrence. */
export function countsByState(
  rows: readonly ReviewRow[],
): readonly { readonly state: string; readonly count: number }[] {
  const states = [...new Set(rows.map((row) => row.state))]
  return states.map((state) => ({ state, count: rows.filter((row) => row.state === state).length }))
}
