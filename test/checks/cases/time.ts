import { readTimeLimit } from '../../../src/model/time/readTimeLimit.ts'
import type { Header } from '../../../src/model/chart.ts'
import { by, takes, whole, type Case } from './case.ts'

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
        whole('提出 → 中标候选人公示 → 办结', { 中标候选人公示: takes('2日') }),
        [['中标候选人公示']],
      ],
      'from the issue of the documents to the closing': [
        whole(
          '提出 → 发布招标公告 → 发售招标文件 → 开标 → 办结',
          { 发布招标公告: takes('5个工作日'), 发售招标文件: takes('5日') },
          { powerKind: 'procurement' },
        ),
        [['发布招标公告', '发售招标文件']],
      ],
      'by its own word': [
        whole('提出 → 公示不少于7天 → 办结', { 公示不少于7天: takes('5天') }),
        [['公示不少于7天']],
      ],
    },
  },
  {
    rule: 'default-limit-exceeded',
    allows: {
      'as long as the statute allows': licence('15个工作日', '5个工作日'),
      'a limit is stated: another rule speaks': licence('25个工作日', '5个工作日', {
        statutoryLimit: readTimeLimit('45个工作日'),
      }),
      'longer, but a step extends it': whole(
        '申请 → 受理 → 审查 → 批准延长10日 → 决定 → 发证',
        { 审查: takes('20个工作日'), 批准延长10日: takes('1个工作日'), 决定: by('decide', '局长') },
        { powerKind: 'licensing' },
      ),
      'no kind of power, no statute': whole('申请 → 受理 → 审查 → 办结', { 审查: takes('100个工作日') }),
    },
    finds: {
      longer: [licence('25个工作日', '5个工作日'), [['受理', '审查', '决定']]],
      'the title tells the kind': [
        whole(
          '申请 → 受理 → 审查 → 是否准予许可 -是→ 发证；是否准予许可 -否→ 不予许可',
          { 审查: takes('40个工作日'), 是否准予许可: { kind: 'decision' } },
          { title: '食品生产许可' },
        ),
        [['受理', '审查', '是否准予许可']],
      ],
    },
  },
  {
    rule: 'step-limit-exceeded',
    allows: {
      'each within its own': whole(
        '申请 → 受理 → 一次告知补正 → 颁发许可证 → 办结',
        { 一次告知补正: takes('5个工作日'), 颁发许可证: takes('10日内') },
        { powerKind: 'licensing' },
      ),
      'what the applicant takes': whole(
        '申请 → 申请人补正材料 → 受理 → 办结',
        { 申请人补正材料: { posts: ['申请人'], ...takes('15个工作日') } },
        { powerKind: 'licensing' },
      ),
      'another power': whole('申请 → 一次告知补正 → 办结', { 一次告知补正: takes('10个工作日') }),
      'paid in instalments by leave': whole(
        '立案 → 批准延期缴纳罚款 → 结案',
        { 批准延期缴纳罚款: takes('60日') },
        { powerKind: 'penalty' },
      ),
    },
    finds: {
      'a licence': [
        whole(
          '申请 → 受理 → 一次告知补正 → 颁发许可证 → 办结',
          { 一次告知补正: takes('10个工作日'), 颁发许可证: takes('15个工作日') },
          { powerKind: 'licensing' },
        ),
        [['一次告知补正'], ['颁发许可证']],
      ],
      'a purchase': [
        whole(
          '中标通知 → 签订采购合同 → 合同副本备案 → 答复供应商质疑 → 办结',
          {
            签订采购合同: takes('45日'),
            合同副本备案: takes('15个工作日'),
            答复供应商质疑: takes('10个工作日'),
          },
          { powerKind: 'procurement' },
        ),
        [['签订采购合同'], ['合同副本备案'], ['答复供应商质疑']],
      ],
      'a penalty, a seizure': [
        whole(
          '立案 → 送达处罚决定书 → 缴纳罚款 → 结案',
          { 送达处罚决定书: takes('15个工作日'), 缴纳罚款: takes('30日') },
          { powerKind: 'penalty' },
        ),
        [['送达处罚决定书'], ['缴纳罚款']],
      ],
      'leave asked for too late': [
        whole(
          '发现 → 当场查封 → 补办批准手续 → 处理决定',
          { 补办批准手续: takes('2个工作日') },
          { powerKind: 'compulsion' },
        ),
        [['补办批准手续']],
      ],
    },
  },
  {
    rule: 'hearing-notice-too-late',
    allows: {
      'seven days': whole(
        '立案 → 通知听证 → 结案',
        { 通知听证: takes('听证7日前') },
        { powerKind: 'penalty' },
      ),
      'no hearing': whole('立案 → 通知开会 → 结案', { 通知开会: takes('3日前') }, { powerKind: 'penalty' }),
    },
    finds: {
      'three days': [
        whole('立案 → 通知听证 → 结案', { 通知听证: takes('举行的3日前') }, { powerKind: 'penalty' }),
        [['通知听证']],
      ],
      'three days, said otherwise': [
        whole('立案 → 通知听证 → 结案', { 通知听证: takes('听证前3日') }, { powerKind: 'penalty' }),
        [['通知听证']],
      ],
      'in words, for a licence': [
        whole('申请 → 听证五日前通知利害关系人 → 办结', {}, { powerKind: 'licensing' }),
        [['听证五日前通知利害关系人']],
      ],
    },
  },
  {
    rule: 'limit-not-read',
    allows: { 'all can be read': flow('3个工作日', '5个工作日') },
    finds: {
      'is named, and is not 0': [
        whole('申请 → 受理 → 审查 → 决定 → 办结', { 审查: takes('视情况而定'), 决定: takes('2个工作日') }),
        [['审查']],
      ],
    },
  },
]

function licence(days: string, more: string, header: Partial<Header> = {}) {
  return whole(
    '申请 → 受理 → 审查 → 决定 → 送达许可证',
    { 审查: takes(days), 决定: { ...by('decide', '局长'), ...takes(more) }, 送达许可证: takes('10个工作日') },
    { powerKind: 'licensing', ...header },
  )
}
