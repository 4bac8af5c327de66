/**
 * Charts of any size, shaped like real ones: a main path, decisions that join again, that
 * send back, that end it; steps side by side; six posts. The same number of steps always
 * gives the same chart.
 */
import type { Chart, Flowline, Step, StepKind } from '../../src/model/chart.ts'
import { highMediumLow } from '../../src/model/grading.ts'
import { ordersFor } from '../../src/model/records/order.ts'

const posts = ['申请人', '窗口受理岗', '业务经办岗', '科室负责人', '分管领导', '档案管理岗']
const things = [
  '申请材料',
  '现场情况',
  '初审意见',
  '项目合同',
  '检查记录',
  '资金使用计划',
  '处理决定文书',
  '备案资料',
]
const actions = ['受理', '审查', '核实', '复核', '会签', '登记', '公示', '送达', '归档', '拟办并提出意见']
const questions = ['材料是否齐全', '是否符合法定条件', '是否同意', '现场核查是否合格', '金额是否超过限额']

/** A step that waits for the next one, with what the flowline to it says. */
interface Tip {
  readonly from: string
  readonly label?: string
}

export function generatedChart(count: number): Chart {
  const made = grown(count)
  const orders = ordersFor(Math.max(made.steps.length, made.flowlines.length, posts.length))
  return {
    header: { title: `${count} 个环节的权力运行流程图`, unit: '某市行政审批局', supervisionPhone: '12345' },
    posts: posts.map((name, at) => ({ id: `p${at}`, order: orders[at]!, name })),
    steps: made.steps.map((step, at) => ({ ...step, order: orders[at]! })),
    flowlines: made.flowlines.map((line, at) => ({ ...line, order: orders[at]! })),
    risks: [],
    measures: [],
    grading: highMediumLow,
  }
}

interface Growing {
  readonly steps: Omit<Step, 'order'>[]
  readonly flowlines: Omit<Flowline, 'order'>[]
  readonly random: () => number
  /** Of the main path, to which one may be sent back. */
  readonly path: string[]
  post: number
}

function grown(count: number): Growing {
  const chart: Growing = { steps: [], flowlines: [], random: seeded(count), path: [], post: 0 }
  let tips: readonly Tip[] = [{ from: add(chart, 'terminator', '开始') }]
  while (chart.steps.length < count - 1) tips = grownBy(chart, tips, count - 1 - chart.steps.length)
  join(chart, tips, add(chart, 'terminator', '结束'))
  return chart
}

/** The next piece of the main path, of no more than `room` steps. */
function grownBy(chart: Growing, tips: readonly Tip[], room: number): readonly Tip[] {
  const chance = chart.random()
  if (room >= 2 && chance < 0.15) return joining(chart, tips)
  if (chance >= 0.15 && chance < 0.3 && chart.path.length > 2) return sendingBack(chart, tips)
  if (room >= 3 && chance >= 0.3 && chance < 0.35) return ending(chart, tips)
  if (room >= 3 && chance >= 0.35 && chance < 0.43) return sideBySide(chart, tips)
  const step = onPath(chart, tips, chance > 0.92 ? 'document' : 'process', task(chart))
  return [{ from: step }]
}

function joining(chart: Growing, tips: readonly Tip[]): readonly Tip[] {
  const decision = onPath(chart, tips, 'decision', pick(chart, questions))
  const aside = add(chart, 'process', task(chart))
  join(chart, [{ from: decision, label: '否' }], aside)
  return [{ from: decision, label: '是' }, { from: aside }]
}

function sendingBack(chart: Growing, tips: readonly Tip[]): readonly Tip[] {
  const back = chart.path[Math.max(0, chart.path.length - 1 - Math.floor(chart.random() * 5))]!
  const decision = onPath(chart, tips, 'decision', pick(chart, questions))
  join(chart, [{ from: decision, label: '退回补正' }], back)
  return [{ from: decision, label: '同意' }]
}

function ending(chart: Growing, tips: readonly Tip[]): readonly Tip[] {
  const decision = onPath(chart, tips, 'decision', pick(chart, questions))
  const refusal = add(chart, 'document', '出具不予受理通知书')
  join(chart, [{ from: decision, label: '不符合' }], refusal)
  join(chart, [{ from: refusal }], add(chart, 'terminator', '办结'))
  return [{ from: decision, label: '符合' }]
}

function sideBySide(chart: Growing, tips: readonly Tip[]): readonly Tip[] {
  const fork = onPath(chart, tips, 'process', task(chart))
  return [0, 1].map(() => {
    const branch = add(chart, 'process', task(chart))
    join(chart, [{ from: fork }], branch)
    return { from: branch }
  })
}

function onPath(chart: Growing, tips: readonly Tip[], kind: StepKind, name: string): string {
  const step = add(chart, kind, name)
  join(chart, tips, step)
  chart.path.push(step)
  return step
}

function add(chart: Growing, kind: StepKind, name: string): string {
  const id = `s${chart.steps.length}`
  // Work stays at a desk for a while, then goes to any other.
  if (chart.random() > 0.6) chart.post = Math.floor(chart.random() * posts.length)
  chart.steps.push({ id, kind, name, posts: [`p${chart.post}`] })
  return id
}

function join(chart: Growing, tips: readonly Tip[], to: string): void {
  for (const tip of tips) chart.flowlines.push({ id: `f${chart.flowlines.length}`, ...tip, to })
}

const task = (chart: Growing): string => pick(chart, things) + pick(chart, actions)

const pick = (chart: Growing, words: readonly string[]): string =>
  words[Math.floor(chart.random() * words.length)]!

/** mulberry32: small, and the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
