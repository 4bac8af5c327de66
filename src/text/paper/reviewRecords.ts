/** The words of the records of a review: 集体讨论记录、公示情况记录、审定证明单. */
import type { ReviewEvent } from '../../model/review/review.ts'

export const recordTitles = {
  meeting: '集体讨论审定记录',
  publicity: '公示情况记录',
  proof: '逐级审定证明单',
} as const

export const recordLabels = {
  power: '事项名称',
  unit: '单位',
  rung: '审定环节',
  on: '会议时间',
  posted: '公示时间',
  place: '地点',
  attendance: '参会情况',
  decision: '决定',
  dissent: '不同意见',
  objections: '异议',
  answers: '异议的答复和处理',
  remark: '说明',
  by: '登记人',
  at: '登记时间',
  seal: '审定稿校验值',
  ladder: '审定程序',
  state: '审定情况',
  chain: '记录校验',
} as const

export const recordWords = {
  attendance: (due: number, present: number) => `应到 ${due} 人，到会 ${present} 人`,
  days: (from: string, until: string) => `${from} 至 ${until}`,
  none: '无',
  who: (name: string, post: string) => (post === '' ? name || '未署名' : `${name || '未署名'}（${post}）`),
  minutesSigned: ['主持人（签字）：', '记录人（签字）：', '参会人员（签字）：'],
  publicitySigned: ['公示单位（盖章）：', '经办人（签字）：', '监督人（签字）：'],
  proofSigned: ['出具单位（盖章）：', '出具日期：　　　　年　　月　　日'],
  head: ['序号', '时间', '谁', '做了什么', '校验值'],
  sound: (events: number) => `${events} 条记录逐条相接，没有改动、删去或者插入`,
  broken: (at: number) => `从第 ${at} 条起接不上：这一条或者它前面的记录被改动过`,
  approved: (day: string, who: string) => `${day} 由 ${who} 审定`,
  notApproved: '尚未审定',
  closing:
    '校验值为 SHA-256：每一条由上一条的校验值和本条内容算出。可以用 qingquan review verify 对照服务器上的记录核对末条校验值。',
  last: (head: string) => `末条校验值：${head}`,
  errors: (count: number) => `检查还有 ${count} 个错误`,
} as const

/** What an event did, in a few words; `rung` names a rung by its id. */
export function sayEvent(event: ReviewEvent, rung: (id: string) => string): string {
  switch (event.kind) {
    case 'marked':
      return `提出审核意见（${event.target.on === 'chart' ? '整张图' : event.target.name}）`
    case 'replied':
      return event.state === undefined ? '回复意见' : settled[event.state]
    case 'withdrawn':
      return '撤回意见'
    case 'passed':
      return `通过“${rung(event.rung)}”`
    case 'sentBack':
      return `由“${rung(event.rung)}”退回到“${rung(event.to)}”`
    case 'ladder':
      return '选定审定程序'
    case 'issued':
      return `发出文书 ${event.notice.number}`
    case 'receipted':
      return '登记回执'
    case 'commented':
      return '评论'
    case 'answered':
      return '回复评论'
    case 'closed':
      return '结束评论'
  }
}

const settled = {
  open: '重新提出意见',
  done: '说明已整改',
  accepted: '复核通过意见',
  returned: '退回整改',
  withdrawn: '撤回意见',
} as const

/** On screen. */
export const recordText = {
  heading: '审定记录',
  chain: (events: number) => `校验链成立，共 ${events} 条记录`,
  broken: (at: number) => `校验链在第 ${at} 条断开：记录被改动过，请联系管理员核对备份`,
  unchained: (events: number) => `前 ${events} 条由较早的版本登记，作为整体计入`,
  proof: '导出审定证明单',
  minutes: (rung: string) => `下载“${rung}”的会议记录`,
  course: (rung: string) => `下载“${rung}”的公示记录`,
  made: (name: string) => `已下载“${name}”`,
  meeting: '集体讨论记录',
  publicity: '公示情况',
  on: '会议日期',
  place: '地点',
  due: '应到人数',
  present: '到会人数',
  decision: '决定',
  dissent: '不同意见（没有可不填）',
  from: '公示开始',
  until: '公示结束（最后一天）',
  posted: '公示地点（公开栏、网站）',
  objections: '收到的异议（没有可不填）',
  answers: '异议怎样答复和处理的',
  usual: '同意本图的风险点、等级和防控措施',
  reason: '仍然通过的理由（必填）',
} as const

export const ownLadderText = {
  own: '自定审定程序…',
  heading: '本单位的审定程序',
  name: '程序名称',
  usual: '本单位审定程序',
  rung: (at: number) => `第 ${at} 级`,
  rungName: '名称',
  right: '由谁办',
  rights: { write: '填报方', mark: '审核方' },
  who: '指定姓名、岗位或者科室（顿号隔开，可不填）',
  asks: '要记录什么',
  asked: { none: '不要求', meeting: '集体讨论', publicity: '公示' },
  add: '加一级',
  remove: '删去',
  use: '使用这个程序',
  cancel: '取消',
} as const
