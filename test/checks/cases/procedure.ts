import { whole, withRisk, type Case } from './case.ts'

const licensing = { powerKind: 'licensing' } as const
const penalty = { powerKind: 'penalty' } as const
const compulsion = { powerKind: 'compulsion' } as const
const works = { powerKind: 'works' } as const
const procurement = { powerKind: 'procurement' } as const
const personnel = { powerKind: 'personnel' } as const
const some = whole('申请 → 审查 → 办结', { 审查: { posts: ['审查岗'] } })

export const procedure: readonly Case[] = [
  {
    rule: 'intake-and-delivery',
    allows: {
      'one window': whole(
        '申请 → 受理 → 决定 → 送达许可证',
        { 受理: { posts: ['窗口'] }, 送达许可证: { posts: ['窗口'] } },
        licensing,
      ),
      'no licence': whole(
        '申请 → 受理 → 送达决定书',
        { 受理: { posts: ['甲岗'] }, 送达决定书: { posts: ['乙岗'] } },
        penalty,
      ),
    },
    finds: {
      'another post delivers': [
        whole(
          '申请 → 受理 → 决定 → 送达许可证',
          { 受理: { posts: ['窗口'] }, 送达许可证: { posts: ['业务岗'] } },
          licensing,
        ),
        [['受理', '送达许可证']],
      ],
    },
  },
  {
    rule: 'refusal-without-reasons',
    allows: {
      'in the name': whole('申请 → 决定 -不准予→ 不予许可，书面说明理由', {}, licensing),
      'in its document': whole(
        '申请 → 决定 → 不予许可',
        { 不予许可: { documents: ['载明复议、诉讼权利的决定书'] } },
        licensing,
      ),
      'no licence': whole('申请 → 决定 → 不予批准', {}, { powerKind: 'assets' }),
    },
    finds: { silent: [whole('申请 → 决定 → 不予许可', {}, licensing), [['不予许可']]] },
  },
  {
    rule: 'interested-party-not-told',
    allows: {
      told: whole('申请 → 告知利害关系人 → 组织听证 → 决定', {}, licensing),
      'touches nobody': whole('申请 → 审查 → 决定', {}, licensing),
    },
    finds: {
      'a hearing of which nobody hears': [whole('申请 → 组织听证 → 决定', {}, licensing), [['组织听证']]],
      'a matter that touches neighbours': [
        whole('申请 → 审查 → 决定', {}, { ...licensing, title: '建设工程规划许可' }),
        [[]],
      ],
    },
  },
  {
    rule: 'publicity-after-effect',
    allows: {
      'documents given out': whole(
        '立项 → 发放招标文件 → 评标 → 公示中标候选人 → 签订合同',
        {},
        { powerKind: 'works' },
      ),
      before: whole('提名 → 任职前公示 → 办理任职手续', {}, personnel),
      'a talk before it': whole('提名 → 任职谈话 → 任前公示 → 任职', {}, personnel),
      'wages of cadres': whole('编表 → 审批 → 发放 → 公示', {}, { title: '村干部工资发放' }),
      'the result': whole('申请 → 发放补助 → 公示发放情况 → 归档', {}, { powerKind: 'payment' }),
    },
    finds: {
      after: [
        whole('提名 → 办理任职手续 → 任职前公示 → 归档', {}, personnel),
        [['办理任职手续', '任职前公示']],
      ],
      'in two characters': [whole('提名 → 任职 → 任前公示 → 归档', {}, personnel), [['任职', '任前公示']]],
    },
  },
  {
    rule: 'hollow-measure',
    allows: {
      'who, when, with what trace': withRisk(some, {}, '严格执行两人审查制度，审查意见双人签字'),
      'one of them is concrete': withRisk(some, {}, '严格执行审查制度', '每月抽查一成卷宗并通报'),
    },
    finds: {
      'only that rules are kept': [withRisk(some, {}, '严格执行审查制度', '加强监督管理'), [['审查']]],
    },
  },
  {
    rule: 'hollow-risk',
    allows: { 'power misused': withRisk(some, { text: '收受财物后放宽审查标准' }, '双人审查') },
    finds: { 'a gap of work': [withRisk(some, { text: '业务不熟练' }, '双人审查'), [['审查']]] },
  },
  {
    rule: 'penalty-not-published',
    allows: {
      published: whole('立案 → 作出处罚决定 → 处罚信息公示 → 结案', {}, penalty),
      'on the spot': whole('发现 → 当场作出处罚决定 → 备案', {}, penalty),
    },
    finds: { 'not published': [whole('立案 → 作出处罚决定 → 结案', {}, penalty), [['作出处罚决定']]] },
  },
  {
    rule: 'reconsideration-first',
    allows: {
      'said in order': whole(
        '发现 → 当场作出处罚决定 → 不服的应当先申请行政复议，对复议决定不服再诉讼',
        {},
        penalty,
      ),
      'general procedure': whole('立案 → 作出处罚决定 → 告知复议或者诉讼权利', {}, penalty),
      'an answer of any kind': whole(
        '收到申请 → 审查 → 答复申请人，告知复议、诉讼权利',
        {},
        { title: '政府信息依申请公开' },
      ),
    },
    finds: {
      'both at once, on the spot': [
        whole('发现 → 当场作出处罚决定 → 不服的申请复议或者提起诉讼', {}, penalty),
        [['不服的申请复议或者提起诉讼']],
      ],
      'both at once, for information withheld': [
        whole('收到申请 → 审查 → 不予公开，告知复议、诉讼', {}, { title: '政府信息依申请公开' }),
        [['不予公开，告知复议、诉讼']],
      ],
    },
  },
  {
    rule: 'force-without-demand',
    allows: {
      demanded: whole('立案 → 催告 → 申请人民法院强制执行 → 结案', {}, penalty),
      'in one step': whole('立案 → 催告后依法强制执行 → 结案', {}, penalty),
      'at once': whole('发现 → 立即实施代履行 → 结案', {}, compulsion),
    },
    finds: {
      'no demand': [whole('立案 → 申请人民法院强制执行 → 结案', {}, penalty), [['申请人民法院强制执行']]],
      'one way past it': [
        whole('决定 → 催告 → 强制拆除 → 结案；决定 → 强制拆除', {}, compulsion),
        [['强制拆除']],
      ],
    },
  },
  {
    rule: 'force-without-hearing',
    allows: {
      heard: whole('批准 → 听取陈述申辩 → 实施查封 → 处理决定', {}, compulsion),
      'no force': whole('立案 → 调查 → 结案', {}, compulsion),
    },
    finds: { 'not heard': [whole('批准 → 实施查封 → 处理决定', {}, compulsion), [['实施查封']]] },
  },
  {
    rule: 'decision-without-legality',
    allows: {
      'reviewed before': whole(
        '启动 → 合法性审查 → 常务会议集体讨论决定 → 公布',
        {},
        { title: '重大行政决策' },
      ),
      'another matter': whole('启动 → 会议集体讨论决定 → 公布', {}, { title: '公务用车' }),
    },
    finds: {
      'not reviewed': [
        whole('启动 → 公众参与 → 常务会议集体讨论决定 → 公布', {}, { title: '重大行政决策' }),
        [['常务会议集体讨论决定']],
      ],
    },
  },
  {
    rule: 'circulated-not-met',
    allows: {
      'offices sign': whole('申请 → 业务科室会签 → 局长审批 → 支付'),
      'leaders meet as well': whole('申请 → 班子成员传阅 → 党组会议集体研究 → 支付'),
    },
    finds: {
      'leaders pass a paper round': [whole('申请 → 党组成员传阅会签 → 支付'), [['党组成员传阅会签']]],
    },
  },
  {
    rule: 'too-few-at-meeting',
    allows: {
      'two thirds': whole('提出 → 党组会研究（三分之二以上成员到会） → 执行'),
      'half of them agree': whole('提出 → 应到会成员三分之二以上出席，过半数同意 → 执行'),
    },
    finds: {
      half: [whole('提出 → 党组会研究（半数以上成员到会） → 执行'), [['党组会研究（半数以上成员到会）']]],
    },
  },
  {
    rule: 'executed-before-approval',
    allows: {
      'approved first': whole('提出 → 审批立项 → 组织施工 → 审批工程款 → 支付工程款', {}, works),
      'asked for by who will build': whole('施工单位提出变更 → 业主会议批准 → 组织施工 → 归档', {}, works),
      'in urgency': whole('险情 → 组织抢险施工 → 补办审批 → 归档', {}, works),
      'a contract before the spending from it is approved': whole(
        '签订技术合同 → 提出支出申请 → 领导审批 → 付款',
        {},
        { powerKind: 'finance' },
      ),
      'approved on every other way': whole(
        '申请 → 批准采购 → 签订合同 → 验收 → 审批付款 → 支付',
        {},
        procurement,
      ),
    },
    finds: {
      after: [
        whole('提出 → 组织施工 → 支付工程款 → 补办立项审批 → 归档', {}, works),
        [['组织施工', '支付工程款', '补办立项审批']],
      ],
    },
  },
  {
    rule: 'accepted-before-done',
    allows: {
      after: whole('提出 → 组织施工 → 竣工验收 → 归档', {}, works),
      'and back for mending': whole(
        '提出 → 组织施工 → 竣工验收 → 归档；竣工验收 -不合格→ 组织施工',
        {},
        works,
      ),
    },
    finds: { before: [whole('提出 → 竣工验收 → 组织施工 → 归档', {}, works), [['竣工验收', '组织施工']]] },
  },
  {
    rule: 'panel-size',
    allows: {
      'five for tenders': whole(
        '开标 → 评标委员会评标 → 定标',
        { 评标委员会评标: { persons: 5 } },
        procurement,
      ),
      'three for negotiation': whole('开始 → 谈判小组（3人）谈判 → 定标', {}, procurement),
      'nothing said': whole('开标 → 评标 → 定标', {}, procurement),
    },
    finds: {
      'an even number': [
        whole('开标 → 组建评标委员会（6人） → 定标', {}, procurement),
        [['组建评标委员会（6人）']],
      ],
      'too few experts': [
        whole('开始 → 询价小组3人（专家1人）询价 → 定标', {}, procurement),
        [['询价小组3人（专家1人）询价']],
      ],
    },
  },
  {
    rule: 'too-few-suppliers',
    allows: { three: whole('开始 → 向3家供应商询价 → 成交', {}, procurement) },
    finds: { two: [whole('开始 → 向两家供应商询价 → 成交', {}, procurement), [['向两家供应商询价']]] },
  },
]
