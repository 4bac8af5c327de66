/** Every ready-made scheme against its source: each combination of factors gives a level, or none. */
import { describe, expect, it } from 'vitest'
import type { Chart, Risk } from '../../../src/model/chart.ts'
import type { GradingScheme } from '../../../src/model/grading.ts'
import { gradeOf, gravestOf, isGradedByHand, levelBy } from '../../../src/model/grading/levelBy.ts'
import { schemeProblems } from '../../../src/model/grading/schemeProblems.ts'
import { sphereOf } from '../../../src/model/grading/sphereOf.ts'
import { withValues } from '../../../src/model/grading/withValues.ts'
import { sayRule } from '../../../src/text/screen/grading.ts'
import { gradingSchemes } from '../../../src/text/schemes/gradingSchemes.ts'
import { chartOf } from '../../support/chartOf.ts'

function scheme(id: string): GradingScheme {
  return gradingSchemes.find((each) => each.id === id)!
}

/** Every choice of a place for each factor. */
function combinations({ factors = [] }: GradingScheme): readonly Readonly<Record<string, number>>[] {
  return factors.reduce<readonly Readonly<Record<string, number>>[]>(
    (sofar, { id, values }) =>
      sofar.flatMap((chosen) => values.map((_, at) => ({ ...chosen, [id]: at + 1 }))),
    [{}],
  )
}

function nameBy(of: GradingScheme, factors: Readonly<Record<string, number>>, risks = 0) {
  const level = levelBy(of, factors, risks)
  return of.levels.find(({ id }) => id === level)?.name
}

function withRisks(risks: readonly Partial<Risk>[], grading: GradingScheme): Chart {
  const chart = chartOf('受理 → 决定')
  return {
    ...chart,
    grading,
    posts: [{ id: 'p', order: 'a0', name: '出纳' }],
    risks: risks.map((risk, at) => ({
      id: `r${at}`,
      order: `a${at}`,
      text: `风险${at}`,
      step: '受理',
      ...risk,
    })),
  }
}

describe.each(gradingSchemes)('$name', (each) => {
  it('[GR1] can be used as it is, names its source, and tells its levels apart in grey', () => {
    expect(schemeProblems(each)).toEqual([])
    expect(each.source).toMatch(/[一-鿿]/)
    expect(new Set(each.levels.map(({ shape }) => shape)).size).toBe(each.levels.length)
    expect(new Set(each.levels.map(({ word }) => word)).size).toBe(each.levels.length)
    for (const line of sayRule(each)) expect(line).not.toMatch(/undefined|：$/)
  })

  it('[GR2] gives one of its levels for every combination where its rule can tell, and none otherwise', () => {
    const ids = new Set<string | undefined>(each.levels.map(({ id }) => id))
    const isByHand = each.rule === undefined || each.rule.kind === 'byHand'
    const ofCriteria = each.rule?.kind === 'count' && each.rule.of === 'criteria'
    const wrong = combinations(each).filter((factors) => {
      const level = levelBy(each, factors, 1)
      const meetsNone = ofCriteria && Object.values(factors).every((place) => place === 1)
      return isByHand || meetsNone ? level !== undefined : !ids.has(level)
    })
    expect(wrong).toEqual([])
  })

  it('[GR3] says nothing while a factor is missing, or chosen among other values', () => {
    if (each.rule?.kind !== 'table' && each.rule?.kind !== 'score') return
    const [first] = combinations(each)
    for (const { id, values } of each.factors!) {
      const { [id]: _missing, ...others } = first!
      expect(levelBy(each, others)).toBeUndefined()
      for (const place of [0, values.length + 1, 1.5])
        expect(levelBy(each, { ...first, [id]: place })).toBeUndefined()
    }
  })
})

it('[GR1] no two schemes share a level or a factor that means another thing', () => {
  const levels = gradingSchemes.flatMap((each) => each.levels.map(({ id }) => id))
  const factors = gradingSchemes.flatMap((each) => (each.factors ?? []).map(({ id }) => id))
  expect(new Set(levels).size).toBe(levels.length)
  expect(new Set(factors).size).toBe(factors.length)
})

describe('the sources, word by word', () => {
  it('[GR4] 环保局: likely and grave 一; likely and fairly grave, or grave but unlikely, 二; else 三', () => {
    const table = scheme('likelihood-severity')
    const by = (likelihood: number, severity: number) =>
      nameBy(table, { 'likelihood-2': likelihood, 'severity-3': severity })
    expect([1, 2].map((likely) => [1, 2, 3].map((grave) => by(likely, grave)))).toEqual([
      ['三级', '三级', '二级'],
      ['三级', '二级', '一级'],
    ])
  })

  it('[GR4] 青海大学: one or two kinds 三级, three or four 二级, five 一级, any of three circumstances 一级', () => {
    const count = scheme('number-of-risks')
    expect([0, 1, 2, 3, 4, 5, 9].map((risks) => nameBy(count, {}, risks))).toEqual([
      undefined,
      '三级',
      '三级',
      '二级',
      '二级',
      '一级',
      '一级',
    ])
    for (const { id } of count.factors!) expect(nameBy(count, { [id]: 2 }, 1)).toBe('一级')
    for (const { id } of count.factors!) expect(nameBy(count, { [id]: 1 }, 1)).toBe('三级')
  })

  it('[GR4] 高校: of five criteria three or more 一级, two 二级, one 三级', () => {
    const criteria = scheme('criteria')
    const names = [undefined, '三级', '二级', '一级', '一级', '一级']
    for (const factors of combinations(criteria)) {
      const met = Object.values(factors).filter((place) => place === 2).length
      expect(nameBy(criteria, factors)).toBe(names[met])
    }
  })

  it('[GR4] A to D: five weighted scores, A from 4, B from 3, C from 2', () => {
    const letters = scheme('weighted-letters')
    const weights = [0.25, 0.2, 0.2, 0.2, 0.15]
    const wrong = combinations(letters).filter((factors) => {
      const score = letters.factors!.reduce(
        (sum, { id }, at) => sum + (factors[id]! - 1) * weights[at]! * 100,
        0,
      )
      return (
        nameBy(letters, factors) !== (score > 399.9 ? 'A' : score > 299.9 ? 'B' : score > 199.9 ? 'C' : 'D')
      )
    })
    expect(wrong).toEqual([])
  })

  it('[GR4] L×C: the product of the places against thresholds that one can change', () => {
    const product = scheme('likelihood-consequence')
    for (const factors of combinations(product)) {
      const d = factors['likelihood-4']! * factors['consequence-4']!
      expect(nameBy(product, factors)).toBe(d >= 9 ? '一级' : d >= 4 ? '二级' : '三级')
    }
    if (product.rule?.kind !== 'score') throw new Error('not a score')
    const stricter = {
      ...product,
      rule: { ...product.rule, thresholds: [{ atLeast: 2, level: product.levels[0]!.id }] },
    }
    expect(nameBy(stricter, { 'likelihood-4': 1, 'consequence-4': 2 })).toBe('一级')
    expect(nameBy(stricter, { 'likelihood-4': 1, 'consequence-4': 1 })).toBeUndefined()
  })

  it('[GR5] knows that 一级 is the lighter in 政府投资工程, by rank and not by numeral', () => {
    const rising = scheme('rising-two')
    expect(rising.levels.find(({ id }) => id === gravestOf(rising))!.name).toBe('二级')
    expect(nameBy(rising, { 'stage-2': 1 })).toBe('一级')
    expect(nameBy(rising, { 'stage-2': 2 })).toBe('二级')
  })
})

describe('risks that stand together', () => {
  const count = scheme('number-of-risks')

  it('[GR6] are counted by step or by post, the same text once, an empty one not at all', () => {
    const chart = withRisks([{}, {}, { text: '风险0' }, { text: ' ' }, { step: '决定' }, {}], count)
    expect(gradeOf(chart, chart.risks[0]!)).toMatchObject({ why: { by: 'risks', count: 3 } })
    expect(gradeOf(chart, chart.risks[4]!)).toMatchObject({ why: { by: 'risks', count: 1 } })
  })

  it('[GR6] share the circumstance that forces the gravest level', () => {
    const chart = withRisks([{ factors: { 'happened-before': 2 } }, {}, { step: '决定' }], count)
    expect(gradeOf(chart, chart.risks[1]!)?.level).toBe('number-of-risks-1')
    expect(gradeOf(chart, chart.risks[2]!)?.level).toBe('number-of-risks-3')
  })

  it('[GR7] shows where a person has graded otherwise than the rule', () => {
    const chart = withRisks([{ level: 'number-of-risks-1' }, { level: 'number-of-risks-3' }, {}], count)
    const chosen = chart.risks.map((risk) => isGradedByHand({ ...chart, risks: [risk] }, risk))
    expect(chosen).toEqual([true, false, false])
  })
})

function faulty(levels: GradingScheme['levels']) {
  return schemeProblems({ id: 'x', name: '自定', levels })
}

describe('a scheme of one’s own', () => {
  it('[GR8] reads nothing among new values that was chosen among the old ones', () => {
    const before = scheme('likelihood-severity')
    const chosen = { 'likelihood-2': 2, 'severity-3': 3 }
    const more = withValues(before, 'likelihood-2', ['较小', '较大', '极大'], 'new')
    expect(levelBy(more, chosen)).toBe('likelihood-severity-1')
    const other = withValues(before, 'likelihood-2', ['极小', '较小', '较大'], 'new')
    expect(levelBy(other, chosen)).toBeUndefined()
    expect(levelBy(other, { ...chosen, new: 2 })).toBe('likelihood-severity-1')
  })

  it('[GR9] says what keeps it from being used', () => {
    const [one, two] = scheme('high-ordinary').levels
    expect(faulty([])).toEqual(['no-levels'])
    expect(faulty([one!, { ...two!, shape: one!.shape }])).toEqual(['levels-look-alike'])
    expect(faulty([one!, { ...two!, name: one!.name, rank: 1 }])).toEqual([
      'levels-of-one-name',
      'levels-of-one-rank',
    ])
    expect(schemeProblems({ ...scheme('high-ordinary'), name: ' ' })).toEqual(['no-name'])
  })
})

it('[GR10] 外部、内部、公共: as the risk says, else by the power, 公共 for what is of a post alone', () => {
  const risk = { id: 'r', order: 'a', text: 'x', step: 's' }
  const { step: _step, ...ofPost } = { ...risk, post: 'p', category: 'integrity' as const }
  expect(sphereOf({ header: { title: '' } }, risk)).toBeUndefined()
  expect(sphereOf({ header: { title: '', powerKind: 'licensing' } }, risk)).toBe('external')
  expect(sphereOf({ header: { title: '', powerKind: 'finance' } }, risk)).toBe('internal')
  expect(sphereOf({ header: { title: '', powerKind: 'finance' } }, ofPost)).toBe('public')
  expect(sphereOf({ header: { title: '', powerKind: 'finance' } }, { ...risk, sphere: 'public' })).toBe(
    'public',
  )
})
