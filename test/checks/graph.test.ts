import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/checks/facts.ts'
import { graphOf } from '../../src/checks/graph.ts'
import type { Chart } from '../../src/model/chart.ts'
import { chartOf } from '../support/chartOf.ts'

const startsOf = (chart: Chart) => graphOf(chart).starts.map(({ name }) => name)
const terminator = { kind: 'terminator' } as const

describe('where a chart begins', () => {
  it.each<[string, Chart, readonly string[]]>([
    [
      'its terminators',
      chartOf('申请 → 受理 → 办结；举报 → 受理', { 申请: terminator, 举报: terminator }),
      ['申请', '举报'],
    ],
    [
      'a terminator that one comes back to',
      chartOf('申请 → 受理 -补正→ 申请', { 申请: terminator }),
      ['申请'],
    ],
    ['what nothing leads to', chartOf('申请 → 受理；举报 → 受理；备注'), ['申请', '举报']],
    ['every step, where nothing is joined yet', chartOf('申请；受理；办结'), ['申请', '受理', '办结']],
    ['the first, where all go round', chartOf('受理 → 审查 → 受理'), ['受理']],
  ])('is %s', (_, chart, starts) => {
    expect(startsOf(chart)).toEqual(starts)
  })

  it('a post that is gone is no post', () => {
    const chart = chartOf('申请', { 申请: { posts: ['没有'] } })
    expect(factsOf(chart).postsOf(chart.steps[0]!)).toEqual([])
  })
})
