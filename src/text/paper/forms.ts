/**
 * The words of the forms that offices fill in, print and sign. Headings are those of
 * real forms; no printable 个人 or 部门登记表 was found, so these two are built of [P11],
 * [P12] and [P31] with the signatures that [W1] wants.
 *
 * [P11] 亳州市住建局 廉政风险点表; [P12] 宝安市场监管局 责任清单; [P31] 岗位廉洁风险表;
 * [W1] 合肥职业技术学院《做好查找风险阶段工作的通知》; [W4] 股室负责人审核后报领导小组办公室.
 */
import { dateWording } from './paper.ts'

export const formNames = ['personal', 'department', 'risk-list', 'summary', 'duty-list', 'review'] as const

export type FormName = (typeof formNames)[number]

export const formTitle = {
  /** [W1]: 个人排查登记表必须由自己签字确认 */
  personal: '个人（岗位）廉政风险点排查登记表',
  /** [W1]: 部门排查登记表必须经过集体讨论审定，并报分管院领导审核 */
  department: '部门廉政风险点排查登记表',
  /** [P11] */
  'risk-list': '廉政风险点及防控措施一览表',
  /** [P24]: the first of what is handed in is a 汇总表 */
  summary: '廉政风险等级汇总表',
  /** [P12] */
  'duty-list': '廉政风险防控责任清单',
  review: '廉政风险排查审核意见表',
} as const satisfies Record<FormName, string>

/** Sheet names of a workbook, at most 31 characters. */
export const formTab = {
  personal: '岗位登记表',
  department: '部门登记表',
  'risk-list': '一览表',
  summary: '汇总表',
  'duty-list': '责任清单',
  review: '审核意见表',
} as const satisfies Record<FormName, string>

export const formHeadings = {
  number: '序号',
  unit: '单位/科室', // [P11]
  category: '风险类别', // [P11]
  place: '风险点', // [P11]: where it is
  detail: '廉政风险主要内容及表现形式', // [P11]
  level: '风险等级', // [P11]
  measures: '防控措施', // [P11]
  head: '部门负责人', // [P11]
  leader: '责任领导', // [P11]
  post: '责任岗位',
  power: '权力事项', // [P10]
  step: '环节',
  source: '查找途径', // [W1][W4]: 自己找、群众提、互相查、领导点、组织评
  subject: '责任主体', // [P12]
  content: '职权内容', // [P12]
  risk: '风险点', // [P12]: what it is
  responsible: '责任人', // [P12]
  counted: '统计口径',
  item: '项目',
  sum: '合计',
  measureCount: '防控措施数',
  target: '审核对象',
  kind: '意见类型',
  opinion: '审核意见',
  suggested: '建议等级',
  state: '处理情况',
  by: '提出人',
  at: '提出日期',
  replies: '说明与回复',
} as const

/** Blank space for handwriting. */
const blank = '＿＿＿＿＿＿＿＿'
const blankDate = '　　　　年　　月　　日'

export const formWords = {
  unit: (unit: string | undefined) => `单位（盖章）：${unit ?? ''}`,
  office: (office: string | undefined) => `科室：${office ?? ''}`,
  post: (post: string | undefined) => `岗位：${post ?? '未定岗位'}　　姓名：${blank}`,
  date: (date: string | undefined) => `填表日期：${date === undefined ? blankDate : dateWording(date)}`,
  ungraded: '未定级',
  noPost: '未定岗位',
  noStep: '（岗位风险，不在环节上）',
  power: '按权力事项',
  byPost: '按责任岗位',
  byStep: '按环节',
  listed: (names: readonly string[]) => names.join('、'),
  numbered: (number: number, text: string) => `${number}.${text}`,
  /** 复核合同（法规科，每季度末） */
  measureOf: (text: string, carriedOut: readonly string[]) =>
    carriedOut.length === 0 ? text : `${text}（${carriedOut.join('，')}）`,
  cause: (text: string) => `形成原因：${text}`,
  consequence: (text: string) => `可能后果：${text}`,
  filledBy: (name: string) => `填写人：${name}`,
  /** 现场核查（经营场所） */
  stepWith: (step: string, facts: readonly string[]) =>
    facts.length === 0 ? step : `${step}（${facts.join('，')}）`,
  stepOf: (power: string, step: string) => `${power}：${step}`,
  /** Shown instead of a number: counted with the post that is responsible for the risk. */
  together: '会同',
  levelOfScheme: (level: string, scheme: string) => `${level}（${scheme}）`,
  total: (risks: number, byLevel: readonly { readonly name: string; readonly count: number }[]) =>
    `合计：风险点${risks}个${byLevel.length > 0 ? `，其中${byLevel.map(({ name, count }) => `${name}${count}个`).join('、')}` : ''}`,
  measures: (count: number) => `；防控措施${count}条。`,
  togetherNote: (count: number, posts: readonly string[]) =>
    `另有会同办理环节的风险点${count}个，计入${posts.join('、')}。`,
  reviewTotal: (count: number, byState: readonly { readonly state: string; readonly count: number }[]) =>
    `合计：审核意见${count}条${byState.length > 0 ? `，其中${byState.map(({ state, count }) => `${state}${count}条`).join('、')}` : ''}。`,
  reply: (by: string | undefined, at: string | undefined, text: string) =>
    by === undefined && at === undefined
      ? text
      : `${[by, at && dateWording(at)].filter(Boolean).join(' ')}：${text}`,
  empty: '（本表无风险点）',
} as const

/** Signature boxes at the foot; the signature is at the lower right of its box. */
export interface SignatureBox {
  readonly label: string
  readonly signed: string
}

const signed = (who: string) => `${who}（签字）：${blank}　${blankDate}`

export const signatureBoxes = {
  personal: [
    { label: '本人确认', signed: signed('填表人') },
    { label: '部门负责人审核意见', signed: signed('部门负责人') },
  ],
  department: [
    { label: '集体讨论审定情况', signed: signed('部门负责人') },
    { label: '分管领导审核意见', signed: signed('分管领导') },
  ],
  'risk-list': [],
  summary: [],
  'duty-list': [],
  review: [
    { label: '整改落实情况', signed: signed('部门负责人') },
    { label: '复核意见', signed: signed('审核人') },
  ],
} as const satisfies Record<FormName, readonly SignatureBox[]>

/** A line of names below tables without boxes. */
export const signatureLines = {
  personal: [],
  department: [],
  'risk-list': ['填表人', '部门负责人', '分管领导'],
  summary: ['填表人', '审核人', '分管领导'],
  'duty-list': ['填表人', '部门负责人', '分管领导'],
  review: [],
} as const satisfies Record<FormName, readonly string[]>

export const signatureWords = {
  line: (who: string) => `${who}（签字）：${blank}`,
  pageOf: { before: '第 ', between: ' 页　共 ', after: ' 页' },
} as const

/**
 * Fonts of forms and documents, named as in Word and WPS in China; missing ones are substituted by
 * the program.
 */
export const typefaces = { title: '宋体', heading: '黑体', body: '仿宋', latin: 'Times New Roman' } as const

export const formsDialog = {
  heading: '登记表和清单',
  hint: '按本图的风险点、等级和防控措施填好，可直接打印签字。',
  form: '表格',
  format: '文件',
  xlsx: 'Excel',
  docx: 'Word',
  download: '填好并保存',
  failed: '表格没有生成成功：',
  done: (name: string) => `已导出 ${name}`,
  fileName: (title: string, form: string) => `${title} ${form}`,
} as const

export const formsCommand = {
  usage: [
    'qingquan forms 图.json… --form 表 -o 文件',
    '  用一张或多张图填好登记表、清单，供打印签字。',
    '  --form 表            personal 个人（岗位）登记表、department 部门登记表、risk-list 一览表、',
    '                       summary 汇总表、duty-list 责任清单、review 审核意见表（空表）',
    '  --format xlsx|docx   Excel 或 Word；不写时看文件名',
    '  --date 2026-09-18    填表日期；不写时留空手填',
    '  -o, --output 文件    写到哪里；- 表示标准输出',
  ].join('\n'),
  noChart: '请写明要用哪些图文件',
  noForm: (known: readonly string[]) => `请用 --form 写明要哪一种表：${known.join('、')}`,
  noOutput: '请用 -o 写明写到哪个文件',
  unknownFormat: '看不出文件类型，请用 --format xlsx 或 --format docx 写明',
  wrongDate: (date: string) => `“${date}”不是日期，请写成 2026-09-18 的样子`,
  written: (risks: number, sheets: number) => `共 ${risks} 个风险点，${sheets} 张表`,
} as const

/**
 * Headings of 一览表 and 登记表 beyond those of the tables of steps (domain B): where the
 * risk is. Compared without blanks and in half width.
 */
export const listHeadings = {
  power: [
    '权力事项', // [P10]
    '职权名称',
    '职权内容', // [P12]
    '权力名称',
    '事项名称',
    '权力事项名称',
    '业务名称', // [P41]
    '业务事项描述', // [P72]
    '权限',
  ],
  office: ['单位/科室', '单位', '科室', '部门', '部门名称', '部门信息', '单位名称'],
  source: ['查找途径'],
} as const satisfies Record<string, readonly string[]>

/** In a register, 责任人 is responsible for the risk; in a table of steps it would be who does the step. */
export const responsibleHeading = '责任人'

/** Totals and signatures below the rows, which are not risks. */
export const closingWords =
  /^(?:合计|小计|总计|共计|填表人|填报人|审核人|部门负责人|分管领导|本人确认|备注|注|说明|集体讨论)[:：(（审]|^(?:合计|小计|总计)$/
