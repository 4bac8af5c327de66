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
