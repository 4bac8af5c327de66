/** Data of a warning document ([W2][W4][W5]). The words are in text/paper/notices.ts. */

/** 提醒函、预警告知书、预警建议书、整改意见书; 预警提示、诫勉警示、责令纠错 in ascending severity [W2]. */
export const noticeKinds = [
  'reminder',
  'warning',
  'advice',
  'rectification',
  'prompt',
  'admonition',
  'correction',
] as const

export type NoticeKind = (typeof noticeKinds)[number]

/** 黄、橙、红 in ascending severity for a person or post [W2]; 绿、橙、红 for a unit [W5]. */
export type WarningColour = 'green' | 'yellow' | 'orange' | 'red'

/** A finding of the checks or a reviewer's mark, as text. */
export interface NoticeFinding {
  /** The place: 环节“审核”、风险点“…”. */
  readonly place: string
  readonly text: string
  readonly basis?: string
}

export interface Notice {
  readonly kind: NoticeKind
  /** 文号 in the unit's format: 某廉预〔2026〕3号 */
  readonly number: string
  /** 制发单位 */
  readonly issuer: string
  /** 预警对象 */
  readonly addressee: string
  /** 权力事项 */
  readonly power?: string
  readonly colour?: WarningColour
  readonly findings: readonly NoticeFinding[]
  readonly demands: readonly string[]
  /** yyyy-mm-dd */
  readonly deadline?: string
  /** yyyy-mm-dd */
  readonly issuedOn: string
  readonly contact?: string
  readonly phone?: string
  /** 抄送 */
  readonly copies?: string
}
