import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../src/model/chart.ts'
import type { GradingScheme } from '../../../src/model/grading.ts'
import {
  departmentRegisters,
  postRegisters,
  summary,
  wholeRegister,
  type Register,
} from '../../../src/model/registers/registers.ts'
import { arbitraryChart } from '../../files/arbitraryChart.ts'
import { expenses } from '../../support/registers.ts'

const fourGrades: GradingScheme = {
  id: 'four',
  name: '四级',
  // The lighter comes first here: rank decides, never the place or the name.
  levels: ['一般', '一级', '二级', '三级'].map((name, at) => ({
    id: ['high', 'medium', 'low', 'most'][at]!,
    rank: 4 - at,
    name,
    word: name,
    colour: '#000000',
    shape: 'circle',
  })),
}

/** Any charts, some of another scheme, with risks of posts among them. */
const arbitraryCharts: fc.Arbitrary<readonly Chart[]> = fc.array(
  fc.tuple(arbitraryChart, fc.boolean(), fc.boolean()).map(([chart, isOther, toPosts]) => ({
    ...chart,
    ...(isOther ? { grading: fourGrades } : {}),
    risks: chart.risks.map((risk, at) => {
      const post = chart.posts[at % 2]
      return toPosts && post ? { ...risk, step: undefined, post: post.id } : risk
    }) as Chart['risks'],
  })),
  { maxLength: 4 },
)

describe('registers', () => {
  it('[RG1] count every risk once, so that all totals agree', () => {
    fc.assert(
      fc.property(arbitraryCharts, (charts) => {
        const whole = wholeRegister(charts)
        const all = summary(charts)
        expect(whole.counts.risks).toBe(charts.reduce((sum, chart) => sum + chart.risks.length, 0))
        expect(added(postRegisters(charts))).toEqual(totals(whole))
        expect(added(departmentRegisters(charts))).toEqual(totals(whole))
        expect(totals(all)).toEqual(totals(whole))
        for (const lines of [all.byPower, all.byPost, all.byStep]) expect(added(lines)).toEqual(totals(whole))
        expect(whole.counts.byLevel.reduce((sum, { count }) => sum + count, 0)).toBe(whole.counts.risks)
      }),
      { numRuns: 200 },
    )
  })

  it('[RG2] number from 1 without gaps, on each form anew', () => {
    const [first, second] = postRegisters([expenses()])
    expect(first).toMatchObject({ post: '经办人', rows: [{ number: 1, text: '虚报冒领' }] })
    expect(second!.rows.map(({ number, text }) => [number, text])).toEqual([
      [1, '审核不严'],
      [2, '故意刁难'],
    ])
  })

  it('[RG3] count a risk with the post that answers, and show it to those who take part', () => {
    const [handler] = postRegisters([expenses()])
    expect(handler!.counts.risks).toBe(1)
    expect(handler!.together.map(({ text }) => text)).toEqual(['审核不严', '故意刁难'])
  })

  it('[RG3] lose neither the risks of posts nor those that nobody answers for', () => {
    const posts = postRegisters([expenses()])
    expect(posts.map(({ post, counts }) => [post, counts.risks])).toEqual([
      ['经办人', 1],
      ['科室负责人', 2],
      ['出纳', 1],
      [undefined, 1],
    ])
  })

  it('[RG5] say the unit of a post that has to do with several powers', () => {
    const other = { ...expenses(), header: { ...expenses().header, title: '采购' } }
    for (const register of postRegisters([expenses(), other])) expect(register.unit).toBe('某市第一医院')
  })

  it('[RG1] count what belongs to posts and to no step in one line a power', () => {
    const chart = expenses()
    const risks = [...chart.risks, { id: 'r6', order: 'z', post: 'p1', text: '徇私' }]
    const { byStep } = summary([{ ...chart, risks }])
    expect(byStep.filter(({ key }) => key.step === undefined).map(({ counts }) => counts.risks)).toEqual([2])
  })

  it('[RG4] go by rank, whatever the levels are called, and keep schemes apart', () => {
    const other = { ...expenses(), grading: fourGrades }
    const { levels } = summary([expenses(), other])
    expect(levels.map((level) => level?.name)).toEqual([
      '高',
      '中',
      '低',
      '三级',
      '二级',
      '一级',
      '一般',
      undefined,
    ])
  })

  it('[RG5] stand apart for each department', () => {
    const other = { ...expenses(), header: { title: '采购', unit: '某市第一医院', office: '设备科' } }
    const registers = departmentRegisters([expenses(), other, expenses()])
    expect(registers.map(({ office, counts }) => [office, counts.risks])).toEqual([
      ['财务科', 10],
      ['设备科', 5],
    ])
    expect(wholeRegister([expenses(), other])).toMatchObject({ unit: '某市第一医院', counts: { risks: 10 } })
    expect(wholeRegister([expenses(), other]).office).toBeUndefined()
  })
})

interface Totals {
  readonly risks: number
  readonly measures: number
  readonly byLevel: Readonly<Record<string, number>>
}

function totals({ counts }: Pick<Register, 'counts'>): Totals {
  const byLevel: Record<string, number> = {}
  for (const { level, count } of counts.byLevel) if (count > 0) byLevel[JSON.stringify(level ?? null)] = count
  return { risks: counts.risks, measures: counts.measures, byLevel }
}

function added(registers: readonly Pick<Register, 'counts'>[]): Totals {
  const byLevel: Record<string, number> = {}
  for (const [key, count] of registers.flatMap((one) => Object.entries(totals(one).byLevel)))
    byLevel[key] = (byLevel[key] ?? 0) + count
  const sum = (field: 'risks' | 'measures') => registers.reduce((so, { counts }) => so + counts[field], 0)
  return { risks: sum('risks'), measures: sum('measures'), byLevel }
}
