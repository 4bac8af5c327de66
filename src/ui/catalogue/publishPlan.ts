import { whyNotPosted } from '../../files/catalogue/whyNotPosted.ts'
import { chartsOf, type CatalogueChart, type CatalogueRow } from '../../model/catalogue/row.ts'
import { notPosted, type NotPosted } from '../../text/messages/batchPublish.ts'
import type { BatchItem } from './useBatchRun.ts'

export interface PublishPlan {
  readonly taken: readonly BatchItem[]
  readonly leftOut: readonly NotPublished[]
}

/** A reason with the names of all powers it applies to. */
export interface NotPublished {
  readonly why: NotPosted
  readonly names: readonly string[]
}

/** The charts of these powers that can be published; the others with their reasons. */
export function publishPlan(rows: readonly CatalogueRow[]): PublishPlan {
  const without = rows.flatMap(({ chart, power }): readonly Named[] =>
    chart ? [] : [{ title: power.name, why: power.chart === undefined ? 'noChart' : 'hidden' }],
  )
  return planned(chartsOf(rows), without)
}

/** Plans again the charts that failed, in their current state; deleted ones are dropped. */
export function planAgain(before: readonly BatchItem[], charts: readonly CatalogueChart[]): PublishPlan {
  const now = new Map(charts.map((chart) => [chart.id, chart]))
  const gone = before.filter(({ id }) => !now.has(id))
  return planned(
    before.flatMap(({ id }) => now.get(id) ?? []),
    gone.map(({ title }) => ({ title, why: 'hidden' })),
  )
}

interface Named {
  readonly title: string
  readonly why: NotPosted | undefined
}

function planned(charts: readonly CatalogueChart[], without: readonly Named[]): PublishPlan {
  const looked = charts.map((chart) => ({ ...chart, why: whyNotPosted(chart) }))
  const reasons = Object.keys(notPosted) as NotPosted[]
  return {
    taken: looked.flatMap(({ id, title, why }) => (why === undefined ? [{ id, title }] : [])),
    leftOut: reasons
      .map((why) => ({
        why,
        names: [...without, ...looked].flatMap((one) => (one.why === why ? [one.title] : [])),
      }))
      .filter(({ names }) => names.length > 0),
  }
}
