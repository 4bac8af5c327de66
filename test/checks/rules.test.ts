/** Every rule by example: what it allows, what it finds. The set is checked: a rule has one name in five places. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/checks/facts.ts'
import { rules } from '../../src/checks/rules.ts'
import { findingsOf, runChecks } from '../../src/checks/runChecks.ts'
import type { Chart, Duty } from '../../src/model/chart.ts'
import { cite } from '../../src/text/law/cite.ts'
import { findingSentences, sayFinding } from '../../src/text/messages/findings.ts'
import { by, whole } from './cases/case.ts'
import { completeness } from './cases/completeness.ts'
import { drawing } from './cases/drawing.ts'
import { procedure } from './cases/procedure.ts'
import { separation } from './cases/separation.ts'
import { time } from './cases/time.ts'
import { worksAndMoney } from './cases/worksAndMoney.ts'

const cases = [...drawing, ...completeness, ...time, ...procedure, ...separation, ...worksAndMoney]
const found = (rule: string, chart: Chart) => runChecks(chart).findings.filter((one) => one.rule === rule)

describe.each(cases)('$rule', ({ rule, allows, finds }) => {
  it.each(Object.entries(allows))('allows: %s', (_, chart) => {
    expect(found(rule, chart)).toEqual([])
  })

  it.each(Object.entries(finds))('finds: %s', (_, [chart, steps]) => {
    const findings = found(rule, chart)
    expect(findings.map((finding) => finding.steps)).toEqual(steps)
    for (const finding of findings) {
      const sentence = sayFinding(finding, chart)
      expect(sentence).toMatch(/[一-鿿]/)
      expect(sentence).not.toMatch(/“”|undefined|NaN|。$/)
    }
  })
})

const camel = (id: string) => id.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())

describe('[CH1] a rule', () => {
  const ids = rules.map(({ id }) => id)
  const room = new URL('../../src/checks/', import.meta.url)

  it('has its file, and no file is without its rule', () => {
    const files = readdirSync(new URL('rules/', room)).map((name) => name.slice(0, -3))
    expect(files.sort()).toEqual(ids.map(camel).sort())
  })

  it('has a row of examples, with both sides', () => {
    expect(cases.map(({ rule }) => rule).sort()).toEqual([...ids].sort())
    for (const { allows, finds } of cases) {
      expect(Object.keys(allows)).not.toEqual([])
      expect(Object.keys(finds)).not.toEqual([])
    }
  })

  it('has a sentence', () => {
    expect(Object.keys(findingSentences).sort()).toEqual([...ids, 'rule-failed'].sort())
  })

  it('has a row in the README, with its severity', () => {
    const readme = readFileSync(new URL('README.md', room), 'utf8')
    const rows = [...readme.matchAll(/^\| `([a-z-]+)` \| (\w+) /gm)].map(([, id, severity]) => [id, severity])
    expect(rows).toEqual(rules.map(({ id, severity }) => [id, severity]))
  })

  it('names its source, and a row of the README names its articles', () => {
    const readme = readFileSync(new URL('README.md', room), 'utf8')
    for (const { id, source, laws = [] } of rules) {
      expect(source, id).not.toBe('')
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${id}\` `)) ?? ''
      expect(laws.filter((key) => !row.includes(cite(key).replace(/第.*/, '')))).toEqual([])
    }
  })
})

const held = (post: string) =>
  whole('开始 → 审查 → 决定 → 办结', { 审查: by('handle', post), 决定: by('decide', post) })

describe('severity', () => {
  it('[CH2] a post that does both is a warning, an office only a hint', () => {
    expect(found('handle-and-decide', held('科长'))[0]?.severity).toBe('warning')
    expect(found('handle-and-decide', held('审查岗'))[0]?.severity).toBe('warning')
    for (const office of ['行政审批科', '财务处', '政务服务中心', '办公室', '业务部门', '采购中心（招标办）'])
      expect(found('handle-and-decide', held(office))[0]?.severity, office).toBe('hint')
  })

  it('[CH2] a missing post weighs more at approval, acceptance and payment, less where cases are only sorted', () => {
    const chart = whole('开始 → 收件 → 登记 → 是否大宗 -是→ 领导审批 → 办结', {
      收件: { posts: ['内勤'] },
      是否大宗: { kind: 'decision' },
    })
    expect(found('step-without-post', chart).map(({ severity }) => severity)).toEqual([
      'warning',
      'hint',
      'error',
    ])
  })
})

describe('a duty that only a name proposes', () => {
  it('[CH5] makes a hint, which becomes a warning when a person says the duty', () => {
    const chart = whole('提交报销单 → 批准报销 → 支付 → 归档', {
      批准报销: { posts: ['主任'] },
      支付: { posts: ['主任'] },
    })
    const header = { ...chart.header, powerKind: 'finance' } as const
    expect(found('approve-and-pay', { ...chart, header })[0]?.severity).toBe('hint')
    const duties = { 批准报销: 'decide', 支付: 'execute' } as Readonly<Record<string, Duty>>
    const steps = chart.steps.map((step) => ({ ...step, ...(duties[step.id] && { duty: duties[step.id] }) }))
    expect(found('approve-and-pay', { ...chart, header, steps })[0]?.severity).toBe('warning')
  })
})

describe('a rule that fails', () => {
  it('[CH3] is a finding, not a crash', () => {
    const chart = whole('开始 → 办结')
    const broken = {
      ...rules[0]!,
      id: 'broken',
      find: () => {
        throw new Error('oops')
      },
    }
    const [finding] = findingsOf(broken, factsOf(chart))
    expect(finding).toMatchObject({ rule: 'rule-failed', severity: 'hint', steps: [] })
    expect(sayFinding(finding!, chart)).toContain('broken')
  })

  it('[CH3] charts that merging broke do not fail', () => {
    const chart = whole('开始 → 办结')
    const empty = { ...chart, steps: [] }
    const torn = {
      ...chart,
      posts: [],
      steps: chart.steps.map((step) => ({ ...step, posts: ['gone'] })),
      risks: [{ id: 'r', order: 'a', text: '', step: 'gone' }],
    }
    for (const each of [empty, torn]) expect(found('rule-failed', each)).toEqual([])
  })
})
