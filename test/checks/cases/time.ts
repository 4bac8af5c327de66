import { readTimeLimit } from '../../../src/model/time/readTimeLimit.ts'
import { takes, whole, type Case } from './case.ts'

const flow = (days: string, promised: string, statutory?: string) =>
  whole(
    '申请 → 受理 → 审查 → 组织听证 → 决定 → 办结',
    { 受理: takes('1个工作日'), 审查: takes(days), 组织听证: takes('20个工作日'), 决定: takes('2个工作日') },
    {
      promisedLimit: readTimeLimit(promised),
      ...(statutory !== undefined && { statutoryLimit: readTimeLimit(statutory) }),
    },
  )

const all = ['受理', '审查', '组织听证', '决定', '办结']

export const time: readonly Case[] = [
  {
    rule: 'promised-limit-exceeded',
    allows: {
      'without 受理 and 听证': flow('3个工作日', '5个工作日'),
      'a doubt between the units': flow('3天', '5个工作日'),
      // Monday to Friday are five days, with no weekend between.
      'five workdays in five days': flow('3个工作日', '5天'),
    },
    finds: {
      longer: [flow('4个工作日', '5个工作日'), [all]],
      // The sixth workday has a weekend before it, whatever day one begins on.
      'six workdays in seven days': [flow('4个工作日', '7天'), [all]],
    },
  },
  {
    rule: 'statutory-limit-exceeded',
    allows: { 'as long as allowed': flow('3个工作日', '9个工作日', '5个工作日') },
    finds: { longer: [flow('19个工作日', '30个工作日', '自受理之日起20个工作日内'), [all]] },
  },
  {
    rule: 'promised-over-statutory',
    allows: {
      less: flow('1个工作日', '5个工作日', '20个工作日'),
      'other units': flow('1天', '20个工作日', '28天'),
    },
    finds: { more: [flow('1个工作日', '25个工作日', '20个工作日'), [[]]] },
  },
  {
    rule: 'below-minimum-length',
    allows: {
      'as long': whole('提出 → 公示中标候选人 → 办结', { 公示中标候选人: takes('不得少于3日') }),
      'only drafting': whole('提出 → 编制招标文件 → 办结', { 编制招标文件: takes('10个工作日') }),
    },
    finds: {
      'by statute': [
        whole('提出 → 发布招标公告 → 办结', { 发布招标公告: takes('10日') }),
        [['发布招标公告']],
      ],
      'by its own word': [
        whole('提出 → 公示不少于7天 → 办结', { 公示不少于7天: takes('5天') }),
        [['公示不少于7天']],
      ],
    },
  },
]
