/** Columns and rows of steps before anything has a coordinate. */
import { expect, it } from 'vitest'
import { columnsOf } from '../../../src/layout/placing/columnsOf.ts'
import { planOf } from '../../../src/layout/planning/plan.ts'
import { chartOf } from '../../support/chartOf.ts'
import { plainMeasure } from '../../support/flows.ts'

it('[LA2] what branches off a branch stands on its side of the main path', () => {
  const chart = chartOf('受理 → 审查 → 决定；受理 → 核查 → 复核；核查 → 补正')
  const plan = planOf(chart, 'flow', plainMeasure)
  const columns = columnsOf(plan, [0, 1, 3, 2, 4, 5], [0, 1, 2, 1, 2, 2], [0, 1, null, 3, null, null])
  const byName = Object.fromEntries(chart.steps.map(({ id }, step) => [id, columns[step]]))
  expect(byName).toEqual({ 受理: 0, 审查: 0, 决定: 0, 核查: 1, 复核: 1, 补正: 2 })
})
