import { describe, expect, it } from 'vitest'
import { chartSummaryOf } from '../../../src/model/catalogue/chartSummary.ts'
import { catalogueRows, type CatalogueChart } from '../../../src/model/catalogue/row.ts'
import { planAgain, publishPlan } from '../../../src/ui/catalogue/publishPlan.ts'
import { reviewed, wantsReason, type ToReview } from '../../../src/ui/catalogue/useBatchReview.ts'
import { chartOf } from '../../support/chartOf.ts'

const approved = { started: true, unsettled: 0, approved: true, changed: false } as const

/** One's own, approved as it is, never published. */
function ready(id: string, but: Partial<CatalogueChart> = {}): CatalogueChart {
  const digest = chartSummaryOf(chartOf('申请 → 受理', {}, { title: id }))
  return { id, title: id, role: 'owner', digest, review: approved, ...but }
}

function rowsOf(...charts: readonly CatalogueChart[]) {
  const powers = charts.map(({ id }, at) => ({
    id: `职权${id}`,
    order: `a${at}`,
    name: `职权${id}`,
    chart: id,
  }))
  return catalogueRows(powers, charts)
}

describe('[CT23] the plan of publishing many', () => {
  it('takes what is one’s own and approved as it is, and names all else with its reason', () => {
    const published = { id: 'p', at: 0, title: '旧', stale: false }
    const rows = rowsOf(
      ready('甲'),
      ready('乙', { role: 'editor' }),
      ready('丙', { review: { ...approved, approved: false } }),
      ready('丁', { review: { ...approved, changed: true } }),
      ready('戊', { published }),
      ready('己', { published: { ...published, stale: true } }),
    )
    const { taken, leftOut } = publishPlan(rows)
    expect(taken.map(({ id }) => id)).toEqual(['甲', '己'])
    expect(leftOut).toEqual([
      { why: 'foreign', names: ['乙'] },
      { why: 'unapproved', names: ['丙'] },
      { why: 'changed', names: ['丁'] },
      { why: 'current', names: ['戊'] },
    ])
  })

  it('names a power without a chart, and one whose chart may not be seen', () => {
    const powers = [
      { id: '1', order: 'a0', name: '未绘图的' },
      { id: '2', order: 'a1', name: '看不到的', chart: '别人的' },
    ]
    expect(publishPlan(catalogueRows(powers, []))).toEqual({
      taken: [],
      leftOut: [
        { why: 'noChart', names: ['未绘图的'] },
        { why: 'hidden', names: ['看不到的'] },
      ],
    })
  })

  it('takes a chart once that two powers run by', () => {
    const powers = ['一', '二'].map((name, at) => ({ id: name, order: `a${at}`, name, chart: '甲' }))
    expect(publishPlan(catalogueRows(powers, [ready('甲')])).taken).toEqual([{ id: '甲', title: '甲' }])
  })

  it('is made again of the charts as they are by then; some are gone', () => {
    const before = ['甲', '乙', '丙'].map((id) => ({ id, title: id }))
    const now = [ready('丙'), ready('甲', { review: { ...approved, changed: true } })]
    expect(planAgain(before, now)).toEqual({
      taken: [{ id: '丙', title: '丙' }],
      leftOut: [
        { why: 'hidden', names: ['乙'] },
        { why: 'changed', names: ['甲'] },
      ],
    })
  })
})

it('[CT24] only what somebody has looked at goes out, with the hash of the bytes that were shown', () => {
  const preview = { hash: 'h1', open: [] as readonly string[] } as ToReview['preview'] & object
  const items = (['seen', 'unseen', 'blocked', 'failed', 'waiting'] as const).map((standing): ToReview => ({
    id: standing,
    title: standing,
    standing,
    preview,
    despite: '',
  }))
  expect(reviewed(items, '张三')).toEqual([
    { id: 'seen', title: 'seen', publication: { disclose: {}, reviewedBy: '张三', hash: 'h1' } },
  ])
})

it('[CT24] what has open matters goes out with the reason of its own, and waits for one', () => {
  const preview = { hash: 'h1', open: ['没有监督电话'] as readonly string[] } as ToReview['preview'] & object
  const item: ToReview = { id: 'a', title: 'a', standing: 'seen', preview, despite: ' ' }
  expect(wantsReason(item)).toBe(true)
  expect(reviewed([{ ...item, despite: '经办公会同意 ' }], '张三')).toMatchObject([
    { publication: { despite: '经办公会同意', hash: 'h1' } },
  ])
})
