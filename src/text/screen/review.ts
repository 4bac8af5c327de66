/** Texts of reviews. */
import type { ReviewRefusal } from '../../model/review/decide.ts'
import type { MarkKind, MarkState, MarkTarget } from '../../model/review/mark.ts'
import type { NoticeKind } from '../../model/registers/notice.ts'

export const markKindName: { readonly [K in MarkKind]: string } = {
  missedRisk: '漏查风险',
  levelTooLow: '等级偏低',
  levelTooHigh: '等级偏高',
  hollowMeasure: '措施空泛',
  dutiesNotSeparated: '职责不分',
  limitExceeded: '时限超期',
  unclear: '表述不清',
  other: '其他',
}

export const markStateName: { readonly [S in MarkState]: string } = {
  open: '待整改',
  done: '已整改',
  accepted: '复核通过',
  returned: '退回',
  withdrawn: '已撤回',
}

export const reviewRefusals: { readonly [R in ReviewRefusal]: string } = {
  'no-right': '您的链接没有这项权限。',
  unnamed: '请先写明您的姓名和岗位：签批要有署名。',
  'same-person': '这一级要由另一个人通过：不能是上一级的通过人，也不能是填报人。',
  examined: '被审核的一方不能代为复核或者退回：由提出意见的人或者审核人办理。',
  'not-named': '这一级指定了通过人（姓名、岗位或者科室），您不在其中。',
  'no-ladder': '审定程序没有写完整：至少两级，名称不能空、不能重复；公示只能放在最后一级。',
  'no-record':
    '这一级要有记录：请把会议记录（时间、地点、应到、到会、决定）或者公示记录（起止日期、地点）填写完整。',
  'too-few-present': '到会人数不足三分之二，不能作出决定。',
  'wrong-dates': '日期不对：结束不能早于开始，会议不能晚于今天。',
  'still-public': '公示还没有到期：最后一天过后才能通过。',
  unanswered: '公示期间有异议：请写明怎样答复的。',
  'examined-issues': '文书由审核的一方（纪检机构）制发：请用审核链接进来制发。',
  'open-errors': '检查还有“错误”没有改正：请先改正，或者写明仍然通过的理由。',
  'no-such-mark': '这条审核意见已被撤回。',
  'not-own': '只能撤回自己提的意见：别人提的意见由提出人撤回。',
  'empty-text': '请写明意见。',
  'no-reason': '请写明退回的理由。',
  'open-marks': '还有审核意见没有复核通过，不能通过这一级。',
  'already-settled': '这条意见已经处理过了。',
  'not-settled': '这条意见还在等待整改。',
  'all-passed': '已经走完所有审定环节。',
  'not-earlier': '只能退回到更早的一级。',
  'number-taken': '这个文号已经用过。',
  'no-such-comment': '没有这条评论。',
  'no-such-notice': '没有这份文书。',
  receipted: '回执已经收到。',
  'review-full': '这张图的审核记录已达上限，不能再提新的意见；撤回、复核、通过和退回仍然可以。',
  'under-way': '审定已经开始，不能更换审定程序。',
}

export const reviewWords = {
  passed: (rung: string) => `${rung}通过`,
} as const

const on = { step: '环节', risk: '风险点', measure: '防控措施', post: '岗位' } as const

/** The name of a mark's place; for a deleted record, the name stored with the mark. */
export function sayTarget(
  target: MarkTarget,
  { name, gone }: { readonly name: string; readonly gone: boolean },
): string {
  if (target.on === 'chart') return reviewText.wholeChart
  const said = name.trim() === '' ? reviewText.unwritten : name
  return gone ? `所在${on[target.on]}已删除：${said}` : `${on[target.on]}“${said}”`
}

/** 2026-11-22, local date. */
export function dayWords(ms: number): string {
  const day = new Date(ms)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

export const reviewText = {
  heading: '审核',
  close: '关闭审核',
  loading: '正在读取审核意见…',
  needsServer: '审核意见由服务器统一登记。现在连不上服务器：已读到的内容可以看，不能提意见和签批。',
  neverThere: '审核需要服务器。现在没有连上服务器，看不到也提不了审核意见；图仍可以编辑。',
  again: '重试',
  notConnected: '没有连上服务器，这一步可能没有办成。请连上后看一下再试。',
  tooMany: '提交得太快，这一条没有提交。请过几秒再试。',
  badCommand: '服务器没有看懂这一步，请刷新页面后再试。',
  wholeChart: '整张图',
  unwritten: '（未填写）',
  unsigned: '未署名',
  tabs: { marks: '审核意见', comments: '评论', notices: '提醒预警' },
  who: (name: string, post: string) => (post === '' ? name : `${name}（${post}）`),
  said: (who: string, day: string) => `${who}　${day}`,
} as const

export const ladderText = {
  heading: '逐级审定',
  choose: '审定程序',
  state: { passed: '已通过', here: '当前', ahead: '未到' },
  pass: (rung: string) => `通过“${rung}”`,
  submit: (rung: string) => `提交“${rung}”`,
  passed: (rung: string) => `“${rung}”已通过`,
  sign: '写上姓名和岗位',
  sendBack: '退回重新查找',
  sendBackTo: '退回到',
  reason: '退回理由（必填）',
  despite: (errors: number) => `检查还有 ${errors} 个错误，仍然通过的理由（必填）`,
  confirm: '确认退回',
  cancel: '取消',
  sentBack: (from: string, to: string) => `由“${from}”退回到“${to}”`,
  finished: '已走完全部审定环节。',
  approved: (rung: string, day: string, name: string) => `已审定：${rung} ${day} ${name}`,
  hash: (hash: string) => `内容校验 ${hash.slice(0, 8)}…`,
  hashHint: (hash: string) => `审定内容的校验值（SHA-256）：${hash}`,
  draft: (count: number) => `审定后有改动（草稿），${count} 处不同`,
  unchanged: '审定后没有改动。',
  comparing: '正在与审定的内容比较…',
  differences: '改了什么',
  look: '查看审定的图',
  approvedVersion: '审定稿',
  now: '现在',
} as const

export const marksText = {
  none: '还没有审核意见。',
  noneShown: '没有符合条件的意见。',
  filterState: '处理情况',
  filterKind: '意见类型',
  filterOn: '审核对象',
  anyState: '全部情况',
  unsettled: '待处理',
  anyKind: '全部类型',
  anyTarget: '全部对象',
  mine: '我提的',
  gone: '对象已删除',
  here: '所选环节',
  count: (shown: number, all: number) => (shown === all ? `共 ${all} 条` : `${shown} / ${all} 条`),
  next: '下一条',
  previous: '上一条',
  add: '提意见',
  addHint: '对所选环节、它的风险点、措施、岗位，或整张图提意见',
  target: '审核对象',
  kind: '意见类型',
  level: '建议等级',
  noLevel: '不建议等级',
  suggested: (level: string) => `建议等级：${level}`,
  text: '审核意见',
  textHint: '哪里不妥，应当怎样改',
  submit: '提出意见',
  cancel: '取消',
  reply: '回复',
  replyHint: '说明或回复',
  send: '发送',
  settle: '已整改',
  settleHint: '怎样整改的（可不填）',
  accept: '复核通过',
  return: '退回',
  reason: '退回理由（必填）',
  withdraw: '撤回',
  withdrawAsk: '撤回这条审核意见？撤回后仍能看到。',
  withdrawn: '已撤回',
  mend: '去修改',
  mendHint: '打开所在环节的表单；按 F8 回到审核',
  keys: 'J / K 下一条、上一条　A 复核通过　R 退回　M 提意见',
  chosen: '选入文书',
} as const

export const workListText = {
  lead: '您参与的各张图的审核情况。J / K 上下移动，回车打开，A 复核通过，R 退回。',
  none: '没有您可以审核的图。请用审核链接打开一张图，它会出现在这里。',
  noneShown: '没有符合条件的图。',
  untitled: '未命名',
  unit: '单位',
  anyUnit: '全部单位',
  rung: '所在环节',
  anyRung: '全部环节',
  chart: '图',
  open: '打开',
  allPassed: '已走完',
  approved: '已审定',
  counts: { open: '待整改', done: '已整改', returned: '退回', overdue: '文书逾期' },
  marksOf: (title: string) => `“${title}”的审核意见`,
  refresh: '刷新',
  said: (state: string, target: string) => `${state}：${target}`,
} as const

export const noticeKindName = {
  reminder: '提醒函',
  warning: '预警告知书',
  advice: '预警建议书',
  rectification: '整改意见书',
  prompt: '预警提示书',
  admonition: '诫勉警示书',
  correction: '责令纠错书',
} as const satisfies Record<NoticeKind, string>

export const issueText = {
  make: '制发文书',
  makeHint: '勾选审核意见，制发提醒函、预警告知书、预警建议书、整改意见书，或者预警提示、诫勉警示、责令纠错',
  chosen: (count: number) => `已选 ${count} 条意见`,
  what: '文书',
  about: '发给',
  toPost: '个人或岗位（黄、橙、红）',
  toUnit: '单位（绿、橙、红）',
  colour: '预警级别',
  number: '文号',
  issuer: '制发单位',
  contact: '联系人',
  phone: '联系电话',
  copies: '抄送（没有可不填）',
  addressee: '发给谁（主送）',
  deadline: '整改期限',
  demands: '要求（一行一条）',
  issue: '发出并下载',
  cancel: '取消',
  issued: (name: string) => `已登记发出，下载了“${name}”`,
  none: '还没有发出文书。勾选审核意见后可以制发。',
  download: '下载 Word',
  receipt: '登记回执',
  receiptHint: '谁在什么时候送回，整改情况如何',
  receipted: (who: string, day: string, text: string) =>
    `${day} ${who} 登记回执${text === '' ? '' : `：${text}`}`,
  due: (day: string) => `限 ${day} 前整改`,
  overdue: (days: number) => `逾期 ${days} 天`,
  aboutMarks: (count: number) => `${count} 条意见`,
  noIssuer: '（制发单位）',
  fileName: (title: string, number: string) => `${title} ${number}`,
  badDate: '请填写整改期限。',
} as const

export const canvasMark = (count: number, first: string) =>
  count === 1 ? `待处理的审核意见 1 条：${first}` : `待处理的审核意见 ${count} 条：${first} …`

/** 风险一览 */
export const riskOverviewText = {
  heading: '风险一览',
  posts: '岗位 × 等级',
  steps: '环节 × 类别',
  post: '责任岗位',
  step: '环节',
  sum: '合计',
  noCategory: '未分类',
  none: '图上还没有风险点。',
  total: (count: number) => `共 ${count} 个风险点；点数字到所在环节。`,
  cell: (line: string, column: string, count: number) => `${line}，${column}：${count} 个风险点`,
} as const

/** Import of last year's 一览表 into the chart. */
export const importRisksText = {
  heading: '导入上年一览表',
  lead: '打开或粘贴上年的廉政风险点及防控措施一览表（.xlsx、.csv 或从 Excel、WPS、Word 复制），逐条放到对应的环节或岗位。',
  pasteHere: '在这里粘贴（Ctrl+V）上年一览表',
  choose: '选择文件…',
  read: '读取',
  again: '换一份表',
  cancel: '取消',
  put: (count: number) => `放入 ${count} 条`,
  nothing: '没有读到风险点。请确认表头里有“风险点”或“表现形式”一列。',
  found: (placed: number, known: number, unplaced: number) =>
    `找到位置 ${placed} 条，图上已有 ${known} 条，没有找到位置 ${unplaced} 条`,
  leftOut: (count: number) => `${count} 行不是风险点，没有读入`,
  leftOutRow: (row: number, words: string) => `第 ${row} 行：${words}`,
  row: '行',
  risk: '风险点',
  place: '上年表中的位置',
  to: '放到',
  measures: '防控措施',
  leave: '不放入',
  step: (name: string) => `环节：${name}`,
  post: (name: string) => `岗位：${name}`,
  known: '图上已有，不再放入',
  why: {
    'no-place-found': '没有找到同名的环节或岗位',
    'several-places': '有几处同名',
    'other-power': '属于另一项权力',
  },
  done: (count: number) => `已放入 ${count} 个风险点，可以撤销。`,
  homeHint: '上年的风险点一览表请先打开今年的图，再用“导入上年一览表”（Ctrl+K 查找）。',
} as const
