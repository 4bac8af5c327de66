/** Words of the forms of 防控: 《防控措施落实情况表》 and the monthly 《防控措施落实提醒》. */
import type { CheckResult } from '../../model/control/controlEvent.ts'
import type { MeasureCounts } from '../../model/control/measureList.ts'
import type { EvidenceState, MeasureState } from '../../model/control/measureRows.ts'
import { dateWording } from './paper.ts'

export const checkResultName = {
  done: '落实',
  partly: '部分落实',
  notDone: '未落实',
  notApplicable: '不适用',
} as const satisfies Record<CheckResult, string>

export const measureStateName = {
  ...checkResultName,
  done: '已落实',
  open: '待落实',
  unplanned: '未定时间',
  running: '日常',
} as const satisfies Record<MeasureState, string>

export const evidenceStateName = {
  notWanted: '不要求',
  wanted: '待交',
  missing: '缺证据',
  given: '已交',
} as const satisfies Record<EvidenceState, string>

export const measureFormWords = {
  tab: '措施落实情况',
  title: '防控措施落实情况表',
  unit: (unit: string | undefined) => `单位（盖章）：${unit ?? ''}`,
  period: (from: string | undefined, until: string | undefined) =>
    from === undefined && until === undefined
      ? '统计期间：全部'
      : `统计期间：${from === undefined ? '' : dateWording(from)}至${until === undefined ? '今' : dateWording(until)}`,
  date: (date: string) => `填表日期：${dateWording(date)}`,
  headings: {
    number: '序号',
    office: '单位/科室',
    power: '权力事项及环节',
    measure: '防控措施',
    responsible: '责任人',
    schedule: '频次',
    due: '应落实日期',
    state: '落实情况',
    doneOn: '落实日期',
    evidence: '证据',
    by: '登记人',
  },
  powerAt: (power: string, places: readonly string[]) =>
    places.length === 0 ? power : `${power}：${places.join('、')}`,
  /** 2026-07-05，原定 2026-06-30 */
  moved: (due: string, scheduled: string) => `${due}（原定${scheduled}）`,
  overdue: (state: string) => `${state}（逾期）`,
  stateWith: (state: string, note: string) => (note === '' ? state : `${state}：${note}`),
  noDay: '—',
  empty: '（没有符合条件的措施）',
  total: ({ rows, overdue, due, done, partly, notDone, missingEvidence }: MeasureCounts) =>
    `合计：${rows}次；到期应落实${due}次，已落实${done}次，落实率${rate(done, due)}；部分落实${partly}次，未落实${notDone}次，逾期${overdue}次，缺证据${missingEvidence}次。`,
  signers: ['填表人', '审核人'],
} as const

/** 66.7%；没有到期的 — */
function rate(done: number, due: number): string {
  return due === 0 ? '—' : `${((100 * done) / due).toFixed(1)}%`
}

export const reminderWords = {
  tab: '落实提醒',
  title: (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月防控措施落实提醒`,
  lead: (month: string) => `提醒范围：${Number(month.slice(5, 7))}月到期和此前逾期未落实的措施`,
  headings: {
    number: '序号',
    responsible: '责任人',
    office: '单位/科室',
    power: '权力事项及环节',
    measure: '防控措施',
    due: '应落实日期',
    state: '状态',
    evidence: '要求的证据',
  },
  nobody: '（未写责任人）',
  late: (days: number) => `逾期${days}天`,
  toCome: '本月到期',
  empty: '（本月没有到期的措施，也没有逾期的措施）',
  total: (all: number, late: number, people: number) =>
    `合计：${all}次，其中逾期${late}次，涉及责任人${people}个。`,
} as const
