/** Every template is what an office could take over: it reads without a complaint, and keeps the rules of the field. */
import { describe, expect, it } from 'vitest'
import { sayFault } from '../../../src/text/messages/faults.ts'
import type { Chart, Duty, Step } from '../../../src/model/chart.ts'
import { externalEdition, whyNoExternal } from '../../../src/model/editions/externalEdition.ts'
import { hasExternalEdition } from '../../../src/model/editions/hasExternalEdition.ts'
import { templates } from '../../../src/text/templates/templates.ts'
import { cellsOf, riskColumns, stepColumns } from '../../../src/text/templates/template.ts'
import { templateChart, templateReading } from '../../../src/ui/home/templateChart.ts'
import { counting } from '../../support/chartOf.ts'

const chartOf = (id: string): Chart =>
  templateChart(
    templates.find((template) => template.id === id)!,
    counting(),
  )

const byId = templates.map((template) => template.id)
const names = (steps: readonly Step[]) => steps.map((step) => step.name)
const out = (chart: Chart, step: Step) => chart.flowlines.filter((line) => line.from === step.id)
const into = (chart: Chart, step: Step) => chart.flowlines.filter((line) => line.to === step.id)
const named = (chart: Chart, name: RegExp) => chart.steps.filter((step) => name.test(step.name))

function postsWith(chart: Chart, duties: readonly Duty[]): readonly string[] {
  const held = chart.steps.filter((step) => step.duty && duties.includes(step.duty))
  return [...new Set(held.flatMap((step) => step.posts ?? []))].map(
    (id) => chart.posts.find((post) => post.id === id)!.name,
  )
}

function reached(
  chart: Chart,
  from: readonly string[],
  along: 'forwards' | 'backwards',
): ReadonlySet<string> {
  const seen = new Set(from)
  for (const at of seen) {
    for (const line of chart.flowlines) {
      const [here, there] = along === 'forwards' ? [line.from, line.to] : [line.to, line.from]
      if (here === at) seen.add(there)
    }
  }
  return seen
}

/** Every way from the start to a step passes one of these. */
function comesAfter(chart: Chart, step: Step, before: readonly Step[]): boolean {
  const barred = new Set(before.map((each) => each.id))
  const without = { ...chart, flowlines: chart.flowlines.filter((line) => !barred.has(line.from)) }
  return !reached(without, [chart.steps[0]!.id], 'forwards').has(step.id)
}

describe('the catalogue', () => {
  it('has templates for the powers that are asked for, each once', () => {
    expect(templates.length).toBeGreaterThanOrEqual(14)
    expect(new Set(byId).size).toBe(templates.length)
    expect(new Set(templates.map((template) => template.title)).size).toBe(templates.length)
    for (const kind of [
      'licensing',
      'penalty',
      'compulsion',
      'levy',
      'inspection',
      'payment',
      'confirmation',
    ])
      expect(templates.map((template) => template.powerKind)).toContain(kind)
    for (const kind of ['procurement', 'finance', 'works', 'personnel', 'assets'])
      expect(templates.map((template) => template.powerKind)).toContain(kind)
  })

  it('says each in one line', () => {
    for (const { about } of templates) expect(about).toMatch(/^[^\n]{10,40}$/)
  })
})

describe.each(byId)('%s', (id) => {
  const template = templates.find((each) => each.id === id)!
  const chart = chartOf(id)
  const ends = chart.steps.filter((step) => out(chart, step).length === 0)

  it('is read without an error or a warning', () => {
    const { problems, ignoredColumns } = templateReading(template, counting())
    expect(problems.map((problem) => sayFault(problem))).toEqual([])
    expect(ignoredColumns).toEqual([])
  })

  it('has no more cells than columns, and every risk at a step', () => {
    const steps = cellsOf(template.steps)
    const risks = cellsOf(template.risks)
    for (const cells of steps) {
      expect(cells.length, cells.join('|')).toBeLessThanOrEqual(stepColumns.length)
      expect(cells[5] ?? '').toMatch(/^\d?$/)
    }
    for (const cells of risks) {
      expect(cells.length, cells.join('|')).toBeLessThanOrEqual(riskColumns.length)
      expect(steps.map(([number]) => number)).toContain(cells[0])
    }
    expect(chart.risks.length).toBe(risks.length)
  })

  it('has 8 to 16 steps, one start, one to three ends that are drawn as ends', () => {
    expect(chart.steps.length).toBeGreaterThanOrEqual(8)
    expect(chart.steps.length).toBeLessThanOrEqual(16)
    const terminators = chart.steps.filter((step) => step.kind === 'terminator')
    expect(terminators[0]).toBe(chart.steps[0])
    expect(names(terminators.slice(1))).toEqual(names(ends))
    expect(ends.length).toBeGreaterThanOrEqual(1)
    expect(ends.length).toBeLessThanOrEqual(3)
  })

  it('can be walked: every step is reached, and an end from every step', () => {
    const forwards = reached(chart, [chart.steps[0]!.id], 'forwards')
    const backwards = reached(
      chart,
      ends.map((step) => step.id),
      'backwards',
    )
    expect(names(chart.steps.filter((step) => !forwards.has(step.id)))).toEqual([])
    expect(names(chart.steps.filter((step) => !backwards.has(step.id)))).toEqual([])
  })

  it('parts only at decisions, and labels every way out of one', () => {
    for (const step of chart.steps) {
      const ways = out(chart, step)
      if (step.kind === 'decision') {
        expect(ways.length, step.name).toBeGreaterThanOrEqual(2)
        expect(new Set(ways.map((line) => line.label)).size, step.name).toBe(ways.length)
        for (const { label } of ways) expect(label, step.name).toBeTruthy()
      } else expect(ways.length, step.name).toBeLessThanOrEqual(1)
    }
  })

  it('gives every step a name of its own and a post, and no template leftovers', () => {
    expect(new Set(names(chart.steps)).size).toBe(chart.steps.length)
    for (const step of chart.steps) {
      expect(step.posts?.length ?? 0, step.name).toBeGreaterThanOrEqual(1)
      expect(step.name.length, step.name).toBeLessThanOrEqual(24)
    }
    expect(JSON.stringify(chart)).not.toMatch(/XX|××|【|某[市县局]|TODO/)
  })

  it('has a level, a category and concrete measures for every risk', () => {
    expect(chart.risks.some((risk) => risk.level === 'high')).toBe(true)
    for (const risk of chart.risks) {
      expect(risk.level, risk.text).toBeDefined()
      expect(risk.category, risk.text).toBeDefined()
      expect(risk.text.length, risk.text).toBeGreaterThanOrEqual(10)
      expect(
        chart.measures.filter((measure) => measure.risks.includes(risk.id)).length,
        risk.text,
      ).toBeGreaterThan(0)
    }
    for (const { text } of chart.measures) {
      expect(text.length, text).toBeGreaterThanOrEqual(10)
      expect(text).not.toMatch(/加强(?:教育|学习|监督|管理)|提高认识|严格执行制度/)
    }
  })

  it('names who answers for a high risk where one post does', () => {
    const posts = chart.posts.map((post) => post.name)
    for (const { responsible } of chart.risks)
      if (responsible !== undefined) expect(posts).toContain(responsible)
  })

  it('keeps handling and deciding apart [D1][D22]', () => {
    const decide = postsWith(chart, ['decide'])
    const handle = postsWith(chart, ['initiate', 'handle', 'execute'])
    expect(handle.filter((post) => decide.includes(post))).toEqual([])
  })

  it('keeps accepting apart from buying and doing, and paying from approving [D11][D15][D17]', () => {
    const accept = postsWith(chart, ['accept'])
    expect(
      postsWith(chart, ['handle', 'execute', 'initiate']).filter((post) => accept.includes(post)),
    ).toEqual([])
    const holders = (name: RegExp) => named(chart, name).flatMap((step) => step.posts ?? [])
    const approve = holders(/审批付款|审批工程款|负责人审批|集体研究审批/)
    const pay = holders(/^支付|收入上缴/)
    expect(pay.filter((post) => approve.includes(post))).toEqual([])
  })

  it('sends two people where facts are gathered on the spot [D2][D7][D23]', () => {
    for (const step of named(chart, /核查$|现场检查|入户|^调查|调查核实|查封|核定金额/))
      if (step.duty === 'handle') expect(step.persons ?? 0, step.name).toBeGreaterThanOrEqual(2)
  })

  it('gives every 公示 a length and a way out for objections [D24]', () => {
    for (const step of named(chart, /公示(?!期)/).filter((each) => each.kind === 'process')) {
      expect(step.timeLimit?.kind, step.name).toBe('span')
      const next = chart.steps.filter((each) => out(chart, step).some((line) => line.to === each.id))
      expect(next[0]?.name).toMatch(/异议/)
      expect(next[0]?.kind).toBe('decision')
    }
  })

  it('has a way out for what is not taken up and for what is incomplete, where people apply [D8]', () => {
    if (!['licensing', 'payment', 'confirmation', 'levy'].includes(template.powerKind)) return
    const [intake] = named(chart, /受理/).filter((step) => step.kind === 'decision')
    const labels = out(chart, intake!).map(({ to }) => chart.steps.find((step) => step.id === to)!.name)
    expect(labels.join()).toMatch(/告知.*补/)
    expect(labels.join()).toMatch(/不予受理/)
  })

  it('has an external chart that can be walked, where the power meets the public', () => {
    if (!hasExternalEdition(chart.header)) return
    expect(whyNoExternal(chart)).toBeUndefined()
    const shown = externalEdition(chart, {})
    const starts = shown.steps.filter((step) => into(shown, step).length === 0)
    expect(starts.length).toBeLessThanOrEqual(1)
    for (const step of shown.steps)
      if (step.kind === 'decision')
        for (const { label } of out(shown, step)) expect(label, step.name).toBeTruthy()
    expect(names(shown.steps.filter((step) => out(shown, step).length === 0))).toEqual(names(ends))
  })
})

describe('what the statutes want of single templates', () => {
  it.each([
    ['penalty', /作出处理决定/, /告知拟处罚/],
    ['penalty', /作出处理决定/, /听取陈述申辩/],
    ['penalty', /作出处理决定/, /法制审核/],
    ['summary-penalty', /处罚决定书/, /告知拟处罚/],
    ['summary-penalty', /处罚决定书/, /陈述申辩/],
    ['compulsion', /入库保管/, /告知理由/],
    ['licensing', /是否准予许可/, /审查申请材料/],
    ['payment', /是否符合保障条件/, /公示$/],
    ['open-tender', /支付资金/, /验收/],
    ['works', /支付工程款/, /竣工验收/],
    ['appointment', /办理任职/, /任职前公示/],
  ])('%s: %s comes after %s on every way', (id, later, earlier) => {
    const chart = chartOf(id)
    const [step] = named(chart, later)
    expect(comesAfter(chart, step!, named(chart, earlier))).toBe(true)
  })

  it('parts 调查、决定、执行 in penalties and compulsion [D1]', () => {
    for (const id of ['penalty', 'compulsion']) {
      const chart = chartOf(id)
      const handle = postsWith(chart, ['handle'])
      const execute = postsWith(chart, ['execute'])
      expect(handle.filter((post) => execute.includes(post))).toEqual([])
    }
  })

  it('lets one window take in and deliver a permit [D9], and another person preside a hearing [D3]', () => {
    const chart = chartOf('licensing')
    expect(named(chart, /^受理申请/)[0]!.posts).toEqual(named(chart, /颁发送达/)[0]!.posts)
    const presides = named(chart, /组织听证/)[0]!.posts!
    expect(named(chart, /审查|核查/).flatMap((step) => step.posts!)).not.toEqual(
      expect.arrayContaining([...presides]),
    )
  })

  it('keeps the proposed days of a permit within the statutory twenty', () => {
    const chart = chartOf('licensing')
    const days = chart.steps.flatMap(({ timeLimit: limit, name }) =>
      limit?.kind === 'span' &&
      limit.counts &&
      limit.unit === 'workday' &&
      !/补正|是否受理|归档|不予许可/.test(name)
        ? [limit.amount]
        : [],
    )
    expect(days.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(20)
  })
})
