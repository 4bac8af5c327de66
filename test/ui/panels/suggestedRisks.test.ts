import { describe, expect, it } from 'vitest'
import type { Chart, Risk, Step } from '../../../src/model/chart.ts'
import { riskTopics } from '../../../src/text/library/riskTopics.ts'
import { templates } from '../../../src/text/templates/templates.ts'
import { templateChart } from '../../../src/ui/home/templateChart.ts'
import { likeness, suggestedMeasures, suggestedRisks } from '../../../src/ui/panels/suggestedRisks.ts'
import { chartOf, counting } from '../../support/chartOf.ts'

const licence = chartOf('申请 → 受理 → 审查 → 审批 → 送达', {}, { powerKind: 'licensing' })
const stepOf = (chart: Chart, name: string): Step => chart.steps.find((step) => step.name === name)!
const offered = (chart: Chart, name: string) =>
  suggestedRisks(chart, stepOf(chart, name)).map((each) => each.text)

const level = (id: string, rank: number) => ({
  id,
  rank,
  name: id,
  word: id,
  colour: '#000000',
  shape: 'circle' as const,
})

/** The chart with a risk at a step; its measures too. */
function withRisk(chart: Chart, step: string, text: string, ...measures: readonly string[]): Chart {
  const id = `r${chart.risks.length}`
  const risk: Risk = { id, order: `a${chart.risks.length}`, step, text, level: 'high', category: 'duty' }
  const made = measures.map((measure, at) => ({
    id: `${id}m${at}`,
    order: `a${chart.measures.length + at}`,
    text: measure,
    risks: [id],
  }))
  return { ...chart, risks: [...chart.risks, risk], measures: [...chart.measures, ...made] }
}

describe('suggested risks', () => {
  it('fit the words in the name of the step', () => {
    expect(offered(licence, '受理')[0]).toBe('故意刁难申请人，不一次告知所需材料')
    expect(offered(licence, '审批')[0]).toBe('越权审批或者违反程序作出决定')
    expect(offered(licence, '送达')[0]).toContain('送达')
  })

  it('bring level, category and measures', () => {
    const [first] = suggestedRisks(licence, stepOf(licence, '审查'))
    expect(first).toMatchObject({ category: 'duty', level: 'medium', from: 'library' })
    expect(first!.measures.length).toBeGreaterThan(0)
  })

  it('fit the power: a fine is not offered where things are bought', () => {
    const bought = chartOf('需求 → 评审 → 验收 → 付款', {}, { powerKind: 'procurement' })
    expect(offered(bought, '验收')[0]).toContain('验收')
    expect(offered(bought, '评审').join()).toMatch(/围标|评委/)
    const fined = chartOf('立案 → 执行', {}, { powerKind: 'penalty' })
    expect(offered(fined, '立案').join()).not.toMatch(/供应商|采购/)
  })

  it('fall back to the duty, and then to the power, where the name says nothing', () => {
    const chart = chartOf('甲 → 乙', { 甲: { duty: 'decide' } }, { powerKind: 'penalty' })
    expect(offered(chart, '甲').join()).toContain('越权审批')
    expect(offered(chart, '乙')[0]).toContain('保护伞')
  })

  it('offer first what steps of the same kind in this chart say', () => {
    const chart = withRisk(
      chartOf('受理申请 → 窗口受理', {}, { powerKind: 'licensing' }),
      '受理申请',
      '收了材料不给回执，过后不认账',
    )
    const [first] = suggestedRisks(chart, stepOf(chart, '窗口受理'))
    expect(first).toMatchObject({ text: '收了材料不给回执，过后不认账', level: 'high', from: 'chart' })
  })

  it('leave out what the step has, however it is punctuated', () => {
    const chart = withRisk(licence, '受理', '故意刁难申请人、不一次告知所需材料。')
    expect(offered(chart, '受理')).not.toContain('故意刁难申请人，不一次告知所需材料')
  })

  it('are at most eight, none twice, and always the same', () => {
    for (const template of templates) {
      const chart = templateChart(template, counting())
      for (const step of chart.steps) {
        const risks = suggestedRisks(chart, step)
        expect(risks.length, step.name).toBeLessThanOrEqual(8)
        expect(new Set(risks.map((each) => each.text)).size).toBe(risks.length)
        expect(suggestedRisks(chart, step)).toEqual(risks)
      }
    }
  })

  it('find something for nine of ten steps of the templates', () => {
    const steps = templates.flatMap((template) => {
      const chart = templateChart(template, counting())
      return chart.steps.map((step) => suggestedRisks(chart, step).length)
    })
    expect(steps.filter((count) => count >= 3).length / steps.length).toBeGreaterThan(0.9)
  })

  it('take the levels of the scheme that the chart has', () => {
    const twoLevels = { id: 'two', name: '两级', levels: [level('plain', 2), level('grave', 1)] }
    const chart = { ...licence, grading: twoLevels }
    const levels = suggestedRisks(chart, stepOf(chart, '送达')).map((each) => each.level)
    expect(levels).toContain('plain')
    const grave = suggestedRisks(chart, stepOf(chart, '审批')).map((each) => each.level)
    expect(grave).toContain('grave')
    const none = { ...licence, grading: { id: 'none', name: '', levels: [] } }
    expect(suggestedRisks(none, stepOf(none, '审批'))[0]).not.toHaveProperty('level')
  })

  it('do not take a risk of a post for one of a step', () => {
    const chart: Chart = {
      ...licence,
      risks: [{ id: 'r', order: 'a0', post: 'p', text: '岗位上的风险不属于环节' }],
    }
    expect(offered(chart, '受理')).not.toContain('岗位上的风险不属于环节')
  })
})

describe('the library', () => {
  const risks = riskTopics.flatMap((topic) => topic.risks)

  it('has the gravest level only where a crime is in reach', () => {
    const high = risks.filter(({ level }) => level === 'high')
    expect(high.length / risks.length).toBeLessThan(0.4)
    for (const { text } of high) expect(text).not.toMatch(/^因人设岗|走过场|未经?审核|失真|谎称/)
  })

  it('leans on no machinery that a county office lacks, and invents no numbers', () => {
    const measures = risks.flatMap((each) => each.measures)
    for (const text of measures) {
      expect(text).not.toMatch(/系统|智能|自动/)
      expect(text).not.toMatch(/\d+\s*(?:个月|个工作日|日|天|%)/)
    }
  })

  it('does not forget 外部环境 and 思想道德', () => {
    const categories = risks.map(({ category }) => category)
    expect(categories.filter((each) => each === 'environment').length).toBeGreaterThanOrEqual(8)
    expect(categories.filter((each) => each === 'integrity').length).toBeGreaterThanOrEqual(50)
  })
})

describe('suggested measures', () => {
  it('are those of the typical risk that is worded alike', () => {
    const chart = withRisk(licence, '审查', '擅自增加或减少审查条件')
    expect(suggestedMeasures(chart, chart.risks[0]!)[0]).toBe('公布审查要点并逐项勾选签名')
  })

  it('are first those that this chart has for such a risk', () => {
    const once = withRisk(licence, '受理', '无正当理由超时办理', '窗口亮灯计时，超时自动报分管负责人')
    const chart = withRisk(once, '审查', '无正当理由，超时办理')
    expect(suggestedMeasures(chart, chart.risks[1]!)[0]).toBe('窗口亮灯计时，超时自动报分管负责人')
  })

  it('fit the step where the risk has no words yet', () => {
    const chart = withRisk(licence, '送达', '')
    expect(suggestedMeasures(chart, chart.risks[0]!).join()).toMatch(/送达/)
  })

  it('leave out what the risk has, and are at most eight', () => {
    const chart = withRisk(licence, '审查', '擅自增加或者减少审查条件、程序', '公布审查要点并逐项勾选签名')
    const measures = suggestedMeasures(chart, chart.risks[0]!)
    expect(measures).not.toContain('公布审查要点并逐项勾选签名')
    expect(measures.length).toBeGreaterThan(0)
    expect(measures.length).toBeLessThanOrEqual(8)
  })

  it('are found for a risk of a post too', () => {
    const risk: Risk = { id: 'r', order: 'a0', post: 'p', text: '利用职务便利为亲友谋利' }
    expect(suggestedMeasures({ ...licence, risks: [risk] }, risk).length).toBeGreaterThan(0)
  })
})

describe('likeness', () => {
  it.each([
    ['擅自增加审查条件', '擅自增加审查条件', 1],
    ['擅自增加，审查条件', '擅自增加审查条件。', 1],
    ['', '', 0],
    ['审', '受', 0],
    ['验收走过场', '泄露标底', 0],
  ])('%s · %s: %d', (one, other, expected) => {
    expect(likeness(one, other)).toBe(expected)
  })
})

describe('the library', () => {
  const risks = riskTopics.flatMap((topic) => topic.risks)

  it('has at least 120 risks, each said once', () => {
    expect(risks.length).toBeGreaterThanOrEqual(120)
    expect(new Set(risks.map((each) => each.text)).size).toBe(risks.length)
    expect(new Set(riskTopics.map((topic) => topic.id)).size).toBe(riskTopics.length)
  })

  it('says what happens and what is done about it in 8 to 30 characters', () => {
    for (const { text, measures } of risks) {
      expect(measures.length, text).toBeGreaterThanOrEqual(1)
      expect(measures.length, text).toBeLessThanOrEqual(3)
      for (const words of [text, ...measures]) {
        expect(words.length, words).toBeGreaterThanOrEqual(8)
        expect(words.length, words).toBeLessThanOrEqual(30)
        expect(words).not.toMatch(/加强(?:教育|学习|监督|管理)|提高认识|[。；]$/)
      }
    }
  })

  it('covers every kind of power and every category', () => {
    const powers = new Set(riskTopics.flatMap((topic) => topic.powers ?? []))
    expect(powers.size).toBe(15)
    expect(new Set(risks.map((each) => each.category)).size).toBe(5)
  })
})
