/**
 * 预警处置: what was heard, judged, answered and mended, as events of one case. 待研判 → 不成立, or 待处置 → 整改中 →
 * 待复核 → 待销号 → 已销号; what fails 复核 is 整改中 again.
 */
import type { Id } from '../chart.ts'
import type { WarningColour } from '../registers/notice.ts'
import type { Author } from '../review/mark.ts'
import type { Day } from './controlEvent.ts'

export const warningStates = [
  'toJudge',
  'dismissed',
  'toTreat',
  'mending',
  'toReview',
  'toClose',
  'closed',
] as const

export type WarningState = (typeof warningStates)[number]

/** What a person says in each step; the words of a case are the unit's own. */
export interface WarningSteps {
  /** 线索: where it comes from (信访、审计、巡察、监督员、检查、回放 …) and what is said. */
  readonly open: {
    readonly source: string
    readonly problem: string
    /** 涉及事项或岗位 */
    readonly about: string
    readonly chart?: Id | undefined
  }
  /** 研判: does it stand? */
  readonly judge: { readonly stands: boolean; readonly text: string }
  /** 处置: colour, way (提示、诫勉、责令纠错), who leads, who answers, what is to be reached by when. */
  readonly treat: {
    readonly colour: WarningColour
    readonly way: string
    /** 文号 */
    readonly number: string
    readonly lead: string
    readonly addressee: string
    readonly goal: string
    readonly deadline: Day
  }
  /** 回执, with 整改措施. */
  readonly receipt: { readonly text: string; readonly measures: string }
  /** 整改阶段 and 进度 */
  readonly progress: { readonly stage: string; readonly text: string }
  /** 整改完成, to be looked at by another person. */
  readonly mend: { readonly text: string }
  /** 复核 */
  readonly review: { readonly passes: boolean; readonly text: string }
  /** 申请延期: the day that was asked for is kept whatever is decided. */
  readonly askExtension: { readonly until: Day; readonly text: string }
  readonly decideExtension: { readonly grants: boolean; readonly text: string }
  /** 销号 */
  readonly close: { readonly text: string }
}

export type WarningStep = keyof WarningSteps

export type WarningEvent = {
  readonly [K in WarningStep]: { readonly kind: K } & WarningSteps[K] & {
      readonly by: Author
      /** ms since 1970 */
      readonly at: number
      /** SHA-256 of the chart file as it stood; absent without a chart. */
      readonly hash?: string
    }
}[WarningStep]

type Of<K extends WarningStep> = Extract<WarningEvent, { readonly kind: K }>

export interface WarningCase {
  readonly id: Id
  /** 2026-001, given once by the server. */
  readonly number: string
  readonly state: WarningState
  readonly opened: Of<'open'>
  readonly judged?: Of<'judge'>
  readonly treated?: Of<'treat'>
  readonly receipt?: Of<'receipt'>
  readonly progress?: Of<'progress'>
  readonly mended?: Of<'mend'>
  readonly reviewed?: Of<'review'>
  readonly closed?: Of<'close'>
  /** Asked for and not decided yet. */
  readonly asking?: Of<'askExtension'>
  /** The deadline, or the day until which it was extended last. */
  readonly deadline?: Day
  readonly extensions: number
  readonly events: readonly WarningEvent[]
}

const after: { readonly [K in WarningStep]?: (event: Of<K>) => WarningState } = {
  judge: ({ stands }) => (stands ? 'toTreat' : 'dismissed'),
  treat: () => 'mending',
  mend: () => 'toReview',
  review: ({ passes }) => (passes ? 'toClose' : 'mending'),
  close: () => 'closed',
}

/** Undefined for a case without a beginning. */
export function warningCase(
  id: Id,
  number: string,
  events: readonly WarningEvent[],
): WarningCase | undefined {
  const [first, ...others] = events
  if (first?.kind !== 'open') return undefined
  const begun: WarningCase = { id, number, state: 'toJudge', opened: first, extensions: 0, events: [first] }
  return others.reduce(warningAfter, begun)
}

export function warningAfter(before: WarningCase, event: WarningEvent): WarningCase {
  const next = after[event.kind] as ((event: WarningEvent) => WarningState) | undefined
  const now = { ...before, events: [...before.events, event], state: next?.(event) ?? before.state }
  switch (event.kind) {
    case 'open':
      return now
    case 'judge':
      return { ...now, judged: event }
    case 'treat':
      return { ...now, treated: event, deadline: event.deadline }
    case 'receipt':
      return { ...now, receipt: event }
    case 'progress':
      return { ...now, progress: event }
    case 'mend':
      return { ...now, mended: event }
    case 'review':
      return { ...now, reviewed: event }
    case 'close':
      return { ...now, closed: event }
    case 'askExtension':
      return { ...now, asking: event }
    case 'decideExtension': {
      const { asking, ...rest } = now
      if (!event.grants || !asking) return rest
      return { ...rest, deadline: asking.until, extensions: before.extensions + 1 }
    }
  }
}

/** Past its day while something is still to be mended. */
export function isLateWarning({ state, deadline }: WarningCase, today: Day): boolean {
  return state === 'mending' && deadline !== undefined && deadline < today
}
