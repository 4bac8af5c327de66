/** The clock of the law, kind by kind: each case names the article that it rests on. */
import { describe, expect, it } from 'vitest'
import { runChecks } from '../../src/checks/runChecks.ts'
import type { Chart, Header } from '../../src/model/chart.ts'
import { readTimeLimit } from '../../src/model/time/readTimeLimit.ts'
import { cite } from '../../src/text/law/cite.ts'
import { provisions } from '../../src/text/law/provisions.ts'
import { templates } from '../../src/text/templates/templates.ts'
import { citationsIn } from '../../src/text/law/citationsIn.ts'
import { statutes, type Statute } from '../../src/text/law/statutes.ts'
import { sayFinding } from '../../src/text/messages/findings.ts'
import { takes, whole } from './cases/case.ts'

/** `受理 → 审查 12个工作日 → 决定`: a step and how long it takes. */
function timed(words: string, header: Partial<Header>): Chart {
  const limits: Record<string, ReturnType<typeof takes>> = {}
  const plain = words.replaceAll(
    /([^→；\s]+) ([^→；]+?)(?=\s*(?:→|；|$))/g,
    (_, name: string, limit: string) => {
      limits[name] = takes(limit.trim())
      return name
    },
  )
  return whole(plain, limits, header)
}

const licence = { powerKind: 'licensing' } as const
const penalty = { powerKind: 'penalty' } as const
const seizure = { powerKind: 'compulsion' } as const
const about = (title: string) => ({ title })

type Row = readonly [article: string, words: string, header: Partial<Header>, workdays: number, days: number]

const table: readonly Row[] = [
  [cite('licensing-42'), '申请 → 受理 2日 → 审查 12日 → 是否准予许可 3日 → 发证', licence, 15, 0],
  [
    cite('licensing-44'),
    '申请 → 受理 → 审查 12日 → 作出许可决定 3日 → 颁发许可证 10日 → 归档 5日',
    licence,
    15,
    0,
  ],
  [
    cite('licensing-45'),
    '申请 → 受理 → 专家评审 30日 → 食品检验 15日 → 审查检验报告 2日 → 作出决定 1日',
    licence,
    3,
    0,
  ],
  [cite('licensing-82'), '申请 → 受理 → 审查 3日（自然日） → 作出决定 2日', licence, 2, 3],
  [
    cite('penalty-60'),
    '线索 → 立案 5日 → 调查 30日 → 法制审核 5个工作日 → 作出处罚决定 3日 → 送达 7日 → 缴纳罚款 15日 → 结案 10日',
    penalty,
    8,
    30,
  ],
  [
    cite('penalty-60'),
    '线索 → 立案 → 先行登记保存批准 1日 → 组织听证 20日 → 作出处罚决定 10日 → 结案审批 9日 → 归档',
    penalty,
    0,
    31,
  ],
  [
    `${cite('penalty-60')}: a decision taken together is one`,
    '线索 → 立案 → 调查 30日 → 集体讨论，作出处罚决定 10日 → 送达 7日 → 申请法院强制执行 90日',
    penalty,
    0,
    40,
  ],
  [
    `${cite('penalty-60')}: 集体讨论 before the decision does not end it`,
    '线索 → 立案 → 集体讨论 10日 → 作出处罚决定 10日 → 归档 30日',
    penalty,
    0,
    20,
  ],
  [
    cite('compulsion-25'),
    '发现 → 报批 1日 → 实施查封 → 委托鉴定 20日 → 作出处理决定 25日 → 没收 10日',
    seizure,
    0,
    25,
  ],
  [
    cite('petition-34'),
    '登记 → 受理 15日 → 调查核实 40日 → 组织听证 10日 → 出具处理意见 5日 → 复查 30日 → 复核 30日',
    about('信访事项办理'),
    0,
    55,
  ],
  [
    cite('disclosure-33'),
    '提出 → 收到申请 → 审查 5个工作日 → 书面征求第三方意见 15个工作日 → 拟制 3个工作日 → 作出答复 2个工作日',
    about('政府信息依申请公开'),
    10,
    0,
  ],
  [
    cite('reconsideration-62', 'reconsideration-88'),
    '申请 → 受理 5日 → 发送副本 7日 → 审理 40日 → 作出复议决定 5日 → 送达 5日',
    about('行政复议案件办理'),
    12,
    40,
  ],
  [
    'an internal power: to the end, without the filing',
    '申请 → 审批 2个工作日 → 支付 3个工作日 → 归档 1个工作日',
    { powerKind: 'finance' },
    5,
    0,
  ],
]

describe('[CH4] the clock of the law', () => {
  it.each(table)('%s: %s', (_, words, header, workdays, days) => {
    const { time } = runChecks(timed(words, header))
    expect([time.workdays, time.days]).toEqual([workdays, days])
  })

  it('what comes after the decision, and remedies, are told apart from what a statute leaves out', () => {
    const chart = timed('申请 → 受理 → 组织听证 9日 → 审查 4日 → 作出决定 1日 → 发证 10日', licence)
    expect(runChecks(chart).time.spent.map(({ step, workdays, why }) => [step, workdays, why])).toEqual([
      ['受理', 0, 'starts'],
      ['组织听证', 0, 'statute'],
      ['审查', 4, undefined],
      ['作出决定', 1, undefined],
    ])
    expect(runChecks(chart).time.laws.map((key) => cite(key))).toEqual([
      cite('licensing-42'),
      cite('licensing-45'),
    ])
  })

  it('what a limit itself leaves out is left out', () => {
    const statutoryLimit = readTimeLimit('自受理之日起10个工作日（不含公示时间）')
    const chart = timed('申请 → 受理 → 审查 8日 → 公示 7日 → 作出决定 2日', { ...licence, statutoryLimit })
    expect(runChecks(chart).time.workdays).toBe(10)
  })
})

const exceeding = (words: string, header: Partial<Header>) =>
  runChecks(timed(words, header)).findings.filter(({ rule }) => rule === 'statutory-limit-exceeded')

const stated = (wording: string) => ({ statutoryLimit: readTimeLimit(wording) })

describe('[CH11] how certain an excess is', () => {
  it('is an error where start and end are told', () => {
    const found = exceeding('申请 → 受理 → 审查 19日 → 作出决定 2日', { ...licence, ...stated('20日') })
    expect(found.map(({ severity }) => severity)).toEqual(['error'])
  })

  it('is a warning where nobody has said which power it is', () => {
    const found = exceeding('申请 → 受理 → 审查 19日 → 作出决定 2日', stated('20日'))
    expect(found.map(({ severity }) => severity)).toEqual(['warning'])
  })

  it('is a warning where other rules may leave the time out (行政处罚法 60)', () => {
    const found = exceeding('线索 → 立案 → 调查 60日 → 委托鉴定 40日 → 作出处罚决定 5日', {
      ...penalty,
      ...stated('90日'),
    })
    expect(found.map(({ severity }) => severity)).toEqual(['warning'])
  })

  it('is a warning within the extension, and nothing where a step extends', () => {
    const words = '申请 → 受理 → 审查 24日 → 作出决定 2日'
    const header = { ...licence, ...stated('20日，经批准可延长10日') }
    expect(exceeding(words, header).map(({ severity }) => severity)).toEqual(['warning'])
    expect(exceeding(words.replace('作出', '批准延长期限 → 作出'), header)).toEqual([])
  })

  it('a limit that cannot be read is never 0: the sum is 至少, and says without which', () => {
    const words = '申请 → 受理 → 现场核查 视情况 → 审查 21日 → 作出决定'
    const chart = timed(words, { ...licence, ...stated('20日') })
    const { time, findings } = runChecks(chart)
    expect(time.unread).toEqual(['现场核查'])
    const said = findings.map((finding) => sayFinding(finding, chart))
    expect(said.filter((sentence) => sentence.includes('至少'))).toHaveLength(2)
  })

  it('reads again what an earlier version could not read', () => {
    const chart = timed('申请 → 受理 → 审查 当日 → 作出决定 2日', licence)
    const old = chart.steps.map((step) =>
      step.timeLimit ? { ...step, timeLimit: { ...step.timeLimit, kind: 'unread' as const } } : step,
    )
    const { time } = runChecks({ ...chart, steps: old })
    expect([time.unread, time.workdays]).toEqual([[], 2])
  })
})

describe('[CH12] the table of statutes', () => {
  it('every provision is of a statute, every statute is cited', () => {
    const inTemplates = templates.flatMap(({ legalBasis, steps }) =>
      citationsIn([...legalBasis, steps].join('\n')),
    )
    const used = new Set([
      ...Object.values(provisions).map(({ statute }) => statute),
      ...inTemplates.map(({ statute }) => statute),
    ])
    expect(Object.keys(statutes).filter((key) => !used.has(key as keyof typeof statutes))).toEqual([
      'litigation',
    ])
    for (const { since, name } of Object.values(statutes)) expect(since, name).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  it('knows whatever a template cites: no statute and no article that is not there', () => {
    for (const { legalBasis, steps, title } of templates)
      for (const { name, statute, article } of citationsIn([...legalBasis, steps].join('\n'))) {
        expect(statute, `${title}：《${name}》`).toBeDefined()
        const { articles }: Statute = statutes[statute!]
        expect(article ?? 1, `${title}：《${name}》`).toBeLessThanOrEqual(articles ?? 1000)
      }
    expect(citationsIn('《天书法》第一条；《询问笔录》').map(({ statute }) => statute)).toEqual([undefined])
  })

  it('is cited by statute, its articles together', () => {
    expect(cite('licensing-42', 'licensing-45', 'penalty-60')).toBe(
      '行政许可法第四十二条、第四十五条、行政处罚法第六十条',
    )
    expect(cite('cadres-notice')).toBe('党政领导干部选拔任用工作条例')
  })
})
