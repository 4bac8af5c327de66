/**
 * A template is a table of steps, a register of risks and the chart's header fields. It is read by
 * the reader of pasted tables, so it can only contain what a table can. Templates name posts, not
 * people or places. Limits of steps are proposals within the statutory limit; those fixed by a
 * statute cite its article.
 */
import type { PowerKind } from '../../model/chart.ts'

export interface Template {
  readonly id: string
  /** 事项名称, the chart's title. */
  readonly title: string
  /** One line for the gallery. */
  readonly about: string
  readonly powerKind: PowerKind
  /** Default: by the kind of power. */
  readonly hasExternal?: boolean
  /** 依据 of the whole chart: 《…》第…条 */
  readonly legalBasis: readonly string[]
  /** 法定期限, in the words of the statute. */
  readonly statutoryLimit?: string
  /** One row per line, cells separated by |, trailing blank cells omitted; columns as in `stepColumns`. */
  readonly steps: string
  /** One risk per line; columns as in `riskColumns`. */
  readonly risks: string
}

export const stepColumns = [
  '序号',
  '环节名称',
  '类型',
  '责任岗位',
  '角色',
  '人数',
  '办理时限',
  '下一步',
  '依据',
  '材料',
  '文书',
  '公开',
  '备注',
] as const

/** 防控措施 are separated by ；. */
export const riskColumns = ['序号', '风险点', '风险类别', '风险等级', '防控措施', '防控责任人'] as const

/** Parses a table in this format into rows of cells. */
export function cellsOf(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
}
