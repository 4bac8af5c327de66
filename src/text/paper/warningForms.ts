/** 预警处置: words of the case, its 整改台账 and its statistics. */
import type { WarningColour } from '../../model/registers/notice.ts'
import type { WarningState, WarningStep } from '../../model/control/warningCase.ts'
import { dateWording } from './paper.ts'

export const warningStateName = {
  toJudge: '待研判',
  dismissed: '研判不成立',
  toTreat: '待处置',
  mending: '整改中',
  toReview: '待复核',
  toClose: '待销号',
  closed: '已销号',
} as const satisfies Record<WarningState, string>

export const warningStepName = {
  open: '登记线索',
  judge: '研判',
  treat: '发出预警',
  receipt: '回执',
  progress: '报进度',
  mend: '整改完成',
  review: '复核',
  askExtension: '申请延期',
  decideExtension: '审批延期',
  close: '销号',
} as const satisfies Record<WarningStep, string>

export const warningColourShort = {
  green: '绿',
  yellow: '黄',
  orange: '橙',
  red: '红',
} as const satisfies Record<WarningColour, string>

/** Headings as in use [雅安国资委 2018]. */
export const warningRegisterWords = {
  tab: '整改台账',
  title: '廉政风险预警整改台账',
  date: (date: string) => `填表日期：${dateWording(date)}`,
  unit: (unit: string | undefined) => `单位（盖章）：${unit ?? ''}`,
  headings: {
    number: '编号',
    problem: '存在问题',
    lead: '牵头单位',
    goal: '整改目标',
    deadline: '整改时限',
    measures: '整改措施',
    addressee: '责任单位',
    stage: '整改阶段',
    progress: '整改进度描述',
    closed: '是否销号',
    note: '备注',
  },
  from: (source: string, about: string, problem: string) =>
    `${problem}（${[source, about].filter(Boolean).join('，')}）`,
  extended: (times: number) => `经批准延期${times}次`,
  late: '逾期',
  yes: '是',
  no: '否',
  empty: '（没有成立的预警）',
  total: (all: number, closed: number, late: number) => `合计：${all}件，已销号${closed}件，逾期${late}件。`,
} as const

export const warningCountWords = {
  tab: '预警统计',
  title: '预警处置情况统计表',
  headings: {
    quarter: '季度',
    opened: '线索',
    toJudge: '待研判',
    dismissed: '不成立',
    stands: '成立',
    treated: '已发预警',
    closed: '已销号',
    late: '逾期',
    green: '绿',
    yellow: '黄',
    orange: '橙',
    red: '红',
  },
  quarter: (quarter: string) =>
    quarter === '' ? '合计' : `${quarter.slice(0, 4)}年第${quarter.slice(-1)}季度`,
} as const
