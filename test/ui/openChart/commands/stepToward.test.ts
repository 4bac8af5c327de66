import { expect, it } from 'vitest'
import { stepToward } from '../../../../src/ui/openChart/commands/stepToward.ts'
import { chartOf } from '../../../support/chartOf.ts'

const chart = chartOf('申请 → 是否受理；是否受理 -是→ 审查；是否受理 -否→ 不予受理；审查 → 决定；公示')
const at = (id: string, x: number, y: number) => ({ id, x, y, width: 100, height: 40 })
const standing = [
  at('申请', 200, 0),
  at('是否受理', 200, 100),
  at('不予受理', 400, 100),
  at('审查', 200, 200),
  at('决定', 0, 200),
  at('公示', 0, 60),
]

it.each([
  ['是否受理', 'right', '不予受理'],
  ['不予受理', 'left', '是否受理'],
  ['不予受理', 'up', '是否受理'],
  ['是否受理', 'down', '审查'],
  ['审查', 'left', '决定'],
  ['审查', 'down', '决定'],
  ['是否受理', 'left', '公示'],
  ['决定', 'down', undefined],
] as const)('[CV25] from %s an arrow %s goes to %s', (from, direction, to) => {
  expect(stepToward(chart, from, direction, standing)).toBe(to)
})

it('[CV25] without a picture the flow leads on, and sideways to the branch beside', () => {
  expect(stepToward(chart, '是否受理', 'down', [])).toBe('审查')
  expect(stepToward(chart, '审查', 'right', [])).toBe('不予受理')
})
