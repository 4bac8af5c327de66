/** Words of catalogues: headings of real ones (domain B), kinds of power, closing lines. */
import type { PowerField } from '../../model/catalogue/powerItem.ts'
import type { PowerKind } from '../../model/chart.ts'

/**
 * Column meanings of a catalogue. `note` keeps the text with its heading; `derived` is computed
 * from charts.
 */
export type PowerColumn =
  | Exclude<PowerField, 'order' | 'chart'>
  | 'number'
  | 'part'
  | 'chartTitle'
  | 'derived'
  | 'skip'

/** Compared in half width, without blanks and brackets. */
export const powerHeadings: { readonly [C in Exclude<PowerColumn, 'skip'>]: readonly string[] } = {
  number: ['序号', '编号', '项目序号'],
  // [P28] 权力编码; [P30] 职权编码; [P39] 基本编码、实施编码; [P70] 事项编码
  code: ['职权编码', '权力编码', '编码', '事项编码', '职权代码', '权力代码', '实施编码', '基本编码'],
  // [P25] 职权名称; [P27] 权力名称; [P26] 事项名称; [P10] 权力事项; [P29] 名称
  name: [
    '职权名称',
    '权力名称',
    '事项名称',
    '权力事项',
    '权力事项名称',
    '职权事项',
    '行政职权名称',
    '名称',
    '项目名称',
    '职权',
  ],
  part: ['子项名称', '子项'], // [P29]
  // [P29] 类别; [P30] 职权类型; [P26] 权力类型
  kind: ['职权类别', '类别', '职权类型', '权力类型', '权力类别', '事项类型', '事项类别', '职权种类', '类型'],
  content: ['职权内容', '内容', '公开内容', '行使内容', '权力内容'], // [P25][P27][P39]
  // [W2] 行使主体; [P25] 办理主体; [P30] 法定主体; [P39] 实施机关
  exercisedBy: [
    '行使主体',
    '办理主体',
    '法定主体',
    '实施机关',
    '实施主体',
    '行使机关',
    '责任主体',
    '职权主体',
    '单位',
    '单位名称',
  ],
  // [P27] 承办机构; [P39] 实施机构(科)室
  office: [
    '承办科室',
    '承办机构',
    '承办处室',
    '实施机构',
    '责任科室',
    '办理科室',
    '科室',
    '部门',
    '责任部门',
    '承办部门',
    '内设机构',
    '责任处室',
    '实施机构室',
  ],
  // [P25] 实施依据; [W2][P27] 法律依据; [P29] 依据; [P39] 设定依据
  legalBasis: [
    '实施依据',
    '法律依据',
    '依据',
    '设定依据',
    '职权依据',
    '行使依据',
    '法定依据',
    '法律法规依据',
  ],
  statutoryLimit: ['法定期限', '法定时限', '法定办结时限', '法定办理时限', '法定办理期限'], // [P39]
  promisedLimit: ['承诺期限', '承诺时限', '承诺办结时限', '承诺办理时限', '办理时限', '办结时限', '办理期限'], // [P39]
  chartTitle: ['流程图', '权力运行流程图', '运行流程图', '办理流程图', '流程图名称'], // [P26]
  group: ['分组', '所属领域', '大类', '职权分组'],
  note: ['备注', '说明'], // [P29]
  derived: ['风险点数', '风险点数量'],
}

export const powerColumnName: { readonly [C in PowerColumn]: string } = {
  number: '序号（按行的先后）',
  code: '职权编码',
  name: '职权名称',
  part: '子项名称',
  kind: '类别',
  content: '职权内容',
  exercisedBy: '行使主体',
  office: '承办科室',
  legalBasis: '实施依据',
  statutoryLimit: '法定期限',
  promisedLimit: '承诺期限',
  chartTitle: '流程图（按名称对应）',
  group: '分组',
  note: '备注（连同列名）',
  derived: '由流程图统计，不读入',
  skip: '不读入',
}

/** 行政许可、许可; compared as a whole, ignoring 行政 and 类. */
export const powerKindWords = {
  licensing: ['许可', '审批', '许可审批'],
  penalty: ['处罚'],
  compulsion: ['强制', '强制措施', '强制执行'],
  levy: ['征收', '征用', '征收征用', '收费'],
  payment: ['给付', '救助', '给付救助'],
  inspection: ['检查', '监督检查', '执法检查'],
  confirmation: ['确认', '登记', '确认登记'],
  reward: ['奖励'],
  adjudication: ['裁决', '复议裁决'],
  other: ['其他', '其它', '其他权力', '其他职权', '其他行政权力', '其他行政职权'],
  personnel: ['人事', '人事管理', '干部人事'],
  finance: ['财务', '财务管理', '资金管理', '经费管理'],
  procurement: ['采购', '采购管理', '物资采购', '政府采购'],
  assets: ['资产', '资产管理', '国有资产'],
  works: ['工程', '工程管理', '基建', '基本建设', '工程建设'],
} as const satisfies Record<PowerKind, readonly string[]>

/** Totals and signatures below the rows, which are not powers. */
export const catalogueClosing = /^(?:合计|小计|总计|共计|填表人|填报人|审核人|制表|联系人|注)(?:[:：（(].*)?$/

/** Columns of a list of duties that hold a whole flow: 责任事项. */
export const powerNoteHeadings =
  /^(?:权力|职权)?(?:责任事项|运行流程|办理流程|工作流程|工作程序|办理程序|运行程序)(?:及.*)?$/

const powerNames: ReadonlySet<string> = new Set(powerHeadings.name.filter((word) => word.length > 2))

export function meansPowerName(text: string): boolean {
  return text.length < 20 && powerNames.has(text.normalize('NFKC').replaceAll(/\s|\([^)]*\)|:$/g, ''))
}
