import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../src/model/chart.ts'
import { highMediumLow } from '../../../src/model/grading.ts'
import { repaired } from '../../../src/model/records/repaired.ts'
import type { Fields, Records } from '../../../src/model/records/records.ts'
import { noRecords, recordsOf, rootNames } from '../../../src/model/records/records.ts'
import { chartOf } from '../../support/chartOf.ts'

function mendedWith(records: Partial<Records>): Chart {
  return repaired({ ...noRecords, ...records })
}

const step = (order: string, extras: Fields = {}): Fields => ({
  order,
  kind: 'process',
  name: '环节',
  ...extras,
})

const linesOf = (pairs: readonly (readonly [string, string])[]) =>
  Object.fromEntries(pairs.map(([from, to], n) => [`f${n}`, { order: `a${n}`, from, to }]))

const at = (count: number) => Array.from({ length: count }, (_, n) => n)

describe('reading what people merged', () => {
  it('[ME1] drops a flowline whose step someone else deleted', () => {
    const chart = mendedWith({
      steps: { a: step('a0') },
      flowlines: { f: { order: 'a0', from: 'a', to: 'gone' } },
    })
    expect(chart.flowlines).toEqual([])
  })

  it('[ME2] forgets a post that is gone', () => {
    expect(mendedWith({ steps: { a: step('a0', { posts: ['gone'] }) } }).steps[0]!.posts).toBeUndefined()
  })

  it('[ME3] lets a risk of a deleted step go, unless it belongs to a post too', () => {
    const chart = mendedWith({
      posts: { p: { order: 'a0', name: '出纳' } },
      risks: {
        r1: { order: 'a0', step: 'gone', text: 'x' },
        r2: { order: 'a1', step: 'gone', post: 'p', text: 'y' },
      },
      measures: { m: { order: 'a0', text: 'z', risks: ['r1', 'r2', 'r2'] } },
    })
    expect(chart.risks).toEqual([{ id: 'r2', order: 'a1', post: 'p', text: 'y' }])
    expect(chart.measures[0]!.risks).toEqual(['r2'])
  })

  it('[ME4] orders by key, then by id, never as a map lists them', () => {
    const chart = mendedWith({ steps: { z: step('a1'), b: step('a0'), a: step('a0'), c: step('Zz') } })
    expect(chart.steps.map((each) => each.id)).toEqual(['c', 'a', 'b', 'z'])
  })

  it('[ME5] puts a default where a field is missing or of the wrong kind', () => {
    const chart = mendedWith({
      steps: {
        a: {
          order: 7,
          kind: 'rocket',
          name: ['x'],
          persons: 'two',
          flowPosition: [1, 'b'],
          timeLimit: { kind: 'span' },
        },
      },
    })
    expect(chart.steps).toEqual([{ id: 'a', order: 'a0', kind: 'process', name: '' }])
    expect(chart.header).toEqual({ title: '' })
    expect(chart.grading).toEqual(highMediumLow)
  })

  it('[ME5] reads what stands under names of its own, too: a line of a rule has numbers only', () => {
    const levels = [{ id: 'l', rank: 1, name: '高', word: '高', colour: '#a1b2c3' }]
    const lines = [{ when: { a: [' ', 2, null] }, level: 'l' }]
    const { grading } = mendedWith({
      meta: { grading: { scheme: { levels, rule: { kind: 'table', lines } } } },
    })
    expect(grading.rule).toEqual({ kind: 'table', lines: [{ when: { a: [2] }, level: 'l' }] })
  })

  it('[ME6] gives back every chart that it can return', () => {
    const chart = chartOf('受理 → 审查 -退回→ 受理；审查 → 决定', {
      审查: {
        timeLimit: {
          kind: 'span',
          wording: '5日内',
          counts: true,
          bound: 'atMost',
          amount: 5,
          unit: 'day',
          unitUnsaid: true,
        },
        legalBasis: [{ title: '行政许可法', article: '第四十二条' }],
        flowPosition: [3, 4],
        withheld: ['posts'],
      },
    })
    expect(repaired(recordsOf(chart))).toEqual(chart)
  })

  it('[ME8] closes the flow over thousands of removed steps, over branches of them and over circles, at once', () => {
    const noted = { stepPlaces: { a: { before: [], after: [] } } }
    const ends = { a: step('a0'), z: step('z0') }
    const closed = (pairs: readonly (readonly [string, string])[]) =>
      mendedWith({ ...noted, steps: ends, flowlines: linesOf(pairs) }).flowlines.map(
        ({ from, to }) => from + to,
      )
    const row = at(3000).map((n) => [n === 0 ? 'a' : `g${n}`, n === 2999 ? 'z' : `g${n + 1}`] as const)
    expect(closed(row)).toEqual(['az'])
    // Each pair of branches doubles the number of ways.
    const branches = at(60).flatMap((n) =>
      ['x', 'y'].flatMap((way) => [
        [n === 0 ? 'a' : `j${n}`, `${way}${n}`] as const,
        [`${way}${n}`, n === 59 ? 'z' : `j${n + 1}`] as const,
      ]),
    )
    expect(closed(branches)).toEqual(['az'])
    const circle = at(300).map((n) => [`c${n}`, `c${(n + 1) % 300}`] as const)
    expect(closed([['a', 'c0'], ...circle, ['c150', 'z']])).toEqual(['az'])
    expect(closed([['a', 'c0'], ...circle])).toEqual([])
    const hub = at(400).flatMap(
      (n) =>
        [
          ['a', 'h'],
          [`n${n}`, 'h'],
          ['h', 'z'],
        ] as const,
    )
    expect(closed(hub)).toEqual(['az'])
  })

  it('[ME7] never throws, and mending again changes nothing', () => {
    const fields = fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<never>)
    const roots = fc.record(
      Object.fromEntries(rootNames.map((name) => [name, fc.dictionary(fc.string(), fields)])),
    )
    fc.assert(
      fc.property(roots, (records) => {
        const once = repaired(records as unknown as Records)
        expect(repaired(recordsOf(once))).toEqual(once)
      }),
    )
  })
})
