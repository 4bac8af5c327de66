/** Domain terms, as on screen and on paper. */
import type {
  Duty,
  Parallel,
  PowerKind,
  PowerSphere,
  RiskCategory,
  RiskSource,
  StepKind,
  View,
  EditionName,
  WithheldField,
  MeasureMeans,
  MeasureStage,
} from '../model/chart.ts'
import type { FindingState } from '../model/cases/findingState.ts'
import { withheldFields } from '../model/fields/chartFields.ts'
import { stepFieldWords } from './fieldWords.ts'
import type { TimeUnit } from '../model/time/timeLimit.ts'

export const product = '清权图'

export const stepKindName = {
  terminator: '端点',
  process: '环节',
  decision: '判断',
  document: '文书',
  subprocess: '子流程',
} as const satisfies Record<StepKind, string>

export const powerKindName = {
  licensing: '行政许可',
  penalty: '行政处罚',
  compulsion: '行政强制',
  levy: '行政征收',
  payment: '行政给付',
  inspection: '行政检查',
  confirmation: '行政确认',
  reward: '行政奖励',
  adjudication: '行政裁决',
  other: '其他职权',
  personnel: '人事管理',
  finance: '财务管理',
  procurement: '采购管理',
  assets: '资产管理',
  works: '工程管理',
} as const satisfies Record<PowerKind, string>

export const dutyName = {
  initiate: '发起',
  handle: '经办',
  review: '审核',
  decide: '决定',
  execute: '执行',
  accept: '验收',
  supervise: '监督',
} as const satisfies Record<Duty, string>

/** 并行: what is done side by side. */
export const parallelName = {
  fork: '同时分办',
  join: '会合后办',
  both: '会合后再分办',
} as const satisfies Record<Parallel, string>

export const riskCategoryName = {
  integrity: '思想道德',
  duty: '岗位职责',
  process: '业务流程',
  institution: '制度机制',
  environment: '外部环境',
} as const satisfies Record<RiskCategory, string>

/** 权力的三类 [W3] */
export const powerSphereName = {
  external: '外部权力',
  internal: '内部权力',
  public: '公共类',
} as const satisfies Record<PowerSphere, string>

export const riskSourceName = {
  self: '自己找',
  colleagues: '同事帮',
  public: '群众提',
  peers: '互相查',
  leaders: '领导点',
  organisation: '组织评',
} as const satisfies Record<RiskSource, string>

export const measureStageName = {
  before: '前期预防',
  during: '中期监控',
  after: '后期处置',
} as const satisfies Record<MeasureStage, string>

export const measureMeansName = {
  education: '教育',
  institution: '制度',
  supervision: '监督',
  technology: '科技',
} as const satisfies Record<MeasureMeans, string>

export const viewName = { flow: '流程图', lanes: '泳道图', columns: '三栏图' } as const satisfies Record<
  View,
  string
>

export const editionName = { internal: '内部流程图', external: '外部流程图' } as const satisfies Record<
  EditionName,
  string
>

/** The lane of steps without a post. */
export const noPost = '未定岗位'

export const findingStateName = {
  open: '待核',
  confirmed: '成立',
  dismissed: '误报',
} as const satisfies Record<FindingState, string>

export const timeUnitName = {
  workday: '个工作日',
  day: '日',
  hour: '小时',
  week: '周',
  month: '个月',
  year: '年',
} as const satisfies Record<TimeUnit, string>

export const withheldFieldName = Object.fromEntries(
  withheldFields.map((field) => [field, stepFieldWords[field].label]),
) as Readonly<Record<WithheldField, string>>

/** Paper series keep their letters; signs are named by size. */
export function paperName(paper: string): string {
  return /^\d/.test(paper) ? `${paper.replace('x', '×')} 毫米` : paper
}
