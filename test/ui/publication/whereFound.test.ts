import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../src/model/chart.ts'
import { whereFound } from '../../../src/ui/publication/whereFound.ts'
import { chartOf } from '../../support/chartOf.ts'

const drawn = chartOf(
  '申请 → 密会签 → 审查 -王科长同意→ 决定',
  {
    密会签: { internalOnly: true },
    审查: { materials: ['张三的申请书'], posts: ['p'] },
    决定: { publicName: '李局长决定' },
  },
  { title: '赵主任的图' },
)
const chart: Chart = {
  ...drawn,
  posts: [{ id: 'p', order: 'a', name: '钱科长' }],
  risks: [{ id: 'r', order: 'a', step: '决定', text: '孙主任打招呼' }],
  measures: [{ id: 'm', order: 'a', text: '周主任复核', risks: ['r'] }],
}

describe('what the scan points at is found on the chart', () => {
  it.each([
    ['张三', '审查'],
    ['李局长', '决定'],
    ['王科长', '审查'],
    ['钱科长', '审查'],
    ['孙主任', '决定'],
    ['周主任', '决定'],
  ])('[PO2] %s at %s', (words, step) => {
    expect(whereFound(chart, { risks: true, measures: true }, words)).toBe(step)
  })

  it('[PO2] nowhere where it stands in no step, or is not disclosed', () => {
    expect(whereFound(chart, {}, '赵主任')).toBeUndefined()
    expect(whereFound(chart, {}, '孙主任')).toBeUndefined()
  })
})
