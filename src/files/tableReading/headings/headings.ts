/** The fields of the columns of a table. */
import type { TableField } from '../../../text/recognition/headings.ts'

export interface TableColumn {
  readonly at: number
  readonly heading: string
  /** Unit of bare numbers: 办理时限(工作日). */
  readonly unit?: string
}

export interface Headings {
  /** Index of the last heading row; -1 for a plain list of names. */
  readonly at: number
  /** Index of the first heading row; differs from `at` if groups span columns. */
  readonly top: number
  readonly columns: ReadonlyMap<TableField, TableColumn>
  /** Columns that refine the post: 岗位 beside 部门. */
  readonly morePosts: readonly TableColumn[]
  /** Further columns of next steps: 不通过时, 异常流转. */
  readonly moreNext: readonly TableColumn[]
  /** Tick columns: 高, 中, 低 below 风险等级. */
  readonly ticks: readonly TableColumn[]
  /** Columns without a field; copied to the note of the step under their heading. */
  readonly noted: readonly TableColumn[]
  /** Unrecognised columns, by heading or letter. */
  readonly ignored: readonly string[]
}

/** What a person says that a column means, by its heading or letter; `none` leaves it out. */
export type ColumnChoices = { readonly [heading: string]: TableField | 'none' }
