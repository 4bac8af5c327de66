import type { Duty, Header } from '../../../src/model/chart.ts'
import { by, whole, type Case } from './case.ts'

/** Steps in a row, each with its duty and post: `调查取证 handle 甲岗`. */
function row(header: Partial<Header>, ...steps: readonly string[]) {
  const read = steps.map((step) => step.split(' '))
  const names = read.map(([name]) => name!)
  const extras = Object.fromEntries(
    read.map(([name, duty, post]) => [name!, { kind: 'process', ...by(duty as Duty, post!) } as const]),
  )
  return whole(`开始 → ${names.join(' → ')} → 办结`, extras, header)
}

const penalty = { powerKind: 'penalty' } as const

export const separation: readonly Case[] = [
  {
    rule: 'investigate-decide-execute',
    allows: {
      'three posts': row(penalty, '调查取证 handle 办案岗', '作出决定 decide 局长', '执行 execute 执行岗'),
      'on the spot': row(penalty, '现场检查 handle 执法岗', '当场作出处罚决定 execute 执法岗'),
    },
    finds: {
      'who investigates decides': [
        row(penalty, '调查取证 handle 办案岗', '作出决定 decide 办案岗', '执行 execute 执行岗'),
        [['调查取证', '作出决定']],
      ],
      'no power said, but an inquiry': [
        row({}, '调查 handle 甲岗', '决定 decide 乙岗', '执行 execute 乙岗'),
        [['决定', '执行']],
      ],
      // A hint until somebody says the duties: see “severity” in rules.test.ts.
      'no duties, only words': [
        whole('开始 → 调查 → 决定 → 执行 → 办结', {
          调查: { posts: ['甲'] },
          决定: { posts: ['甲'] },
          执行: { posts: ['甲'] },
        }),
        [['调查', '决定', '执行']],
      ],
      'who investigates executes': [
        row(penalty, '调查取证 handle 办案岗', '作出决定 decide 局长', '执行 execute 办案岗'),
        [['调查取证', '执行']],
      ],
    },
  },
  {
    rule: 'apply-and-approve',
    allows: { 'two posts': row({}, '提出申请 initiate 经办人', '审批 decide 科长') },
    finds: { 'one post': [row({}, '提出申请 initiate 科长', '审批 decide 科长'), [['提出申请', '审批']]] },
  },
  {
    rule: 'handle-and-decide',
    allows: {
      'review is no decision': row({}, '审查 handle 审查岗', '复核 review 审查岗', '决定 decide 局长'),
    },
    finds: { 'one post': [row({}, '审查 handle 局长', '决定 decide 局长'), [['审查', '决定']]] },
  },
  {
    rule: 'decide-and-execute',
    allows: {
      'two posts': row({ powerKind: 'works' }, '审批变更 decide 领导', '施工 execute 施工单位'),
      'other powers': row({ powerKind: 'licensing' }, '决定 decide 审批岗', '颁发证件 execute 审批岗'),
    },
    finds: {
      'one post': [
        row({ powerKind: 'assets' }, '批准派车 decide 调度员', '派车 execute 调度员'),
        [['批准派车', '派车']],
      ],
    },
  },
  {
    rule: 'purchase-and-accept',
    allows: { 'two posts': row({}, '询价采购 handle 采购岗', '验收 accept 验收岗') },
    finds: {
      acceptance: [row({}, '询价采购 handle 采购岗', '验收 accept 采购岗'), [['询价采购', '验收']]],
      contract: [row({}, '组织采购 handle 采购岗', '审核合同 review 采购岗'), [['组织采购', '审核合同']]],
    },
  },
  {
    rule: 'approve-and-pay',
    allows: { 'two posts': row({}, '审批付款 decide 财务负责人', '支付资金 execute 出纳岗') },
    finds: {
      'one post': [row({}, '审批付款 decide 出纳岗', '支付资金 execute 出纳岗'), [['审批付款', '支付资金']]],
    },
  },
  {
    rule: 'hearing-by-investigator',
    allows: { 'another presides': row(penalty, '调查取证 handle 办案岗', '组织听证 review 听证主持岗') },
    finds: {
      'the investigator presides': [
        row(penalty, '调查取证 handle 办案岗', '组织听证 review 办案岗'),
        [['组织听证', '调查取证']],
      ],
      'the examiner of a licence': [
        row({ powerKind: 'licensing' }, '审查材料 handle 审查岗', '组织听证 review 审查岗'),
        [['组织听证', '审查材料']],
      ],
    },
  },
  {
    rule: 'fine-and-collect',
    allows: {
      'the bank collects': row(penalty, '作出处罚决定 decide 局长', '收缴罚款 execute 代收银行'),
      'cash at the bank': row(penalty, '作出处罚决定 decide 局长', '收取罚款 execute 代收机构'),
      'a fee for a service': row(
        { powerKind: 'confirmation' },
        '决定 decide 窗口',
        '收取工本费 execute 窗口',
      ),
    },
    finds: {
      'one post': [
        row(penalty, '作出处罚决定 decide 执法岗', '收缴罚款 execute 执法岗'),
        [['作出处罚决定', '收缴罚款']],
      ],
      'cash, whoever takes it': [
        row(penalty, '作出处罚决定 decide 局长', '收取罚款现金并入库 execute 执法队'),
        [['收取罚款现金并入库']],
      ],
    },
  },
  {
    rule: 'custody-and-bookkeeping',
    allows: { 'two posts': row({}, '入库保管 execute 保管岗', '记账 execute 会计岗') },
    finds: {
      'one post': [row({}, '入库保管 execute 保管岗', '记账 execute 保管岗'), [['入库保管', '记账']]],
      'who pays back keeps the ledger': [
        row({}, '退付现金 execute 收费员', '登记现金账和总账 handle 收费员'),
        [['退付现金', '登记现金账和总账']],
      ],
    },
  },
  {
    rule: 'supervise-and-purchase',
    allows: {
      'two posts': row({ powerKind: 'procurement' }, '监督 supervise 监督岗', '采购 execute 采购岗'),
      'other powers': row({ powerKind: 'payment' }, '入户调查 handle 调查岗', '定期核查 supervise 调查岗'),
    },
    finds: {
      'one post': [
        row({ powerKind: 'procurement' }, '监督 supervise 采购岗', '采购 execute 采购岗'),
        [['监督', '采购']],
      ],
    },
  },
  {
    rule: 'one-post-for-all',
    allows: {
      'two posts': row({}, '受理 handle 甲岗', '审查 handle 甲岗', '决定 decide 乙岗'),
      'on the spot': row(
        { powerKind: 'penalty', title: '当场处罚（简易程序）' },
        '出示证件 handle 民警',
        '当场作出处罚决定 decide 民警',
        '交付决定书 execute 民警',
      ),
    },
    finds: {
      'one for all': [
        row({}, '受理 handle 甲岗', '审查 handle 甲岗', '登记 execute 甲岗'),
        [['受理', '审查', '登记']],
      ],
    },
  },
  {
    rule: 'two-persons',
    allows: {
      'said in the field': whole('立案 → 调查取证 → 办结', { 调查取证: { persons: 2 } }, penalty),
      'said in the name': whole('立案 → 调查取证:2名及以上执法人员 → 办结', {}, penalty),
      'said in the name of the post': whole(
        '立案 → 调查取证 → 办结',
        { 调查取证: by('handle', '办案人员（两人以上）') },
        penalty,
      ),
      'only the question whether': whole(
        '立案 → 是否现场检查 -是→ 取证 → 办结；是否现场检查 -否→ 办结',
        { 是否现场检查: { kind: 'decision' } },
        penalty,
      ),
      'where no statute asks': whole('提出 → 调查取证 → 办结', {}, { powerKind: 'personnel' }),
    },
    finds: {
      alone: [whole('立案 → 调查取证 → 办结', { 调查取证: by('handle', '办案岗') }, penalty), [['调查取证']]],
    },
  },
]
