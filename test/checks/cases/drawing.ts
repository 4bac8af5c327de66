import { chart, whole, withRisk, type Case } from './case.ts'

const terminator = { kind: 'terminator' } as const
const decision = { kind: 'decision' } as const

export const drawing: readonly Case[] = [
  {
    rule: 'no-start',
    allows: {
      'a start to which 补正 leads back': whole('申请 → 是否齐全 → 办结；是否齐全 -补正→ 申请'),
    },
    finds: { 'no terminator at the start': [chart('受理 → 办结', { 办结: terminator }), [['受理']]] },
  },
  {
    rule: 'no-end',
    allows: { 'several ends': whole('申请 → 审查 → 办结；审查 → 不予受理') },
    finds: { 'no terminator at the end': [chart('申请 → 审查', { 申请: terminator }), [[]]] },
  },
  {
    rule: 'unreachable-step',
    allows: { 'all on the way': whole('申请 → 审查 → 办结') },
    finds: {
      'a step that nothing leads to': [
        whole('申请 → 办结；会签 → 办结', { 会签: { kind: 'process' } }),
        [['会签']],
      ],
    },
  },
  {
    rule: 'dead-end',
    allows: { 'an end': whole('申请 → 审查 → 办结') },
    finds: {
      'a step that leads nowhere': [
        whole('申请 → 审查 → 办结；审查 → 退回材料', { 退回材料: { kind: 'document' } }),
        [['退回材料']],
      ],
    },
  },
  {
    rule: 'loop-without-exit',
    allows: { 'a way back and a way on': whole('申请 → 初审 → 公示 → 办结；公示 → 初审') },
    finds: {
      'round and round': [whole('申请 → 初审 → 公示 → 初审；申请 → 办结'), [['初审', '公示']]],
    },
  },
  {
    rule: 'decision-one-exit',
    allows: { 'two exits': whole('申请 → 是否齐全 -是→ 受理；是否齐全 -否→ 补正', { 是否齐全: decision }) },
    finds: { 'nothing to decide': [whole('申请 → 决定 → 办结', { 决定: decision }), [['决定']]] },
  },
  {
    rule: 'decision-unlabelled-exit',
    allows: {
      'all said': whole('申请 → 是否齐全 -是→ 受理；是否齐全 -否→ 补正', { 是否齐全: decision }),
      'a step that goes two ways at once': whole('申请 → 分送 → 审查；分送 → 备案'),
    },
    finds: {
      'one not said': [
        whole('申请 → 是否齐全 -是→ 受理；是否齐全 → 补正', { 是否齐全: decision }),
        [['是否齐全']],
      ],
    },
  },
  {
    rule: 'fork-without-join',
    allows: {
      'awaited where the ways meet': whole('申请 → 分送 → 规划会签 → 汇总 → 办结；分送 → 消防会签 → 汇总', {
        分送: { parallel: 'fork' },
        汇总: { parallel: 'join' },
      }),
      'each way to its own end': whole('申请 → 决定 → 公示；决定 → 归档', { 决定: { parallel: 'fork' } }),
    },
    finds: {
      'nobody waits': [
        whole('申请 → 分送 → 规划会签 → 汇总 → 办结；分送 → 消防会签 → 汇总', { 分送: { parallel: 'fork' } }),
        [['分送', '汇总']],
      ],
      'one way': [whole('申请 → 分送 → 办结', { 分送: { parallel: 'fork' } }), [['分送']]],
    },
  },
  {
    rule: 'join-without-fork',
    allows: {
      'a fork before': whole('申请 → 分送 → 规划会签 → 汇总 → 办结；分送 → 消防会签 → 汇总', {
        分送: { parallel: 'fork' },
        汇总: { parallel: 'join' },
      }),
    },
    finds: {
      'after a choice': [
        whole('申请 → 审查 -一般→ 科长批 → 办结；审查 -重大→ 局长批 → 办结', {
          审查: decision,
          办结: { parallel: 'join' },
        }),
        [['办结']],
      ],
    },
  },
  {
    rule: 'duplicate-flowline',
    allows: { 'one each way': whole('申请 → 受理 -补正→ 申请；受理 → 办结') },
    finds: {
      'two between the same steps': [whole('申请 → 受理 -齐全→ 办结；受理 -合格→ 办结'), [['受理', '办结']]],
    },
  },
  {
    rule: 'duplicate-step',
    allows: {
      'the same name at another post': {
        ...twice('审核', '审核'),
        posts: [
          { id: 'a', order: 'a', name: '科长' },
          { id: 'b', order: 'b', name: '局长' },
        ],
        steps: twice('审核', '审核').steps.map((step, at) => ({ ...step, posts: [at === 1 ? 'a' : 'b'] })),
      },
    },
    finds: { 'the same twice, however written': [twice('审核材料', '审核 材料。'), [['1', '2']]] },
  },
  {
    rule: 'alike-steps',
    allows: {
      'a yes and a no': twice('制作并送达准予许可决定书', '制作并送达不予许可决定书'),
      'short names': twice('审核材料甲', '审核材料丙种'),
      'other words of the same length': twice('核对申请材料原件和复印件', '登记出入库数量并签字确认好'),
      'the same words in another order': twice('审核采购合同并付款给供应商', '付款给供应商并审核采购合同'),
      'other amounts': twice('报主要领导审批5万元以上支出', '报主要领导审批9万元以上支出'),
    },
    finds: {
      'copied and one letter changed': [
        twice('核对申请材料原件和复印件', '核对申请材料原件与复印件'),
        [['1', '2']],
      ],
      'two letters of twenty, far apart': [
        twice('对照资产配置标准逐项审核各科室采购需求和预算', '按照资产配置标准逐项审核各科室采购需求与预算'),
        [['1', '2']],
      ],
    },
  },
  {
    rule: 'vague-name',
    allows: {
      'said of what': whole('申请 → 核对账卡实物 → 办结'),
      'a thing that one can hold': whole('申请 → 作出处理决定 → 提出办理意见 → 办结'),
      'longer names': whole('申请 → 办理国有资产产权登记 → 办结'),
    },
    finds: {
      'says nothing': [
        whole('申请 → 处理 → 落实安排 → 相关工作 → 办结'),
        [['处理'], ['落实安排'], ['相关工作']],
      ],
    },
  },
  {
    rule: 'merged-steps',
    allows: {
      'approving an application': whole('提出 → 审批采购申请 → 填写申请审批表 → 办结'),
      'asking somebody above to approve': whole('公告 → 申请征收审批 → 审批 → 办结', {
        申请征收审批: { duty: 'initiate' },
      }),
      'reviewing what another asks for': whole('提出 → 复核付款申请 → 审核验收申请 → 办结'),
      'one after the other, said': whole('提出 → 验收合格后结算 → 采购验收小组签字 → 审批付款 → 办结'),
    },
    finds: {
      'two in one box': [
        whole('提出 → 采购并验收 → 审批、结算 → 招标评标 → 办结'),
        [['采购并验收'], ['审批、结算'], ['招标评标']],
      ],
    },
  },
  {
    rule: 'leftover-placeholder',
    allows: { 'brackets that say something': whole('申请 → 出具【2026】1号通知 → 办结') },
    finds: {
      'in names and limits': [
        whole('申请 → XX专责审核 → 【A岗位】复核 → 公示 → 办结', {
          公示: { timeLimit: { kind: 'unread', wording: 'XX个工作日', counts: true } },
        }),
        [['XX专责审核'], ['【A岗位】复核'], ['公示']],
      ],
    },
  },
  {
    rule: 'copied-example',
    allows: { 'a real risk': withRisk(whole('申请 → 审查 → 办结'), {}, '两人以上审查') },
    finds: {
      'an example of the form': [
        withRisk(whole('申请 → 审查 → 办结'), { text: '例如：收受财物' }, '请填写防控措施'),
        [['审查'], ['审查']],
      ],
    },
  },
]

function twice(one: string, other: string) {
  const drawn = whole('0 → 1 → 2 → 办结')
  const name: Readonly<Record<string, string>> = { 0: '提出申请', 1: one, 2: other }
  return { ...drawn, steps: drawn.steps.map((step) => ({ ...step, name: name[step.id] ?? step.name })) }
}
