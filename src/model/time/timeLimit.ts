/** 办理时限, in every form that real charts use (domain A7). The wording is never lost. */

/** 工作日、自然日、小时 and the rarer ones. Workdays unless said otherwise: the statutes count in workdays (行政许可法 art. 82). */
export type TimeUnit = 'workday' | 'day' | 'hour' | 'week' | 'month' | 'year'

export interface TimeSpan {
  readonly amount: number
  readonly unit: TimeUnit
}

interface Worded {
  /** 原文, exactly as the person wrote it. */
  readonly wording: string
  /** False where the statute does not count it: 听证、招标、检验、鉴定、专家评审 (行政许可法 art. 45). */
  readonly counts: boolean
}

/** 5个工作日内、不少于7天、自受理之日起20日内，可延长10日 */
export interface SpanLimit extends Worded {
  readonly kind: 'span'
  /** `atLeast` for 不少于、不得少于; everything else is a maximum. */
  readonly bound: 'atMost' | 'atLeast'
  readonly amount: number
  readonly unit: TimeUnit
  /** True where the wording names no 工作日/自然日: 10日内. Which it is depends on the statute. */
  readonly unitUnsaid?: boolean
  /** 起算: 受理之日、签订后 … as worded. */
  readonly from?: string
  /** 可延长 */
  readonly extension?: TimeSpan
}

/** 当场办理、即时 */
export interface ImmediateLimit extends Worded {
  readonly kind: 'immediate'
}

/** 每月20日前、每周四、五集中报销、10月30日上午10点前: a point or a rhythm of the calendar, no length. */
export interface CalendarLimit extends Worded {
  readonly kind: 'calendar'
}

/** Not understood: kept as text, and marked so on the screen. */
export interface UnreadLimit extends Worded {
  readonly kind: 'unread'
}

export type TimeLimit = SpanLimit | ImmediateLimit | CalendarLimit | UnreadLimit
