/** Which column of a table holds which field. */
import type { TableField } from '../../../text/recognition/headings.ts'

export interface TableColumn {
  readonly at: number
  readonly heading: string
  /** 办理时限(工作日): what a bare number in it means. */
  readonly unit?: string
}

export interface Headings {
  /** Place of the last row of headings; -1 where the table is a bare list of names. */
  readonly at: number
  /** Place of the first one: groups stand over their columns. */
  readonly top: number
  readonly columns: ReadonlyMap<TableField, TableColumn>
  /** Columns that say more precisely who: 岗位 beside 部门. */
  readonly morePosts: readonly TableColumn[]
  /** A second column of ways on: 不通过时, 异常流转. */
  readonly moreNext: readonly TableColumn[]
  /** Columns for a tick each: 高, 中, 低 below 风险等级. */
  readonly ticks: readonly TableColumn[]
  /** What no field holds stands in the note of its step, under its heading. */
  readonly noted: readonly TableColumn[]
  /** Columns that say nothing to us, by heading or letter. */
  readonly ignored: readonly string[]
}
