/** Cases (办件) as a system of 电子监察 or 政务服务 recorded them. Terms of GB/T 39046-2020. */

/** yyyy-mm-ddThh:mm:ss, local time: the records carry no zone. Compared as text. */
export type LocalTime = string

export interface CaseEvent {
  /** 环节名称, as recorded. */
  readonly step: string
  readonly start: LocalTime
  /** Undefined: still open, or one time only was recorded. */
  readonly end?: LocalTime
  /** 环节处理人 */
  readonly person?: string
  /** 处理单位 or 岗位 as recorded; most systems have none. */
  readonly post?: string
  /** 业务动作: 通过、退回 … */
  readonly action?: string
  /** The row of the table, from 1. */
  readonly row: number
}

/** A time in which the clock stands: 补正, 特别程序. */
export interface Suspension {
  readonly start: LocalTime
  /** Undefined: not ended yet. */
  readonly end?: LocalTime
  readonly row: number
}

export interface PowerCase {
  /** 办件编号 */
  readonly number: string
  /** In the order of their times; of the same time in the order of the table. */
  readonly events: readonly CaseEvent[]
  readonly suspensions: readonly Suspension[]
  /** 事项名称 or its code, where the table has one. */
  readonly matter?: string
  /** 办结结果, where it is recorded. */
  readonly result?: string
  /** Ended by record: 办结时间, or a last state that ends a case. */
  readonly isClosed: boolean
  /** 延长审批 is recorded. */
  readonly isExtended: boolean
}

/** Who held a post, or stood in for it (授权、A/B 角), and from when to when (both days included). */
export interface Holding {
  readonly person: string
  readonly post: string
  readonly from?: string
  readonly to?: string
}
