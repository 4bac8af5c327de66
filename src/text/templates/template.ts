/**
 * A template is what a clerk would bring: a table of steps, a register of risks, and
 * what stands in the heading of the chart. It goes through the same reader as a pasted
 * table, so that a template can do nothing that a table cannot.
 *
 * Posts, not people, and no places: the unit that takes it over puts in its own. The
 * days of single steps are proposals that stay below what the statute allows; only
 * what a statute fixes carries its article.
 */
import type { PowerKind } from '../../model/chart.ts'

export interface Template {
  readonly id: string
  /** 事项名称, as the chart will be called. */
  readonly title: string
  /** One line for the gallery. */
  readonly about: string
  readonly powerKind: PowerKind
  /** Left out, the kind of power decides. */
  readonly hasExternal?: boolean
  /** 依据 of the whole: 《…》第…条 */
  readonly legalBasis: readonly string[]
  /** 法定期限, in the words of the statute. */
  readonly statutoryLimit?: string
  /** A row a line, cells parted by |, blank cells at the end left out; the columns are `stepColumns`. */
  readonly steps: string
  /** A risk a line; the columns are `riskColumns`. */
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

/** 防控措施 are parted by ；. */
export const riskColumns = ['序号', '风险点', '风险类别', '风险等级', '防控措施', '防控责任人'] as const

/** Rows of cells, from a table written as above. */
export function cellsOf(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
}
