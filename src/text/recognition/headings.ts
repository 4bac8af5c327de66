/**
 * Table headings and values as people write them, with their meaning. Headings from real forms
 * (domain B); compared in half width, without blanks and brackets.
 */
import type { Duty, RiskCategory, StepKind } from '../../model/chart.ts'
import type { PlainField } from '../../model/fields/chartFields.ts'
import { plainFieldWords } from '../fieldWords.ts'

/** Column meanings with their headings. */
export const headingWords = {
  number: ['序号', '编号', '步骤号', '步骤序号', '环节序号', '环节编号', '流程编号', '步骤编号', 'No', 'No.'],
  name: [
    '环节名称',
    '环节',
    '步骤名称',
    '流程节点',
    '流程环节',
    '节点名称',
    '节点',
    '工作流程',
    '办理环节',
    '业务环节',
    '程序',
    '工作环节',
    '关键环节',
    '风险环节',
    '风险防控环节',
    '权力运行环节',
    '运行环节',
    '工作步骤',
    '办理步骤',
    '流程步骤',
    '办理流程',
    '业务流程',
    '流程名称',
    '工作程序',
    '办理程序',
    '活动名称',
    '活动',
  ],
  kind: ['类型', '环节类型', '图形', '节点类型', '步骤类型', '图形类型', '符号'],
  posts: [
    '责任岗位',
    '岗位',
    '承办科室',
    '承办岗位',
    '责任科室',
    '责任主体',
    '办理人',
    '责任部门',
    '承办机构',
    '经办岗位',
    '承办人',
    '经办人',
    '办理岗位',
    '岗位名称',
    '涉及岗位',
    '责任单位',
    '承办部门',
    '办理主体',
    '办理机构',
    '风险防控岗位',
    '责任处室',
    '承办处室',
    '执行岗位',
    '办理科室',
    '责任股室',
    '承办股室',
    '经办',
    '承办',
    '主办',
  ],
  limit: [
    '办理时限',
    '时限',
    '办理期限',
    '期限',
    '办结时限',
    '时间要求',
    '承诺时限',
    '工作时限',
    '时限要求',
    '完成时限',
    '办理时间',
  ],
  next: [
    '下一步',
    '下一环节',
    '后续环节',
    '流向',
    '去向',
    '转向',
    '下一步骤',
    '后续步骤',
    '流转至',
    '下一节点',
    '流转方向',
  ],
  risk: [
    '风险点',
    '廉政风险点',
    '廉洁风险点',
    '风险内容',
    '风险描述',
    '风险',
    '廉政风险',
    '廉洁风险',
    '岗位风险点',
    '风险点描述',
    '廉政风险点描述',
    '廉洁风险点描述',
    '风险表现',
    '风险点内容',
    '风险情形',
    '风险名称',
  ],
  riskDetail: [
    '表现形式',
    '风险表现形式',
    '风险点表现形式',
    '廉政风险主要内容及表现形式',
    '主要表现形式',
    '风险点表现',
  ],
  level: ['风险等级', '等级', '风险级别', '风险级次', '风险点等级', '级别', '廉政风险等级', '廉洁风险等级'],
  category: ['风险类别', '风险类型', '风险分类', '风险种类', '类别'],
  measures: [
    '防控措施',
    '措施',
    '防范措施',
    '风险防控措施',
    '防控办法',
    '防控方法',
    '控制措施',
    '廉政风险防控措施',
    '预防措施',
    '风险防范措施',
    '预防和控制措施',
    '防控措施清单',
    '整改措施',
  ],
  responsible: ['防控责任人', '风险责任人', '风险防控责任人', '部门负责人'],
  cause: ['形成原因', '风险成因', '产生原因', '风险形成原因', '风险产生原因', '原因分析'],
  consequence: ['可能后果', '危害后果', '风险后果', '可能造成的后果', '可能造成的危害', '危害结果'],
  filledBy: ['填写人', '填报人', '查找人', '排查人'],
  leader: ['责任领导', '分管领导', '主管领导'],
  basis: ['依据', '办理依据', '法律依据', '实施依据', '设定依据', '政策依据', '制度依据'],
  materials: ['材料', '申请材料', '提交材料', '所需材料', '申报材料', '报送材料'],
  documents: ['文书', '文书名称', '产生文书', '法律文书', '执法文书', '办理结果', '输出文书'],
  duty: ['职责', '角色', '职责角色', '岗位角色'],
  parallel: ['并行', '是否并行', '并联', '是否并联', '并行办理', '并行方式'],
  public: ['公开', '是否公开', '对外公开'],
  internal: ['内部环节', '是否内部环节', '仅内部', '是否内部'],
  note: ['备注', '说明', '其他说明'],
  /** The statutory limit; a step's own limit is the promised one. */
  statutory: ['法定时限', '法定期限', '法定办结时限', '法定办理时限'],
  /** What is done in the step; used as its name if there is no other. */
  detail: ['工作内容', '工作要求', '具体要求', '主要内容', '工作标准'],
  stage: ['阶段', '阶段名称'],
  ...plainHeadings(),
} as const satisfies Record<string, readonly string[]>

/** Each plain field is a column of the same name. */
function plainHeadings(): { readonly [F in PlainField]: readonly string[] } {
  return Object.fromEntries(
    Object.entries(plainFieldWords).map(([field, { headings }]) => [field, headings]),
  ) as { readonly [F in PlainField]: readonly string[] }
}

export type TableField = keyof typeof headingWords

/** Ambiguous headings: the first meaning that is not taken by another column. */
export const headingsOfTwoMeanings: { readonly [heading: string]: readonly TableField[] } = {
  责任人: ['posts', 'responsible'],
  责任人员: ['posts', 'responsible'],
  防控主体: ['posts', 'responsible'],
  风险描述: ['risk', 'riskDetail'],
  风险点描述: ['risk', 'riskDetail'],
  风险表现: ['risk', 'riskDetail'],
  风险情形: ['risk', 'riskDetail'],
  步骤: ['name', 'number'],
  阶段: ['stage', 'name'],
  工作内容: ['detail', 'name'],
  主要内容: ['detail', 'name'],
  工作要求: ['detail', 'name'],
  流程: ['name'],
  事项: ['name'],
  内容: ['name', 'note'],
}

/** 开始 and 结束 are both terminators, but only an end has no next step. */
export const startWords: readonly string[] = ['开始', '起点', '起始', '启动', '流程开始', '开始环节']
export const endWords: readonly string[] = [
  '结束',
  '终点',
  '终止',
  '办结',
  '完结',
  '完成',
  '流程结束',
  '结束环节',
]
/** Names that end a flow only if nothing stands below. */
export const weakEndWords: readonly string[] = ['办结', '完结', '完成']
export const kindWords = {
  terminator: ['端点', '起止', '起止框', '圆角矩形', '椭圆'],
  process: ['环节', '步骤', '处理', '活动', '过程', '流程', '操作', '矩形', '工作'],
  decision: ['判断', '决策', '是否', '判定', '分支', '条件', '选择', '菱形', '判断框'],
  document: ['文书', '文件', '文档', '单据'],
  subprocess: ['子流程', '预定义处理', '既定处理', '预定义过程', '预定义流程'],
} as const satisfies Record<StepKind, readonly string[]>

/** A name that asks a question: with several exits the step is a decision. */
export const questionName = /[?]$|是否|有无|能否|可否|需否|否$/

/** Texts in 下一步 that mean no next step. */
export const nothingWords: readonly string[] = ['无', '-', '--', '—', '——', '/', '\\', '空']

/** 3、第3步、转3、步骤3、3号环节. 退回 and 返回 stay as the exit's label. */
export const nextNumberPattern =
  /^(?:(退回|返回)|转入?|至|到|进入|跳转?至?)?(?:第|步骤|环节|序号|节点)*([0-9]+(?:[.-][0-9]+)*)(?:[、.]?(?:步骤?|号|环节|项))*$/
/** 同意转4、不同意→5、是:6 */
export const labelThenTarget = /^(.+?)(?:→|->|—>|=>|➡|⇒|转至?|:)(.+)$/

/** Rank of a level, gravest first, by its text. Ambiguous ones are reported. */
export const levelWords: readonly {
  readonly words: RegExp
  readonly rank: number
  readonly assumed?: true
}[] = [
  { words: /^高(?:度|等)?(?:级|风险|等级)*$/, rank: 1 },
  { words: /^中(?:度|等)?(?:级|风险|等级)*$/, rank: 2 },
  { words: /^低(?:度|等)?(?:级|风险|等级)*$/, rank: 3 },
  { words: /^(?:一|1|I|甲)[级类]?(?:风险)?$/, rank: 1 },
  { words: /^(?:二|2|II|乙)[级类]?(?:风险)?$/, rank: 2 },
  { words: /^(?:三|3|III|丙)[级类]?(?:风险)?$/, rank: 3 },
  { words: /^A(?:级|类)?(?:风险)?$/, rank: 1, assumed: true },
  { words: /^B(?:级|类)?(?:风险)?$/, rank: 2, assumed: true },
  { words: /^C(?:级|类)?(?:风险)?$/, rank: 3, assumed: true },
  { words: /^(?:★{3}|▲{3})$/, rank: 1, assumed: true },
  { words: /^(?:★{2}|▲{2})$/, rank: 2, assumed: true },
  { words: /^[★▲]$/, rank: 3, assumed: true },
  { words: /^(?:重点|重大|较高)(?:风险)?$/, rank: 1, assumed: true },
  { words: /^(?:防范|较大)(?:风险)?$/, rank: 2, assumed: true },
  { words: /^(?:一般|较低)(?:风险)?$/, rank: 3, assumed: true },
]

export const dutyWords = {
  initiate: ['发起', '申请', '提出'],
  handle: ['经办', '承办', '办理'],
  review: ['审核', '审查', '复核', '初审'],
  decide: ['决定', '审批', '批准', '决策'],
  execute: ['执行', '实施'],
  accept: ['验收', '核验'],
  supervise: ['监督', '监管'],
} as const satisfies Record<Duty, readonly string[]>

export const categoryWords = {
  integrity: ['思想道德', '思想意识', '道德'],
  duty: ['岗位职责', '职责'],
  process: ['业务流程', '流程', '业务'],
  institution: ['制度机制', '制度', '机制'],
  environment: ['外部环境', '社会环境', '外部'],
} as const satisfies Record<RiskCategory, readonly string[]>

/** 是 and 否 are relative to their heading (公开, 内部环节); other values are absolute. */
export const yesWords: readonly string[] = ['是', '√', '✓', '✔', '有', 'Y', 'YES', '对']
export const noWords: readonly string[] = ['否', '×', '✗', '不', '无', 'N', 'NO', '不是']
export const publicWords: readonly string[] = ['公开', '对外', '外部', '对外公开', '非内部', '社会公开']
export const internalWords: readonly string[] = [
  '不公开',
  '非公开',
  '内部',
  '仅内部',
  '内部公开',
  '内部环节',
  '不对外',
]

export const sameAsAbove = '同上'

/** 办理时限(工作日): the unit of a bare number in the column. */
export const limitUnits: readonly string[] = ['工作日', '自然日', '小时', '天', '日', '周', '个月', '月']

/** The headings assumed for a list without headings. */
/** Of the column that a text of arrows with branches gets. */
export const nextHeading = '下一步'
/** Of the column that steps below numbered stages get. */
export const stageHeading = '阶段'

export const outlineHeadings = ['序号', '环节名称', '责任岗位', '办理时限', '备注'] as const
