/** Findings of a check as sentences: what is wrong and why it matters. */
import type { Chart, Id, Waiver } from '../../model/chart.ts'
import { cite } from '../law/cite.ts'

interface Sayable {
  readonly rule: string
  readonly steps: readonly Id[]
  readonly words?: Readonly<Record<string, string | number>>
}

/** 错误 must be fixed, 提醒 should be, 建议 can be. */
export const findingSeverityWord = { error: '错误', warning: '提醒', hint: '建议' } as const

type Word = (key: string) => string
type Sentence = (steps: string, word: Word) => string

export const findingSentences: Readonly<Record<string, Sentence>> = {
  'rule-failed': (_, word) => `检查规则“${word('rule')}”没有完成，其他检查不受影响（${word('why')}）`,
  'no-start': () => '没有“开始”端点：流程图应当从一个端点开始',
  'no-end': () => '没有“结束”端点：流程图应当有办结、归档等结束端点',
  'unreachable-step': (steps) => `从开始走不到${steps}：缺少通向它的流线`,
  'dead-end': (steps) => `走到${steps}就断了：请连到下一步，或者改为结束端点`,
  'loop-without-exit': (steps) => `${steps}之间只能循环，没有办法走到结束`,
  'decision-one-exit': (steps) => `判断${steps}只有一条出线：判断至少要有两个结果`,
  'decision-unlabelled-exit': (steps, word) => `判断${steps}有 ${word('exits')} 条出线没有写明条件`,
  'fork-without-join': (steps, word) => {
    if (word('why') === 'decision') return `判断${steps}不能同时分办：判断只走一条路`
    if (word('why') === 'one') return `${steps}标了同时分办，但只有一条出线`
    return `${steps}同时分办的各路在后一个环节会合，会合处没有标“会合后办”：看不出要不要等各路都办完`
  },
  'join-without-fork': (steps, word) =>
    word('why') === 'one'
      ? `${steps}标了会合后办，但通向它的只有一条流线`
      : `${steps}要等各路都办完，但前面没有“同时分办”在这里会合：只走其中一路的事项会一直等下去`,
  'duplicate-flowline': (steps) => `${steps}之间有重复的流线：请合并成一条`,
  'duplicate-step': (steps) => `${steps}名称和岗位都相同：请合并，或者写明区别`,
  'alike-steps': (steps, word) =>
    word('unseen') === ''
      ? `${steps}几乎相同：可能是复制后没有改`
      : `环节太多、名称太长，有 ${word('unseen')} 个环节没有全部比较是否相同：这项检查没有做完`,
  'vague-name': (steps) => `环节名称${steps}太笼统：请写明对什么、做什么`,
  'merged-steps': (steps, word) =>
    `${steps}把“${word('first')}”和“${word('second')}”并在一个环节：请分开，各定岗位`,
  'leftover-placeholder': (steps, word) => `${at(steps)}还有没填写的内容“${word('text')}”`,
  'copied-example': (steps, word) => `${at(steps)}像是没有改的示例文字：“${word('text')}”`,
  'step-without-post': (steps, word) =>
    word('whole') === '' ? `${steps}没有责任岗位` : `全图 ${word('count')} 个环节都没有责任岗位`,
  'step-without-limit': (_, word) => `有 ${word('count')} 个环节没有办理时限`,
  'intake-without-correction': (steps, word) =>
    `${at(steps)}没有“补正”的出口：材料不齐的应当一次告知需要补正的全部内容${by(word)}`,
  'intake-without-refusal': (steps, word) =>
    `${at(steps)}没有“不予受理”的出口：不予受理的应当告知并出具凭证${by(word)}`,
  'publicity-without-length': (steps) => `${steps}没有写明公示多长时间`,
  'publicity-without-objection': (steps) => `${steps}之后没有处理异议的出口`,
  'high-risk-without-measure': (_, word) => `最高等级的风险“${word('risk')}”没有防控措施`,
  'education-only-measure': (_, word) =>
    `风险“${word('risk')}”只有“${word('measure')}”一类的措施：请补充能操作、能检查的办法`,
  'risk-without-level': (_, word) => `风险“${word('risk')}”没有评定等级`,
  'risks-by-one-person': (_, word) =>
    `全部 ${word('count')} 个风险点都由“${word('person')}”一个人填写：应当由各岗位自己查找，再互查、集体评`,
  'risk-without-responsible': (_, word) => `风险“${word('risk')}”没有责任人，所在环节也没有责任岗位`,
  'no-supervision-phone': () => '外部流程图没有监督投诉电话',
  'penalty-without-notice': (steps) =>
    `有的路径不经过告知就到${steps}：处罚决定前应当告知内容、事实、理由、依据和权利（${cite('penalty-44')}）`,
  'penalty-without-defence': (steps) =>
    `有的路径不听取陈述申辩就到${steps}：当事人有权陈述和申辩（${cite('penalty-45')}）`,
  'penalty-without-legal-review': (steps) =>
    `有的路径不经过法制审核就到${steps}：重大、听证、复杂疑难的案件应当法制审核（${cite('penalty-58')}）`,
  'major-matter-not-collective': (steps) => `${at(steps)}涉及“三重一大”，但没有集体研究决定的环节`,
  'promised-limit-exceeded': (_, word) => `各环节最长${taken(word)}，超过承诺期限“${word('limit')}”`,
  'statutory-limit-exceeded': (_, word) =>
    `到作出决定，各环节最长${taken(word)}，超过法定期限“${word('limit')}”`,
  'default-limit-exceeded': (_, word) =>
    `没有写明法定期限；到作出决定，各环节最长${taken(word)}，超过一般期限“${word('limit')}”（${word('law')}）：请压缩，或者写明另有规定的依据`,
  'step-limit-exceeded': (steps, word) =>
    `${steps}的时限“${word('limit')}”超过法定的“${word('most')}”（${word('law')}）`,
  'hearing-notice-too-late': (steps, word) =>
    `${steps}写的是“${word('said')}”：听证应当在举行的七日前通知（${word('law')}）`,
  'limit-not-read': (steps, word) =>
    `${steps}的时限“${word('wordings')}”算不出长短：合计至少${sayLength(lengthIn(word))}，没有算入这些环节`,
  'intake-and-delivery': (steps) =>
    `${steps}不在一个岗位：内设多个机构办理的，应当由一个机构统一受理、统一送达（${cite('licensing-26')}）`,
  'refusal-without-reasons': (steps) =>
    `${steps}没有写说明理由，也没有告知申请复议、提起诉讼的权利（${cite('licensing-38')}）`,
  'interested-party-not-told': (steps) =>
    `${at(steps)}没有告知利害关系人：直接关系他人重大利益的，应当告知并听取意见（${cite('licensing-36', 'licensing-47')}）`,
  'publicity-after-effect': (steps) => `${steps}：公示排在生效之后，应当先公示、后办理`,
  'hollow-measure': (_, word) =>
    `风险“${word('risk')}”的措施“${word('measure')}”太空泛：请写明谁、什么时候、怎样做、留下什么记录`,
  'hollow-risk': (_, word) => `风险“${word('risk')}”像是工作差距，不是廉政风险：请写明权力可能怎样被滥用`,
  'penalty-not-published': (steps) =>
    `${steps}之后没有公开：具有一定社会影响的处罚决定应当依法公开（${cite('penalty-48')}）`,
  'reconsideration-first': (steps) =>
    `${steps}写了诉讼，没有写先申请行政复议：这一类决定应当先复议、后诉讼，并且告知（${cite('reconsideration-23')}）`,
  'force-without-demand': (steps) =>
    `有的路径不经过催告就到${steps}：强制执行前应当书面催告（${cite('compulsion-35', 'compulsion-54')}）`,
  'force-without-hearing': (steps) =>
    `${at(steps)}没有听取当事人的陈述和申辩：实施强制措施应当当场告知并听取（${cite('compulsion-18')}）`,
  'decision-without-legality': (steps) =>
    `有的路径不经过合法性审查就到${steps}：未经审查的不得提交讨论（${cite('majorDecisions-25')}）`,
  'circulated-not-met': (steps) =>
    `${steps}以传阅、会签代替会议：重大事项应当开会集体研究，三分之二以上成员到会（${cite('majorMatters-meeting')}）`,
  'too-few-at-meeting': (steps) =>
    `${steps}写的到会人数不够：“三重一大”事项应当有三分之二以上成员到会（${cite('majorMatters-meeting')}）`,
  'executed-before-approval': (steps) => `${steps}：先办事、后审批，审批应当在前`,
  'accepted-before-done': (steps) => `${steps}：验收排在施工、供货之前，应当在后`,
  'panel-size': (steps, word) =>
    `${steps}写了 ${word('count')} 人：应当是 ${word('least')} 人以上的单数，其中专家不少于三分之二（${word('law')}）`,
  'too-few-suppliers': (steps, word) =>
    `${steps}只有 ${word('count')} 家：不得少于三家（${cite('procurement-38', 'procurement-40', 'tender-28')}）`,
  'prepare-and-review': (steps, word) => `“${word('post')}”既编制又审核：${steps}，应当分开`,
  'judge-and-decide': (steps, word) => `“${word('post')}”既评审又作决定：${steps}，应当审裁分离`,
  'allot-and-evaluate': (steps, word) => `“${word('post')}”既评审、决定资金又评价绩效：${steps}，应当分离`,
  'build-and-accept': (steps, word) => `“${word('post')}”既组织施工又验收或者付款：${steps}，应当分离`,
  'accept-and-keep': (steps, word) => `“${word('post')}”既采购或者验收又保管：${steps}，最好分开`,
  'promised-over-statutory': (_, word) => `承诺期限“${word('promised')}”比法定期限“${word('statutory')}”还长`,
  'below-minimum-length': (steps, word) =>
    `${steps}的时限“${word('limit')}”短于“${word('least')}”${word('source') === '' ? '' : `（${word('source')}）`}`,
  'investigate-decide-execute': (steps, word) =>
    `“${word('post')}”同时承担${steps}：调查、决定、执行应当分离`,
  'apply-and-approve': (steps, word) => `“${word('post')}”既提出申请又作决定：${steps}`,
  'handle-and-decide': (steps, word) => `“${word('post')}”既经办又作决定：${steps}`,
  'decide-and-execute': (steps, word) => `“${word('post')}”既作决定又执行：${steps}`,
  'purchase-and-accept': (steps, word) =>
    `“${word('post')}”既经办采购又审核合同或者验收：${steps}（${cite('procurement-61')}）`,
  'approve-and-pay': (steps, word) => `“${word('post')}”既审批付款又执行付款：${steps}`,
  'hearing-by-investigator': (steps, word) =>
    `“${word('post')}”既调查、审查又主持听证：${steps}（${cite('penalty-64', 'licensing-48')}）`,
  'fine-and-collect': (steps, word) =>
    word('taken') !== ''
      ? `${steps}由本机关收取${word('taken')}：除依法当场收缴的以外，罚款由当事人到指定的银行缴纳（${cite('penalty-67')}）`
      : `“${word('post')}”既作决定又收缴款项：${steps}，应当罚缴分离（${cite('penalty-67')}）`,
  'custody-and-bookkeeping': (steps, word) => `“${word('post')}”既保管、收付又记账：${steps}`,
  'supervise-and-purchase': (steps, word) => `“${word('post')}”既监督又参与采购、建设：${steps}`,
  'one-post-for-all': (_, word) => `全部环节都由“${word('post')}”办理：至少应当有两个岗位相互制约`,
  'two-persons': (steps) => `${steps}没有写明两人以上：依法应当由两名以上工作人员进行`,
}

/** One sentence, without severity and full stop. */
export function sayFinding(finding: Sayable, chart: Chart): string {
  const names = finding.steps.flatMap((id) => namesIn(chart).get(id) ?? [])
  const sentence = findingSentences[finding.rule]
  return sentence?.(quoted(names), (key) => String(finding.words?.[key] ?? '')) ?? finding.rule
}

/** Made once for a chart: a report may name ten thousand steps. */
const stepNames = new WeakMap<Chart, ReadonlyMap<Id, string>>()

function namesIn(chart: Chart): ReadonlyMap<Id, string> {
  const names = stepNames.get(chart) ?? new Map(chart.steps.map(({ id, name }) => [id, name]))
  stepNames.set(chart, names)
  return names
}

/** Maximum number of names listed: four. */
function quoted(names: readonly string[]): string {
  const shown = names.slice(0, 4).map((name) => `“${name.trim()}”`)
  return shown.join('、') + (names.length > 4 ? `等 ${names.length} 个环节` : '')
}

/** A finding without a step is about the whole chart. */
function at(steps: string): string {
  return steps === '' ? '图中' : steps
}

/** The statute in brackets, if the finding rests on one. */
function by(word: Word): string {
  return word('law') === '' ? '' : `（${word('law')}）`
}

/** 共 22 个工作日; 至少共 22 个工作日 where a limit could not be read. */
function taken(word: Word): string {
  return `${Number(word('least')) > 0 ? '至少' : ''}共${sayLength(lengthIn(word))}`
}

function lengthIn(word: Word): { readonly workdays: number; readonly days: number } {
  return { workdays: Number(word('workdays')), days: Number(word('days')) }
}

/** 5 个工作日、7 天: different units are not added. */
export function sayLength({ workdays, days }: { readonly workdays: number; readonly days: number }): string {
  const parts = [...(workdays > 0 ? [` ${workdays} 个工作日`] : []), ...(days > 0 ? [` ${days} 天`] : [])]
  return parts.length > 0 ? parts.join('加') : '没有计时'
}

/** （理由：…，张三，2026-01-05） */
export function sayWaiver({ reason, by, on }: Pick<Waiver, 'reason' | 'by' | 'on'>): string {
  return `（理由：${[reason, by, on].filter((part) => part !== undefined && part !== '').join('，')}）`
}

export const checkWords = {
  usage: [
    'qingquan check 图.json [选项]',
    '  按规则检查一张图：画法、缺项、时限、不相容岗位。有问题也返回 0。',
    '  --json             以 JSON 写到标准输出，供其他程序使用',
    '  -o, --output 文件  写到文件',
  ].join('\n'),
  noChart: '请写明要检查哪一个图文件',
  oneChart: '一次只能检查一个图文件',
  nothing: '没有发现问题',
  waived: '已豁免',
  counts: (errors: number, warnings: number, hints: number) =>
    `共 ${errors} 个错误、${warnings} 个提醒、${hints} 个建议`,
  time: (length: string, path: readonly string[]) => `最长用时：${length.trim()}（${path.join(' → ')}）`,
} as const
