/** The meanings of columns that a person can choose, with their names. */
import type { TableField } from './headings.ts'

export const columnWords = {
  name: '环节',
  number: '序号',
  stage: '阶段',
  kind: '类型',
  posts: '责任岗位',
  limit: '办理时限',
  statutory: '法定时限',
  next: '下一步',
  risk: '风险点',
  riskDetail: '表现形式',
  level: '风险等级',
  category: '风险类别',
  measures: '防控措施',
  responsible: '防控责任人',
  leader: '责任领导',
  basis: '依据',
  materials: '材料',
  documents: '文书',
  duty: '职责',
  detail: '工作内容',
  note: '备注',
  none: '不用',
} as const satisfies { readonly [F in TableField | 'none']?: string }
