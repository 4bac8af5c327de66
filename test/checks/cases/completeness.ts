import { by, chart, takes, whole, withRisk, type Case } from './case.ts'

const decision = { kind: 'decision' } as const
const licensing = { powerKind: 'licensing' } as const
const penalty = { powerKind: 'penalty' } as const
const some = whole('申请 → 审查 → 办结', { 审查: { posts: ['审查岗'] } })

/** One risk at each step, each step of another post. */
function risksBy(...people: readonly string[]) {
  const drawn = whole('申请 → 审查 → 决定 → 办结', {
    申请: { posts: ['甲岗'] },
    审查: { posts: ['乙岗'] },
    决定: { posts: ['丙岗'] },
  })
  const risks = people.map((filledBy, at) => ({
    id: `r${at}`,
    order: `a${at}`,
    text: `风险${at}`,
    step: drawn.steps[at]!.id,
    ...(filledBy === '' ? {} : { filledBy }),
  }))
  return { ...drawn, risks }
}

export const completeness: readonly Case[] = [
  {
    rule: 'step-without-post',
    allows: { 'ends need none': some },
    finds: {
      'nobody does it': [
        whole('申请 → 登记 → 审查 → 领导审批 → 验收 → 支付', { 登记: { posts: ['内勤'] } }),
        [['审查'], ['领导审批'], ['验收'], ['支付']],
      ],
      'a chart without any post: said once': [whole('申请 → 审查 → 领导审批 → 办结'), [['审查', '领导审批']]],
    },
  },
  {
    rule: 'step-without-limit',
    allows: { 'all said': whole('申请 → 审查 → 办结', { 审查: takes('即时') }) },
    finds: { 'said once for the chart': [whole('申请 → 审查 → 复核 → 办结'), [['审查', '复核']]] },
  },
  {
    rule: 'intake-without-correction',
    allows: {
      'an exit 补正': whole('申请 → 受理 -需补正→ 申请；受理 → 办结', {}, licensing),
      'inner applications': whole('申请 → 受理 → 办结', {}, { powerKind: 'assets' }),
      'not clearly an application': whole('案件来源 → 受理 → 办结'),
    },
    finds: {
      'a licence': [whole('申请 → 受理 → 不予受理', {}, licensing), [['受理']]],
      'a licence that nobody takes up: at its start': [
        whole('申请 → 审查 → 办结', {}, licensing),
        [['申请']],
      ],
      'an applicant or the office begins it': [
        chart('申请 → 受理 → 办结；上级交办 → 受理', {
          申请: { kind: 'terminator', posts: ['申请人'] },
          上级交办: { kind: 'terminator', posts: ['办公室'] },
          办结: { kind: 'terminator' },
        }),
        [['受理']],
      ],
      'an applicant begins it': [whole('申请 → 受理 → 办结', { 申请: { posts: ['申请人'] } }), [['受理']]],
    },
  },
  {
    rule: 'intake-without-refusal',
    allows: { 'an exit 不予受理': whole('申请 → 受理 → 办结；受理 -不属本机关职权→ 退件', {}, licensing) },
    finds: { 'a licence': [whole('申请 → 受理 -补正→ 申请；受理 → 办结', {}, licensing), [['受理']]] },
  },
  {
    rule: 'publicity-without-length',
    allows: {
      'in the field or in the name': whole('申请 → 公示 → 公示7天 → 办结', {
        公示: takes('不少于5个工作日'),
      }),
      'the result, at the end': whole('申请 → 办结,存档并公示'),
      'what follows it': whole('申请 → 公示期满无异议 → 办结'),
    },
    finds: { 'how long?': [whole('申请 → 在村、社区公示 → 办结'), [['在村、社区公示']]] },
  },
  {
    rule: 'publicity-without-objection',
    allows: {
      'a question': whole('申请 → 公示 → 有无异议 → 办结'),
      'what was found, in an inspection': whole(
        '计划 → 现场检查 → 公示检查结果 → 归档',
        {},
        { powerKind: 'inspection' },
      ),
      'what was decided': whole('立案 → 作出处罚决定 → 行政处罚信息公示 → 结案', {}, penalty),
      'a label': whole('申请 → 公示 -无异议→ 办结'),
      'a right to be heard, told with it': whole('申请 → 公示并告知听证权利 → 办结'),
      'whether something stands against it': whole('考察 → 公示 → 有无影响聘用的问题 → 办结'),
    },
    finds: { 'nobody is heard': [whole('申请 → 公示 → 办结'), [['公示']]] },
  },
  {
    rule: 'high-risk-without-measure',
    allows: {
      'a measure': withRisk(some, { level: 'high' }, '两人以上审查'),
      'a low one': withRisk(some, { level: 'low' }),
    },
    finds: { 'nothing is done': [withRisk(some, { level: 'high' }), [['审查']]] },
  },
  {
    rule: 'education-only-measure',
    allows: { 'and something that works': withRisk(some, {}, '加强廉政教育', '审查意见双人签名') },
    finds: {
      'only 加强教育': [withRisk(some, {}, '加强廉政教育', '进一步提高廉洁自律意识'), [['审查']]],
    },
  },
  {
    rule: 'risk-without-level',
    allows: { graded: withRisk(some, { level: 'low' }) },
    finds: {
      'not graded': [withRisk(some, {}), [['审查']]],
      'a level of another scheme': [withRisk(some, { level: 'first' }), [['审查']]],
    },
  },
  {
    rule: 'risk-without-responsible',
    allows: {
      'the post of the step': withRisk(some, {}),
      'a name in the register': withRisk(whole('申请 → 审查 → 办结'), { responsible: '审查岗' }),
    },
    finds: { nobody: [withRisk(whole('申请 → 审查 → 办结'), {}), [['审查']]] },
  },
  {
    rule: 'risks-by-one-person',
    allows: {
      'two people': risksBy('张三', '张三', '李四'),
      'nobody has said': risksBy('张三', '张三', ''),
      'only two': risksBy('张三', '张三'),
    },
    finds: { 'one for all': [risksBy('张三', '张三', '张三'), [[]]] },
  },
  {
    rule: 'no-supervision-phone',
    allows: {
      'a number': whole('申请 → 办结', {}, { ...licensing, supervisionPhone: '12345' }),
      'an inner power': whole('申请 → 办结', {}, { powerKind: 'finance' }),
      'nobody has said that it is external': whole('申请 → 办结'),
    },
    finds: {
      'an external power': [whole('申请 → 办结', {}, licensing), [[]]],
      'made external': [whole('申请 → 办结', {}, { hasExternal: true }), [[]]],
    },
  },
  {
    rule: 'penalty-without-notice',
    allows: {
      'on every way': whole(
        '立案 → 调查 → 告知 → 决定处罚 → 执行',
        { 决定处罚: by('decide', '局长') },
        penalty,
      ),
      'no penalty': whole('立案 → 决定处罚 → 执行', { 决定处罚: by('decide', '局长') }, licensing),
    },
    finds: {
      'one way past it': [
        whole(
          '立案 → 调查 → 告知 → 决定处罚 → 执行；调查 → 决定处罚',
          { 决定处罚: by('decide', '局长') },
          penalty,
        ),
        [['决定处罚']],
      ],
      'without duties': [
        whole('立案 → 调查 → 作出处罚决定 → 送达处罚决定书 → 执行', {}, penalty),
        [['作出处罚决定']],
      ],
      'a question': [whole('立案 → 是否给予处罚 -是→ 执行', {}, penalty), [['是否给予处罚']]],
    },
  },
  {
    rule: 'penalty-without-defence',
    allows: {
      'heard before': whole('立案 → 听取陈述申辩 → 作出处罚决定 → 执行', {}, penalty),
    },
    finds: { 'not heard': [whole('立案 → 告知 → 作出处罚决定 → 执行', {}, penalty), [['作出处罚决定']]] },
  },
  {
    rule: 'penalty-without-legal-review',
    allows: {
      'reviewed before': whole('立案 → 法制审核 → 作出处罚决定 → 执行', {}, penalty),
      'on the spot': whole('发现 → 填写并当场交付处罚决定书 → 备案', {}, penalty),
    },
    finds: { 'not reviewed': [whole('立案 → 告知 → 作出处罚决定 → 执行', {}, penalty), [['作出处罚决定']]] },
  },
  {
    rule: 'major-matter-not-collective',
    allows: {
      'decided together': chart('申请 → 是否三重一大 -是→ 领导班子审议', { 是否三重一大: decision }),
      'by a post that is many': chart('申请 → 是否三重一大 -是→ 审定', { 审定: { posts: ['党组会'] } }),
      'nothing major': some,
    },
    finds: {
      'one man decides': [chart('申请 → 是否三重一大 -是→ 局长审批'), [['是否三重一大']]],
      'named by the title': [whole('申请 → 审批', {}, { title: '大额资金使用' }), [[]]],
    },
  },
]
