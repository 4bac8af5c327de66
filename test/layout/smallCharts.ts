/** Three charts that one can draw by hand, and a drawing in so few words that it can be read. */
import type { Arrangement, Point, Rect } from '../../src/layout/arrangement.ts'
import type { Chart } from '../../src/model/chart.ts'
import { chartOf } from '../support/chartOf.ts'

const decision = { kind: 'decision' } as const

/** With posts by step, in the order in which they come up. */
function heldBy(chart: Chart, posts: Readonly<Record<string, string>>): Chart {
  return {
    ...chart,
    posts: [...new Set(Object.values(posts))].map((name, at) => ({ id: name, order: `a${at}`, name })),
    steps: chart.steps.map((step) => ({ ...step, ...(posts[step.id] ? { posts: [posts[step.id]!] } : {}) })),
  }
}

const licence = heldBy(
  chartOf('申请 → 是否受理 -是→ 审查 → 决定；是否受理 -否→ 不予受理；审查 -退回→ 申请', {
    是否受理: decision,
  }),
  { 申请: '窗口', 是否受理: '窗口', 审查: '科室', 决定: '局长', 不予受理: '窗口' },
)

export const smallCharts: Readonly<Record<string, Chart>> = {
  'a licence': {
    ...licence,
    risks: [
      { id: 'r1', order: 'a0', step: '审查', text: '审查不严' },
      { id: 'r2', order: 'a1', step: '决定', text: '违规决定' },
    ],
    measures: [{ id: 'm1', order: 'a0', text: '双人审查', risks: ['r1'] }],
  },
  'three kinds of purchase': heldBy(
    chartOf(
      '提出 → 采购类别 -货物→ 询价 → 验收；采购类别 -工程→ 招标 → 验收；采购类别 -服务→ 磋商 → 验收；验收 -不合格→ 提出',
      { 采购类别: decision },
    ),
    { 提出: '科室', 采购类别: '采购办', 询价: '采购办', 招标: '代理机构', 磋商: '采购办', 验收: '科室' },
  ),
  'two beginnings': heldBy(
    chartOf('举报 → 立案 → 调查 -需补充→ 立案；巡查 → 立案；调查 → 是否处罚 -是→ 决定；是否处罚 -否→ 销案', {
      是否处罚: decision,
    }),
    { 举报: '窗口', 巡查: '队员', 立案: '队员', 调查: '队员', 是否处罚: '法制', 决定: '局长' },
  ),
}

/** A line for each thing: a step with its upper left corner and size, a flowline with its corners and its label’s. */
export function inWords(chart: Chart, drawing: Arrangement): readonly string[] {
  const flowlines = chart.flowlines.map(({ id, from, to }) => {
    const { points, label, return: isReturn, joins } = drawing.flowlines[id]!
    const corners = points.map(corner).join(' ')
    const more = [label && `“${corner([label.x, label.y])}”`, isReturn && 'back', joins && `joins ${joins}`]
    return [`${from}→${to} ${corners}`, ...more.filter(Boolean)].join(' ')
  })
  return [
    `paper ${drawing.width}×${drawing.height}`,
    ...Object.entries(drawing.steps).map(([id, rect]) => `${id} ${box(rect)}`),
    ...flowlines,
    ...drawing.lanes.map((lane) => `lane ${lane.post} ${box(lane)} ${lane.head}`),
    ...drawing.sideBoxes.map((one) => `${one.side} of ${one.step} ${box(one)}`),
  ]
}

function box({ x, y, width, height }: Rect): string {
  return `${corner([x, y])} ${round(width)}×${round(height)}`
}

function corner([x, y]: Point): string {
  return `${round(x)},${round(y)}`
}

function round(units: number): number {
  return Math.round(units * 10) / 10
}
