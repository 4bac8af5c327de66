/** 单位设置: texts of the dialog. */
import type { UnitField } from '../../model/unit/unit.ts'

export const unitFieldName: { readonly [F in UnitField | 'emblem']: string } = {
  name: '单位名称',
  consultPhone: '咨询电话',
  supervisionPhone: '监督电话',
  style: '配色',
  grading: '分级办法',
  noticeWord: '发文代字',
  emblem: '单位标识',
}

export const unitDialog = {
  open: '单位设置',
  heading: '单位设置',
  lead: '在这里设一次，全单位通用：新建的图、导出和张贴从这里取，图里已写明的不改。',
  existing: '已有的图不会改动。要改已有的图里的单位、电话，请用“统一更名”。',
  loading: '正在读取单位设置…',
  names: '名称与电话',
  looks: '导出与张贴',
  notices: '提醒预警文书',
  grading: '新图的分级办法',
  nameHint: '新图的“单位”，流程图、登记表和公开页上印的就是它',
  supervisionHint: '对外流程图必须印监督电话',
  styleHint: '导出时先用这个配色，可以另选',
  emblemHint: '印在标题左边，可以另选',
  noticeHint: (example: string) => `文号全单位统一编号，例如：${example}`,
  noticeExample: '某廉预',
  noEmblem: '还没有标识',
  noStyle: '不设（简洁）',
  noGrading: '不设（高中低三级）',
  own: '自己的办法',
  fromChart: '从一张图里取',
  fromChartNone: '选择一张图…',
  seeGrading: '看这个办法',
  editGrading: '修改这个办法',
  gradingHint: '表格里写明的等级不会改成别的等级；模板给出的等级按轻重对应过来。',
  wrong: (field: string, why: string) => `${field}：${why}。`,
  save: '保存',
  cancel: '取消',
  saved: '单位设置已保存',
  takeUnitEmblem: '用单位标识',
} as const
