/** 办理时限, in all forms found in real charts (domain A7). The wording is always kept. */
import { either, flag, number, optional, record, text, word, type RecordOf } from '../kinds/kinds.ts'

/** 工作日、自然日、小时 and rarer units. Workdays by default: the statutes count in workdays (行政许可法 art. 82). */
const unit = word('workday', 'day', 'hour', 'week', 'month', 'year')

const spanFields = { amount: number, unit } as const

const worded = {
  /** 原文, exactly as entered. */
  wording: text,
  /** False if the statute excludes it: 听证、招标、检验、鉴定、专家评审 (行政许可法 art. 45). */
  counts: { ...flag, otherwise: true, fileMayOmit: true },
} as const

/** 5个工作日内、不少于7天、自受理之日起20日内，可延长10日 */
const spanLimitFields = {
  kind: word('span'),
  ...worded,
  /** `atLeast` for 不少于、不得少于; otherwise a maximum. */
  bound: { ...word('atMost', 'atLeast'), otherwise: 'atMost', fileMayOmit: true },
  ...spanFields,
  /** True if the wording names no 工作日/自然日: 10日内. The statute then decides. */
  unitUnsaid: optional(flag),
  /** 起算: 受理之日、签订后 … as worded. */
  from: optional(text),
  /** 可延长 */
  extension: optional(record(spanFields)),
} as const

export const timeLimitKind = {
  ...either(
    record(spanLimitFields),
    /** 当场办理、即时 */
    record({ kind: word('immediate'), ...worded }),
    /** 每月20日前、每周四、五集中报销、10月30日上午10点前: a date or a recurring date, not a duration. */
    record({ kind: word('calendar'), ...worded }),
    /** Unrecognised: kept as text and marked on the screen. */
    record({ kind: { ...word('unread'), otherwise: 'unread' }, ...worded }),
  ),
  wordable: true,
} as const

export type TimeSpan = RecordOf<typeof spanFields>

export type TimeUnit = TimeSpan['unit']

export interface SpanLimit extends RecordOf<typeof spanLimitFields> {}

interface OtherLimit<K extends string> extends RecordOf<typeof worded> {
  readonly kind: K
}

export type TimeLimit = SpanLimit | OtherLimit<'immediate'> | OtherLimit<'calendar'> | OtherLimit<'unread'>
