import type { Chart, Duty, Header, Risk, Step } from '../../../src/model/chart.ts'
import { ordersFor } from '../../../src/model/records/order.ts'
import { readTimeLimit } from '../../../src/model/time/readTimeLimit.ts'
import { chartOf } from '../../support/chartOf.ts'

/** A rule by example: charts in which it finds nothing, and charts with the places that it names. */
export interface Case {
  readonly rule: string
  readonly allows: Readonly<Record<string, Chart>>
  readonly finds: Readonly<Record<string, readonly [Chart, readonly (readonly string[])[]]>>
}

type Extras = Readonly<Record<string, Partial<Omit<Step, 'id' | 'order' | 'name'>>>>

/** As `chartOf`; posts are called by their names, and exist when a step has them. */
export function chart(words: string, extras: Extras = {}, header: Partial<Header> = {}): Chart {
  const drawn = chartOf(words, extras, header)
  const names = [...new Set(drawn.steps.flatMap((step) => step.posts ?? []))]
  const orders = ordersFor(names.length)
  return { ...drawn, posts: names.map((name, at) => ({ id: name, order: orders[at]!, name })) }
}

/** With its first step as the start and the exitless ones as ends. */
export function whole(words: string, extras: Extras = {}, header: Partial<Header> = {}): Chart {
  const drawn = chart(words, extras, header)
  const isEnd = (id: string) => drawn.flowlines.every(({ from }) => from !== id)
  return {
    ...drawn,
    steps: drawn.steps.map((step, at) =>
      extras[step.name]?.kind === undefined && (at === 0 || isEnd(step.id))
        ? { ...step, kind: 'terminator' }
        : step,
    ),
  }
}

export function by(duty: Duty, ...posts: readonly string[]) {
  return { duty, posts }
}

export function takes(wording: string) {
  return { timeLimit: readTimeLimit(wording) }
}

export function withRisk(drawn: Chart, risk: Partial<Risk>, ...measures: readonly string[]): Chart {
  return {
    ...drawn,
    risks: [{ id: 'r', order: 'a', text: '收受当事人财物', step: drawn.steps[1]!.id, ...risk }],
    measures: measures.map((text, at) => ({ id: `m${at}`, order: `a${at}`, text, risks: ['r'] })),
  }
}
