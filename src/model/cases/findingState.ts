/** What people say of a finding of a replay (待核、成立、误报). It survives a new import: a finding is known by its key. */

export const findingStates = ['open', 'confirmed', 'dismissed'] as const

/** `open`: nobody has looked into it. */
export type FindingState = (typeof findingStates)[number]

export interface FindingJudgement {
  /** 办件编号 */
  readonly case: string
  /** `CaseFinding.key`, unique within the case. */
  readonly key: string
  readonly state: FindingState
  /** Why; never empty for `dismissed`. */
  readonly reason: string
  readonly by: string
  /** ms since 1970 */
  readonly at: number
}

export type NewJudgement = Pick<FindingJudgement, 'case' | 'key' | 'state' | 'reason'>

/** 误报 wants its reason: otherwise a finding goes away without a word. */
export function lacksReason({ state, reason }: Pick<NewJudgement, 'state' | 'reason'>): boolean {
  return state === 'dismissed' && reason.trim() === ''
}

/** The last word on each finding, by case and key. */
export function lastJudgements(said: readonly FindingJudgement[]): ReadonlyMap<string, FindingJudgement> {
  return new Map(said.map((one) => [judgementKey(one), one]))
}

export function judgementKey(one: Pick<FindingJudgement, 'case' | 'key'>): string {
  return `${one.case}\n${one.key}`
}
