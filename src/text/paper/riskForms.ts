/** 《廉政风险档案表》 and 《廉政风险年度对比表》. */
import type { RiskState } from '../../model/control/riskArchive.ts'
import { dateWording } from './paper.ts'

export const riskStateName = {
  new: '新增',
  held: '在控',
  up: '升级',
  down: '降级',
  gone: '销号',
} as const satisfies Record<RiskState, string>

export const riskArchiveWords = {
  tab: '风险档案',
  title: '廉政风险档案表',
  unit: (unit: string | undefined) => `单位（盖章）：${unit ?? ''}`,
  date: (date: string) => `填表日期：${dateWording(date)}`,
  headings: {
    number: '编号',
    office: '单位/科室',
    title: '权力事项',
    place: '环节/岗位',
    text: '廉政风险主要内容及表现形式',
    category: '风险类别',
    level: '风险等级',
    state: '状态',
    foundOn: '建档日期',
    responsible: '责任人',
    from: '来自',
  },
  ungraded: '未定级',
  empty: '（没有风险）',
  total: (all: number, byState: readonly { readonly state: RiskState; readonly count: number }[]) =>
    `合计：${all}个，其中${byState.map(({ state, count }) => `${riskStateName[state]}${count}个`).join('、')}。`,
} as const

export const yearTableWords = {
  tab: '年度对比',
  title: (before: string, after: string) => `廉政风险年度对比表（${before}与${after}）`,
  headings: {
    office: '单位/科室',
    before: '前一年度',
    found: '新增',
    gone: '销号',
    up: '升级',
    down: '降级',
    held: '不变',
    after: '后一年度',
  },
  sum: '合计',
  noOffice: '（未写科室）',
  note: '前一年度 = 销号 + 升级 + 降级 + 不变；后一年度 = 新增 + 升级 + 降级 + 不变。',
} as const
