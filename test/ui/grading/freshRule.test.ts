import { describe, expect, it } from 'vitest'
import { highMediumLow, type GradingRule } from '../../../src/model/grading.ts'
import { freshRule, ruleKindOf, type RuleKind } from '../../../src/ui/grading/freshRule.ts'

const kinds: readonly RuleKind[] = ['byHand', 'table', 'product', 'weighted', 'risks', 'criteria']

describe('a rule of one’s own', () => {
  it.each(kinds)('of the kind %s is of that kind', (kind) => {
    expect(ruleKindOf(freshRule(highMediumLow, kind))).toBe(kind)
  })

  it('is by hand where there is none', () => {
    expect(ruleKindOf(undefined)).toBe('byHand')
  })

  it('begins with a threshold a level, the most points for the gravest, in whatever order the levels stand', () => {
    const thresholds = [
      { atLeast: 3, level: 'high' },
      { atLeast: 2, level: 'medium' },
      { atLeast: 1, level: 'low' },
    ]
    const levels = [...highMediumLow.levels].reverse()
    expect(freshRule({ ...highMediumLow, levels }, 'product')).toEqual({
      kind: 'score',
      combine: 'product',
      first: 1,
      thresholds,
    })
    expect(freshRule(highMediumLow, 'criteria')).toEqual({ kind: 'count', of: 'criteria', thresholds })
  })

  it('keeps the thresholds that were set, where both kinds have them', () => {
    const thresholds = [{ atLeast: 12, level: 'high' }]
    const rule: GradingRule = { kind: 'score', combine: 'product', first: 1, thresholds }
    expect(freshRule({ ...highMediumLow, rule }, 'risks')).toMatchObject({ thresholds })
    expect(freshRule({ ...highMediumLow, rule: { kind: 'byHand' } }, 'risks')).toMatchObject({
      thresholds: [{ level: 'high' }, {}, {}],
    })
    expect(freshRule({ ...highMediumLow, rule }, 'table')).toEqual({ kind: 'table', lines: [] })
  })
})
