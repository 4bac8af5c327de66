import { expect, it } from 'vitest'
import { highMediumLow, type GradingScheme } from '../../../src/model/grading.ts'
import { sphereOf } from '../../../src/model/grading/sphereOf.ts'
import { withValues } from '../../../src/model/grading/withValues.ts'

const scheme: GradingScheme = {
  ...highMediumLow,
  factors: [
    { id: 'l', name: '可能性', values: ['低', '高'] },
    { id: 'c', name: '后果', values: ['轻', '重'] },
  ],
  rule: { kind: 'score', combine: 'weighted', first: 1, weights: { l: 2, c: 3 }, thresholds: [] },
}

it('[GR8] other values make another factor, and the rule weighs that one as it weighed the old', () => {
  const changed = withValues(scheme, 'l', ['少', '多'], 'new')
  expect(changed.factors!.map(({ id }) => id)).toEqual(['new', 'c'])
  expect(changed.rule).toMatchObject({ weights: { new: 2, c: 3 } })
  const longer = withValues(scheme, 'l', ['低', '高', '很高'], 'new')
  expect(longer.factors!.map(({ id }) => id)).toEqual(['l', 'c'])
  expect(longer.rule).toEqual(scheme.rule)
  expect(withValues(scheme, 'none', ['甲'], 'new')).toBe(scheme)
})

/** Of a risk of a step, or of a post, in a chart of money. */
function sphere(category: 'integrity' | 'institution' | 'duty', step?: string) {
  return sphereOf(
    { header: { title: '图', powerKind: 'finance' } },
    { id: 'r', order: 'a0', text: '', category, ...(step ? { step } : { post: 'p' }) },
  )
}

it('[GR10] what comes from the holder of a post, or from the rules, is everybody’s where no step has it', () => {
  expect([sphere('integrity'), sphere('institution'), sphere('duty')]).toEqual([
    'public',
    'public',
    'internal',
  ])
  expect(sphere('integrity', 's')).toBe('internal')
})
