import { describe, expect, it } from 'vitest'
import type { PowerCase } from '../../src/model/cases/powerCase.ts'
import { contradictionIn } from '../../src/replay/contradictionIn.ts'
import { chartOf } from '../support/chartOf.ts'

const chart = chartOf(
  '受理 → 审查 → 是否不予许可 -否→ 准予许可 → 颁发许可证；是否不予许可 -是→ 送达不予许可决定书',
)

function contradicts(result: string | undefined, steps: string, isOpen = false): number | undefined {
  const names = steps.split(' ')
  const events = names.map((step, at) => ({ step, start: `2026-03-0${at + 1}T09:00:00`, row: 0 }))
  const one: PowerCase = {
    number: 'A',
    events,
    suspensions: [],
    isClosed: !isOpen,
    isExtended: false,
    ...(result === undefined ? {} : { result }),
  }
  return contradictionIn(one, { isOpen, stepOfEvent: names }, chart)
}

describe('[RP29] 结果不符', () => {
  it.each([
    ['不予许可', '受理 审查 准予许可 颁发许可证', 3],
    ['准予许可', '受理 审查 送达不予许可决定书', 2],
    ['审批通过', '受理 送达不予许可决定书', 1],
    ['退件', '受理 颁发许可证', 1],
  ])('is found: %s, and yet %s', (result, steps, at) => {
    expect(contradicts(result, steps)).toBe(at)
  })

  it.each([
    ['准予许可', '受理 审查 准予许可 颁发许可证'],
    ['不予许可', '受理 审查 送达不予许可决定书'],
    // A refusal that was taken back.
    ['准予许可', '送达不予许可决定书 审查 颁发许可证'],
    ['不予许可', '受理 是否不予许可'],
    ['办结', '受理 颁发许可证'],
    [undefined, '受理 送达不予许可决定书'],
  ])('is not: %s after %s', (result, steps) => {
    expect(contradicts(result, steps)).toBeUndefined()
  })

  it('is not said of an open case', () => {
    expect(contradicts('不予许可', '受理 颁发许可证', true)).toBeUndefined()
  })
})
