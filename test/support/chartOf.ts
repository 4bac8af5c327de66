import type { Chart, Flowline, Header, Step } from '../../src/model/chart.ts'
import { highMediumLow } from '../../src/model/grading.ts'
import { ordersFor } from '../../src/model/records/order.ts'

type StepExtras = Partial<Omit<Step, 'id' | 'order' | 'name'>>

/**
 * A chart from words: `受理 → 审查 → 决定；审查 -退回→ 受理`. Steps are named once and
 * found again by name; a step's id is its name. Extras are added to the steps they name.
 */
export function chartOf(
  words: string,
  extras: Readonly<Record<string, StepExtras>> = {},
  header: Partial<Header> = {},
): Chart {
  const names: string[] = []
  const lines: Omit<Flowline, 'id' | 'order'>[] = []
  for (const path of words.split('；')) {
    const parts = path.split(/\s*(?:-([^→]*))?→\s*/)
    for (let at = 0; at < parts.length; at += 2) {
      const name = parts[at]!.trim()
      if (!names.includes(name)) names.push(name)
      if (at === 0) continue
      const label = parts[at - 1]
      lines.push({ from: parts[at - 2]!.trim(), to: name, ...(label ? { label } : {}) })
    }
  }
  const orders = ordersFor(Math.max(names.length, lines.length))
  return {
    header: { title: '测试', ...header },
    posts: [],
    steps: names.map((name, i) => ({ id: name, order: orders[i]!, kind: 'process', name, ...extras[name] })),
    flowlines: lines.map((line, i) => ({ id: `f${i}`, order: orders[i]!, ...line })),
    risks: [],
    measures: [],
    grading: highMediumLow,
  }
}

/** With its first step as the start and the exitless ones as ends: nothing that an error of the checks names. */
export function withEnds(chart: Chart): Chart {
  const isEnd = (id: string) => chart.flowlines.every(({ from }) => from !== id)
  const steps = chart.steps.map((step, at): Step =>
    at === 0 || isEnd(step.id) ? { ...step, kind: 'terminator' } : step,
  )
  return { ...chart, steps }
}

/** The flowlines by the names of their ends: `受理→决定`, `审查-退回→受理`. */
export function pathsOf(chart: Chart): readonly string[] {
  const nameOf = (id: string) => chart.steps.find((step) => step.id === id)!.name
  return chart.flowlines.map(
    ({ from, to, label }) => `${nameOf(from)}${label ? `-${label}` : ''}→${nameOf(to)}`,
  )
}

/** Ids that count up, so that a test can name what was made. */
export function counting(prefix = 'n'): () => string {
  let made = 0
  return () => `${prefix}${(made += 1)}`
}
