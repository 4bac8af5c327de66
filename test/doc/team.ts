/** People who edit one chart, each in a document of their own, and what came of it. */
import * as Y from 'yjs'
import type { ChartDoc } from '../../src/doc/chartDoc.ts'
import { applyToDoc, openChartDoc } from '../../src/doc/chartDoc.ts'
import type { Chart, Id } from '../../src/model/chart.ts'
import type { Edit } from '../../src/model/edits/refusal.ts'
import { replaceChart } from '../../src/model/edits/replaceChart.ts'
import { noRecords } from '../../src/model/records/records.ts'

export interface Person extends ChartDoc {
  /** Does nothing where the edit is refused. */
  readonly does: (decide: (chart: Chart) => Edit) => void
}

export interface Team {
  readonly people: readonly Person[]
  /** Everybody gets what everybody has. */
  readonly meet: () => void
}

/** Client ids are given, because they decide who wins: the last person does. */
export function teamOn(chart: Chart, count: number): Team {
  const begun = new Y.Doc()
  begun.clientID = 1
  applyToDoc(begun, replaceChart(noRecords, chart), 'new')
  const state = Y.encodeStateAsUpdate(begun)
  const people = Array.from({ length: count }, (_, at): Person => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    doc.clientID = 10 + at
    const opened = openChartDoc(doc)
    return {
      ...opened,
      does: (decide) => {
        const edit = decide(opened.chart())
        if (edit.ok) opened.apply(edit.changes)
      },
    }
  })
  return { people, meet: () => exchange(people.map(({ doc }) => doc)) }
}

export function exchange(docs: readonly Y.Doc[]): void {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc))
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update, 'others')
}

/** How many parts the flow has come apart into. */
export function partsOf({ steps, flowlines }: Chart): number {
  const part = new Map<Id, Id>(steps.map(({ id }) => [id, id]))
  const root = (id: Id): Id => (part.get(id) === id ? id : root(part.get(id)!))
  for (const { from, to } of flowlines) part.set(root(from), root(to))
  return new Set(steps.map(({ id }) => root(id))).size
}

/** The steps that nothing leads to. */
export function startsOf({ steps, flowlines }: Chart): readonly Id[] {
  const entered = new Set(flowlines.map(({ to }) => to))
  return steps.flatMap(({ id }) => (entered.has(id) ? [] : [id]))
}
