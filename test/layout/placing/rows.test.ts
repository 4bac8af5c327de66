/** Which row a step comes to stand on: seen in the drawing, by the middles of the boxes. */
import { describe, expect, it } from 'vitest'
import { arrange } from '../../../src/layout/arrange.ts'
import type { Chart, View } from '../../../src/model/chart.ts'
import { chartOf } from '../../support/chartOf.ts'
import { plainMeasure } from '../../support/flows.ts'

/** The names row by row, from left to right. */
async function rowsOf(chart: Chart, view: View = 'flow'): Promise<readonly string[]> {
  const { steps } = arrange(chart, { view, edition: 'internal', measure: plainMeasure })
  const byRow = Map.groupBy(Object.keys(steps), (id) => Math.round(steps[id]!.y + steps[id]!.height / 2))
  return [...byRow.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, ids]) => ids.sort((a, b) => steps[a]!.x - steps[b]!.x).join(' '))
}

const decision = { kind: 'decision' } as const

function atPosts(words: string, posts: Readonly<Record<string, string>>): Chart {
  const names = [...new Set(Object.values(posts))]
  return {
    ...chartOf(
      words,
      Object.fromEntries(Object.entries(posts).map(([step, post]) => [step, { posts: [post] }])),
    ),
    posts: names.map((name, at) => ({ id: name, order: `a${at}`, name })),
  }
}

describe('[LA5] a side result', () => {
  it('stands beside its decision, the way on below', async () => {
    const chart = chartOf('申请 → 是否受理 -是→ 审查 → 决定；是否受理 -否→ 不予受理', { 是否受理: decision })
    expect(await rowsOf(chart)).toEqual(['申请', '是否受理 不予受理', '审查', '决定'])
  })

  it('is beside it also when a third way is left, one on each side', async () => {
    const chart = chartOf(
      '申请 → 是否受理 -是→ 审查 → 决定；是否受理 -否→ 不予受理；是否受理 -补正材料→ 一次告知',
      { 是否受理: decision },
    )
    expect(await rowsOf(chart)).toEqual(['申请', '一次告知 是否受理 不予受理', '审查', '决定'])
  })

  it('that finds both sides of its decision taken stands further down', async () => {
    const chart = chartOf(
      '申请 → 是否受理 -是→ 审查 → 决定；是否受理 -否→ 不予受理；是否受理 -缺材料→ 一次告知；是否受理 -不属于本机关→ 移送',
      { 是否受理: decision },
    )
    const rows = await rowsOf(chart)
    expect(rows[1]).toBe('一次告知 是否受理 不予受理')
    expect(rows[2]!.split(' ')).toContain('移送')
  })

  it('of equal rank is none: three kinds of purchase stand side by side under their decision', async () => {
    const chart = chartOf(
      '申请 → 采购类别 -货物→ 询价 → 办结；采购类别 -工程→ 招标 → 办结；采购类别 -服务→ 磋商 → 办结',
      { 采购类别: decision },
    )
    const rows = await rowsOf(chart)
    expect(rows[1]).toBe('采购类别')
    expect(rows[2]!.split(' ').sort()).toEqual(['招标', '磋商', '询价'].sort())
  })
})

describe('[LA7] in the lanes', () => {
  it('handing over to another post is level, going on at the same post is one row down', async () => {
    const chart = atPosts('受理 → 审查 → 复核 → 决定', {
      受理: '窗口',
      审查: '科室',
      复核: '科室',
      决定: '局长',
    })
    expect(await rowsOf(chart, 'lanes')).toEqual(['受理 审查', '复核 决定'])
  })

  it('nothing stands where a level arrow passes over a lane', async () => {
    const chart = atPosts('受理 → 决定；受理 → 审查 → 决定', { 受理: '窗口', 审查: '科室', 决定: '局长' })
    const rows = await rowsOf(chart, 'lanes')
    expect(rows.find((row) => row.includes('受理') && row.includes('决定'))?.includes('审查') ?? false).toBe(
      false,
    )
  })
})
