import * as fc from 'fast-check'
import type { Chart } from '../../src/model/chart.ts'
import { highMediumLow } from '../../src/model/grading.ts'
import { ordersFor } from '../../src/model/records/order.ts'
import type { TimeLimit } from '../../src/model/time/timeLimit.ts'

const text = fc.string({ unit: 'binary', maxLength: 20 })
const name = text.map((words) => `${words}理`)
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
const position = fc.tuple(fc.integer(), fc.integer())
const unit = fc.constantFrom('workday', 'day', 'hour', 'week', 'month', 'year')
const flag = fc.boolean()

const worded = { wording: text, counts: flag }
const timeLimit: fc.Arbitrary<TimeLimit> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('span' as const),
      ...worded,
      bound: fc.constantFrom('atMost', 'atLeast'),
      amount: fc.nat(),
      unit,
      unitUnsaid: fc.constant(true),
      from: text,
      extension: fc.record({ amount: fc.nat(), unit }),
    },
    { requiredKeys: ['kind', 'wording', 'counts', 'bound', 'amount', 'unit'] },
  ),
  fc.record({ kind: fc.constantFrom('immediate', 'calendar', 'unread'), ...worded }),
)
const legalBasis = fc.array(fc.record({ title: text, article: text }, { requiredKeys: ['title'] }), {
  maxLength: 3,
})

const header = fc.record(
  {
    title: text,
    publicTitle: text,
    unit: text,
    powerKind: fc.constantFrom('licensing', 'finance'),
    legalBasis,
    promisedLimit: timeLimit,
    statutoryLimit: timeLimit,
    supervisionPhone: text,
    hasExternal: flag,
  },
  { requiredKeys: ['title'] },
)

const stepFields = fc.record(
  {
    kind: fc.constantFrom('terminator', 'process', 'decision', 'document', 'subprocess'),
    name,
    publicName: text,
    duty: fc.constantFrom('initiate', 'decide', 'supervise'),
    timeLimit,
    legalBasis,
    materials: fc.array(text, { maxLength: 3 }),
    documents: fc.array(text, { maxLength: 3 }),
    persons: number,
    internalOnly: flag,
    withheld: fc.subarray(['posts', 'timeLimit', 'materials'] as const),
    note: text,
    place: text,
    flowPosition: position,
    externalLanesPosition: position,
  },
  { requiredKeys: ['kind', 'name'] },
)

const riskFields = fc.record(
  {
    text,
    category: fc.constantFrom('integrity', 'environment'),
    factors: fc.dictionary(fc.constantFrom('可能性', '严重性', 'b', 'a'), number),
    level: fc.constantFrom('high', 'medium', 'low'),
    source: fc.constantFrom('self', 'organisation'),
    responsible: text,
    leader: text,
  },
  { requiredKeys: ['text'] },
)

function at(prefix: string, count: number, index: number): string {
  return `${prefix}${index % count}`
}

function inOrder<T extends object>(prefix: string, things: readonly T[]) {
  const orders = ordersFor(things.length)
  return things.map((thing, index) => ({ id: `${prefix}${index}`, order: orders[index]!, ...thing }))
}

/** Any chart that `mended` can answer: everything in it leads somewhere. */
export const arbitraryChart: fc.Arbitrary<Chart> = fc
  .record({
    header,
    posts: fc.array(fc.record({ name, publicName: text }, { requiredKeys: ['name'] }), { maxLength: 4 }),
    steps: fc.array(fc.tuple(stepFields, fc.array(fc.nat(), { maxLength: 2 })), {
      minLength: 1,
      maxLength: 6,
    }),
    lines: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.option(text, { nil: undefined })), { maxLength: 6 }),
    risks: fc.array(fc.tuple(riskFields, fc.nat()), { maxLength: 4 }),
    measures: fc.array(fc.tuple(text, fc.array(fc.nat(), { maxLength: 3 })), { maxLength: 4 }),
  })
  .map(({ header, posts, steps, lines, risks, measures }) => {
    return {
      header,
      posts: inOrder('p', posts),
      steps: inOrder(
        's',
        steps.map(([fields, of]) => {
          const held = posts.length === 0 ? [] : [...new Set(of.map((index) => at('p', posts.length, index)))]
          return { ...fields, ...(held.length > 0 && { posts: held }) }
        }),
      ),
      flowlines: inOrder(
        'f',
        lines.map(([from, to, label]) => ({
          from: at('s', steps.length, from),
          to: at('s', steps.length, to),
          ...(label !== undefined && { label }),
        })),
      ),
      risks: inOrder(
        'r',
        risks.map(([fields, of]) => ({ ...fields, step: at('s', steps.length, of) })),
      ),
      measures: inOrder(
        'm',
        measures.map(([text, of]) => ({
          text,
          risks:
            risks.length === 0
              ? []
              : [...new Set(of.map((index) => at('r', risks.length, index)))].toSorted(),
        })),
      ),
      grading: highMediumLow,
    }
  })

/** Without the order keys' values: the arrays' order is compared. */
export function comparable(chart: Chart): unknown {
  return JSON.parse(JSON.stringify(chart, (key, value: unknown) => (key === 'order' ? undefined : value)))
}
