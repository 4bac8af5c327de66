import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPowerChanges, type PowerChange } from '../../../src/model/catalogue/changes.ts'
import { chartSummaryOf, totalCounts } from '../../../src/model/catalogue/chartSummary.ts'
import {
  addPowers,
  movePowers,
  putBackPowers,
  removePowers,
  setPowers,
} from '../../../src/model/catalogue/edits.ts'
import { fitsPower, repairedPower, type PowerItem } from '../../../src/model/catalogue/powerItem.ts'
import { mayName, renamedChart, renamedPower } from '../../../src/model/catalogue/rename.ts'
import {
  catalogueRow,
  catalogueRows,
  headerOfPower,
  powerOfHeader,
  powersOfCharts,
  totalOfRows,
  type CatalogueChart,
} from '../../../src/model/catalogue/row.ts'
import { importPowers } from '../../../src/model/catalogue/importPowers.ts'
import { applyChanges } from '../../../src/model/records/changes.ts'
import type { Chart } from '../../../src/model/chart.ts'
import { repaired } from '../../../src/model/records/repaired.ts'
import { recordsOf } from '../../../src/model/records/records.ts'
import { wholeRegister } from '../../../src/model/registers/registers.ts'
import { arbitraryChart } from '../../files/arbitraryChart.ts'
import { chartOf, counting } from '../../support/chartOf.ts'
import { expenses } from '../../support/registers.ts'

function catalogue(...names: readonly string[]): readonly PowerItem[] {
  return applyPowerChanges(
    [],
    addPowers(
      [],
      names.map((name) => ({ name })),
      counting('p'),
    ),
  )
}

const namesOf = (powers: readonly PowerItem[]) => powers.map(({ name }) => name).join('')
const listed = (id: string, chart: Chart): CatalogueChart => ({
  id,
  title: chart.header.title,
  digest: chartSummaryOf(chart),
})

describe('totals', () => {
  it('puts removed powers back as they were, and nothing that a list says of them besides', () => {
    const listed = { id: 'p1', order: 'a0', name: '信访办理', office: '信访科', mine: true }
    expect(putBackPowers([listed])).toEqual([
      { kind: 'put', id: 'p1', fields: { order: 'a0', name: '信访办理', office: '信访科' } },
    ])
  })

  it('[CT1] are those of the registers, whatever the charts', () => {
    fc.assert(
      fc.property(fc.array(arbitraryChart, { maxLength: 5 }), (charts) => {
        const kept = JSON.parse(JSON.stringify(charts.map(chartSummaryOf))) as ReturnType<
          typeof chartSummaryOf
        >[]
        expect(totalCounts(kept.map(({ counts }) => counts))).toEqual(wholeRegister(charts).counts)
      }),
      { numRuns: 200 },
    )
  })

  it('[CT1] count a chart once, however many powers it serves', () => {
    const chart = expenses()
    const powers = catalogue('甲', '乙', '丙').map((power) => ({ ...power, chart: 'c' }))
    const rows = catalogueRows(powers, [listed('c', chart)])
    expect(totalOfRows(rows)).toEqual(wholeRegister([chart]).counts)
  })
})

describe('edits', () => {
  it('[CT2] keep both fields that two people set at once', () => {
    const powers = catalogue('许可')
    const one = setPowers(powers, ['p1'], { office: '法规科' })
    const other = setPowers(powers, ['p1'], { code: 'A-1' })
    for (const changes of [
      [...one, ...other],
      [...other, ...one],
    ])
      expect(applyPowerChanges(powers, changes)).toMatchObject([
        { name: '许可', office: '法规科', code: 'A-1' },
      ])
  })

  it('[CT2] leave away what another removed', () => {
    const powers = catalogue('甲', '乙')
    const changes: PowerChange[] = [...removePowers(['p1']), ...setPowers(powers, ['p1'], { office: '科' })]
    expect(namesOf(applyPowerChanges(powers, changes))).toBe('乙')
  })

  it('never empty a name, and write nothing that says so already', () => {
    const powers = catalogue('甲')
    expect(setPowers(powers, ['p1'], { name: ' ' })).toEqual([])
    expect(setPowers(powers, ['p1'], { name: '甲', office: undefined })).toEqual([])
    expect(applyPowerChanges(powers, setPowers(powers, ['p1'], { office: '' }))[0]).not.toHaveProperty(
      'office',
    )
  })

  it('[CT3] move many before another, in their order, into its group', () => {
    const powers = catalogue('甲', '乙', '丙', '丁', '戊')
    const changes = movePowers(powers, ['p5', 'p3'], { before: 'p2', group: '人事' })
    const after = applyPowerChanges(powers, changes)
    expect(namesOf(after)).toBe('甲丙戊乙丁')
    expect(after.filter(({ group }) => group === '人事').map(({ name }) => name)).toEqual(['丙', '戊'])
    expect(new Set(changes.map(({ id }) => id))).toEqual(new Set(['p3', 'p5']))
  })

  it('[CT3] move anywhere without disturbing the rest', () => {
    const powers = catalogue('甲', '乙', '丙', '丁', '戊', '己', '庚')
    const ids = powers.map(({ id }) => id)
    fc.assert(
      fc.property(fc.subarray(ids, { minLength: 1 }), fc.constantFrom(...ids, undefined), (moved, before) => {
        const after = applyPowerChanges(powers, movePowers(powers, moved, { before, group: undefined }))
        const rest = (list: readonly PowerItem[], kept: boolean) =>
          namesOf(list.filter(({ id }) => moved.includes(id) === kept))
        expect(rest(after, false)).toBe(rest(powers, false))
        expect(rest(after, true)).toBe(rest(powers, true))
        const at = after.findIndex(({ id }) => id === before)
        if (before === undefined) expect(moved).toContain(after.at(-1)!.id)
        else if (!moved.includes(before)) expect(moved).toContain(after[at - 1]!.id)
      }),
    )
  })

  it('[CT4] read whatever is kept, and take no nonsense', () => {
    const odd = repairedPower('x', { order: '!', name: 3, kind: 'magic', office: ['a'], chart: 'c' })
    expect(odd).toMatchObject({ id: 'x', name: '', chart: 'c' })
    expect(odd).not.toHaveProperty('kind')
    expect(
      applyPowerChanges([odd], movePowers([odd], ['x'], { before: undefined, group: '新' })),
    ).toHaveLength(1)
    expect(fitsPower('kind', 'magic')).toBe(false)
    expect(fitsPower('name', 'x'.repeat(30_000))).toBe(false)
    expect(fitsPower('name', undefined)).toBe(true)
  })
})

describe('taking', () => {
  it('finds the same power by code, else by name and body, and leaves what is not said', () => {
    const there: readonly PowerItem[] = [
      { id: 'a', order: 'a0', name: '旧名', code: 'X-1', office: '一科' },
      { id: 'b', order: 'a1', name: '罚款', exercisedBy: '甲局' },
    ]
    const taken = importPowers(
      there,
      [
        { name: '新名', code: 'X-1' },
        { name: '罚款', exercisedBy: '甲局' },
        { name: '罚款', exercisedBy: '乙局' },
      ],
      counting('n'),
    )
    expect([taken.added, taken.changed, taken.same]).toEqual([1, 1, 1])
    expect(applyPowerChanges(there, taken.changes)).toMatchObject([
      { id: 'a', name: '新名', office: '一科' },
      { id: 'b', name: '罚款', exercisedBy: '甲局' },
      { id: 'n1', name: '罚款', exercisedBy: '乙局' },
    ])
  })
})

describe('rows', () => {
  const power: PowerItem = { id: 'p', order: 'a0', name: '许可', chart: 'c' }
  const chart: CatalogueChart = { id: 'c', title: '许可' }
  const review = { started: true, unsettled: 0, approved: false, changed: false }

  it('say the gravest that is true of the chart', () => {
    const stateOf = (more: Partial<CatalogueChart>) => catalogueRow(power, { ...chart, ...more }).state
    expect(catalogueRow({ ...power, chart: 'c' }, undefined).state).toBe('hidden')
    expect(catalogueRow({ id: 'p', order: 'a0', name: '许可' }, undefined).state).toBe('noChart')
    expect(stateOf({})).toBe('drafting')
    expect(stateOf({ review })).toBe('reviewing')
    expect(stateOf({ review: { ...review, approved: true } })).toBe('approved')
    expect(stateOf({ review: { ...review, approved: true, changed: true } })).toBe('changed')
    const published = { id: 'x', at: 1, title: '许可', stale: false }
    expect(stateOf({ published })).toBe('published')
    expect(stateOf({ published: { ...published, stale: true } })).toBe('outdated')
  })

  it('[CT20] make a power of every chart where no catalogue is kept', () => {
    const header = {
      title: '许可',
      unit: '某局',
      office: '一科',
      code: 'A-1',
      powerKind: 'licensing' as const,
    }
    const [made] = powersOfCharts([listed('c', chartOf('甲 → 乙', {}, header))])
    expect(made).toMatchObject({ name: '许可', exercisedBy: '某局', office: '一科', code: 'A-1', chart: 'c' })
    expect(headerOfPower(powerOfHeader(header))).toEqual(header)
  })
})

const done = (chart: Chart, order: Parameters<typeof renamedChart>[1]) =>
  repaired(applyChanges(recordsOf(chart), renamedChart(chart, order).changes))

describe('更名', () => {
  it('[CT5] renames a post wherever its whole name stands', () => {
    const chart: Chart = {
      ...expenses(),
      risks: [{ id: 'r', order: 'a0', step: 's1', text: '虚报', responsible: '出纳', leader: '出纳主管' }],
    }
    const order = { what: 'post', from: ' 出纳 ', to: '资金管理岗' } as const
    const after = done(chart, order)
    expect(after.posts.map(({ name }) => name)).toEqual(['经办人', '科室负责人', '资金管理岗'])
    expect(after.risks[0]).toMatchObject({ responsible: '资金管理岗', leader: '出纳主管' })
    expect(renamedChart(chart, order).places).toEqual([
      { place: 'post', before: '出纳', after: '资金管理岗' },
      { place: 'responsible', before: '出纳', after: '资金管理岗', about: '虚报' },
    ])
  })

  it('[CT5] makes one post of two where the name is there', () => {
    const order = { what: 'post', from: '经办人', to: '科室负责人' } as const
    const after = done(expenses(), order)
    expect(after.posts.map(({ name }) => name)).toEqual(['科室负责人', '出纳'])
    expect(after.steps.map(({ posts }) => posts)).toEqual([['p2'], ['p2'], undefined])
    expect(renamedChart(expenses(), order).places[0]).toMatchObject({ merges: true })
  })

  it('[CT5] finds a phone among others, and never in a longer number', () => {
    const chart = chartOf(
      '甲 → 乙',
      {},
      { consultPhone: '0551-6500000、6500001', supervisionPhone: '65000001' },
    )
    const order = { what: 'phone', from: '6500001', to: '6511111' } as const
    expect(renamedChart(chart, order).places).toEqual([
      { place: 'consultPhone', before: '0551-6500000、6500001', after: '0551-6500000、6511111' },
    ])
    expect(renamedChart(chart, { ...order, from: '6500000' }).places).toEqual([])
    expect(mayName(chartSummaryOf(chart), order)).toBe(true)
  })

  it('[CT5] tells from a digest which charts need not be opened', () => {
    fc.assert(
      fc.property(arbitraryChart, fc.constantFrom('post', 'unit', 'office', 'phone'), (chart, what) => {
        const from = (what === 'post' ? chart.posts[0]?.name : chart.header.unit) || '某局'
        const order = { what, from, to: '新名' } as const
        if (renamedChart(chart, order).places.length > 0)
          expect(mayName(chartSummaryOf(chart), order)).toBe(true)
      }),
    )
  })

  it('[CT5] renames in the catalogue itself', () => {
    const power = { id: 'p', order: 'a0', name: '许可', exercisedBy: '甲局', office: '一科' }
    expect(renamedPower(power, { what: 'unit', from: '甲局', to: '乙局' }).changes).toEqual([
      { kind: 'set', id: 'p', field: 'exercisedBy', value: '乙局' },
    ])
    expect(renamedPower(power, { what: 'phone', from: '甲局', to: '乙局' }).changes).toEqual([])
  })
})
