import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyToDoc, openChartDoc } from '../../../src/doc/chartDoc.ts'
import { readRecords } from '../../../src/doc/readRecords.ts'
import { readChartFile } from '../../../src/files/chartFile/readChartFile.ts'
import { writeChartFile } from '../../../src/files/chartFile/writeChartFile.ts'
import { applyChanges, put, set } from '../../../src/model/records/changes.ts'
import type { Chart } from '../../../src/model/chart.ts'
import { differencesOf, thingRoots } from '../../../src/model/history/difference.ts'
import { replaceChart } from '../../../src/model/edits/replaceChart.ts'
import { repaired } from '../../../src/model/records/repaired.ts'
import type { Records, RootName } from '../../../src/model/records/records.ts'
import { noRecords, recordsOf } from '../../../src/model/records/records.ts'
import { restoreChart } from '../../../src/model/history/restoreChart.ts'
import { mergedOrder, movedBetween } from '../../../src/model/records/sequence.ts'
import { namesFrom, sayDifference } from '../../../src/text/screen/differences.ts'
import { labelOf } from '../../../src/text/screen/fieldValues.ts'
import { arbitraryChart as anyChart } from '../../files/arbitraryChart.ts'
import { chartOf, counting } from '../../support/chartOf.ts'

/** Two flowlines between the same two steps are refused ([EE7]), and one could not tell them apart. */
const arbitraryChart = anyChart.map((chart) => ({
  ...chart,
  flowlines: chart.flowlines.filter(
    ({ from, to }, at, all) => all.findIndex((line) => line.from === from && line.to === to) === at,
  ),
}))

/** What a person sees of a chart, said a second time and differently: no keys, no ids of flowlines, no blank fields. */
function visible(chart: Chart): string {
  const of = (step: string) => chart.flowlines.filter((line) => line.from === step)
  return JSON.stringify(
    {
      header: chart.header,
      grading: chart.grading,
      posts: chart.posts,
      steps: chart.steps.map((step) => ({
        ...step,
        exits: of(step.id).map(({ to, label }) => ({ to, label })),
      })),
      risks: chart.risks.toSorted((a, b) => (ownerOf(a) < ownerOf(b) ? -1 : 1)),
      measures: chart.measures
        .map((measure) => ({ ...measure, risks: measure.risks.toSorted() }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      under: chart.risks
        .map(({ id }) => `${id} ${measuresOf(chart, id).join()}`)
        .toSorted((a, b) => (a < b ? -1 : 1)),
    },
    (key, value: unknown) => (isUnseen(key, value) ? undefined : sorted(value)),
  )
}

function measuresOf(chart: Chart, risk: string): readonly string[] {
  return chart.measures.filter((each) => each.risks.includes(risk)).map(({ id }) => id)
}

function ownerOf(risk: Chart['risks'][number]): string {
  return `${risk.step} ${risk.post}`
}

function isUnseen(key: string, value: unknown): boolean {
  return key === 'order' || (key === 'internalOnly' && value === false) || isBlank(value)
}

function isBlank(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0)
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** The same chart as another browser would have it after a visit to a file, with flowlines drawn anew. */
function retold(chart: Chart): Chart {
  return {
    ...chart,
    flowlines: chart.flowlines.map((line) => ({ ...line, id: `new-${line.id}` })),
    steps: chart.steps.map((step) => ({ ...step, order: `b${step.order}`, note: step.note ?? '' })),
    measures: chart.measures.map((measure) => ({ ...measure, risks: measure.risks.toReversed() })),
  }
}

describe('differences', () => {
  it('[MD1] are none exactly where a person sees the same', () => {
    fc.assert(
      fc.property(arbitraryChart, arbitraryChart, (one, other) => {
        expect(differencesOf(one, retold(one))).toEqual([])
        expect(differencesOf(one, other).length === 0).toBe(visible(one) === visible(other))
      }),
      { numRuns: 200 },
    )
  })

  it('[MD1] sees each order that a person sees, and no other', () => {
    fc.assert(
      fc.property(arbitraryChart, fc.constantFrom(...thingRoots), (chart, root) => {
        const turned = { ...chart, [root]: chart[root]?.toReversed() }
        expect(differencesOf(chart, turned).length === 0).toBe(visible(chart) === visible(turned))
      }),
      { numRuns: 200 },
    )
  })

  it('[MD2] names every record and every field that differs', () => {
    fc.assert(
      fc.property(arbitraryChart, arbitraryChart, (one, other) => {
        const names = namesFrom(one, other)
        const said = differencesOf(one, other).map((each) => ({
          each,
          sentence: sayDifference(each, names, 'whole'),
        }))
        for (const { root, id, field } of changedIn(recordsOf(one), recordsOf(other))) {
          const found = said.filter(
            ({ each }) =>
              each.root === root && each.id === id && (each.kind !== 'changed' || each.field === field),
          )
          expect(found.length, `${root} ${id} ${field}`).toBeGreaterThan(0)
          const plain = found.find(({ each }) => each.kind === 'changed')
          if (plain && field !== 'name' && !(root === 'risks' && field === 'text'))
            expect(plain.sentence).toContain(labelOf(root as RootName, field))
        }
        for (const { sentence } of said) expect(sentence).not.toMatch(/undefined|\[object/)
      }),
      { numRuns: 200 },
    )
  })

  it('[MD3] stand in the order in which one reads: heading, posts, steps, flowlines, risks, measures', () => {
    const before = chartOf('受理 → 审查 → 决定')
    const after = {
      ...chartOf('受理 → 复核 → 审查', { 审查: { persons: 2 } }, { unit: '县局' }),
      posts: [{ id: 'p', order: 'a0', name: '科员' }],
    }
    expect(differencesOf(before, after).map(({ kind, root, id }) => `${kind} ${root} ${id}`)).toEqual([
      'changed meta header',
      'added posts p',
      'added steps 复核',
      'changed steps 审查',
      'removed steps 决定',
      'rejoined flowlines f0',
      'rejoined flowlines f1',
    ])
  })
})

interface Place {
  readonly root: keyof Records
  readonly id: string
  readonly field: string
}

function changedIn(one: Records, other: Records): readonly Place[] {
  const roots = ['meta', ...thingRoots] as const
  return roots.flatMap((root) =>
    Object.keys({ ...one[root], ...other[root] }).flatMap((id) => {
      const [before, after] = [one[root][id] ?? {}, other[root][id] ?? {}]
      if (root === 'flowlines') return []
      return Object.keys({ ...before, ...after })
        .filter((field) => field !== 'order' && !isUnordered(field))
        .filter((field) => told(field, before[field]) !== told(field, after[field]))
        .map((field) => ({ root, id, field }))
    }),
  )
}

/** Sets: their order is not seen, and [MD1] compares them. */
function isUnordered(field: string): boolean {
  return field === 'risks' || field === 'withheld'
}

function told(field: string, value: unknown): string | undefined {
  return isUnseen(field, value) ? undefined : JSON.stringify(value, (_, member: unknown) => sorted(member))
}

describe('the order of things', () => {
  it('[MD4] says of as few as can be that they moved', () => {
    expect(movedBetween(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual([{ id: 'd' }])
    expect(movedBetween(['a', 'b', 'c'], ['a', 'x', 'c', 'b'])).toHaveLength(1)
    expect(movedBetween(['a', 'b'], ['x', 'a', 'y', 'b'])).toEqual([])
  })

  it('[MD4] keeps what is gone where it was', () => {
    expect(mergedOrder(['a', 'b', 'c'], ['x', 'a', 'c'])).toEqual(['x', 'a', 'b', 'c'])
    expect(mergedOrder(['a', 'b'], [])).toEqual(['a', 'b'])
  })
})

describe('going back', () => {
  it('[MD5] makes the chart what it was, to a person’s eye', () => {
    fc.assert(
      fc.property(arbitraryChart, arbitraryChart, (now, then) => {
        const records = applyChanges(recordsOf(now), restoreChart(recordsOf(now), then))
        expect(differencesOf(repaired(records), then)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('[MD6] touches nothing that is the same, though a file gave the version back', () => {
    const table = chartOf('受理 → 审查 → 决定', {
      审查: { timeLimit: { kind: 'immediate', counts: true, wording: '当场' } },
    })
    const orders = { 受理: 'a0', 审查: 'a0V', 决定: 'a5' } as const
    const now = {
      ...table,
      steps: table.steps.map((step) => ({ ...step, order: orders[step.id as keyof typeof orders] })),
    }
    const then = readChartFile(writeChartFile(now), counting()).chart
    expect(restoreChart(recordsOf(now), then)).toEqual([])
    const renamed = {
      ...now,
      steps: now.steps.map((step) => (step.id === '审查' ? { ...step, name: '初审' } : step)),
    }
    expect(restoreChart(recordsOf(renamed), then)).toEqual([
      { kind: 'set', root: 'steps', id: '审查', field: 'name', value: '审查' },
    ])
  })

  it('[MD8] keeps what others do meanwhile, and is one undo step', () => {
    const then = chartOf('受理 → 审查 → 决定')
    const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
    applyToDoc(mine, replaceChart(noRecords, then), 'first')
    const [me, other] = [openChartDoc(mine), openChartDoc(theirs)]
    me.apply([set('steps', '审查', 'name', '初审'), set('meta', 'header', 'unit', '县局')])
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
    other.apply([
      set('steps', '决定', 'persons', 2),
      put('steps', '归档', { order: 'a9', kind: 'process', name: '归档' }),
    ])
    me.apply(restoreChart(readRecords(mine), then))
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
    const names = () => me.chart().steps.map((step) => step.name)
    expect(names()).toEqual(['受理', '审查', '决定', '归档'])
    expect(me.chart().steps[2]?.persons).toBe(2)
    me.undo()
    expect(names()).toEqual(['受理', '初审', '决定', '归档'])
    expect(me.chart().header.unit).toBe('县局')
  })
})
