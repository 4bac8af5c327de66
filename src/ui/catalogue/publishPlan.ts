import { whyNotPosted } from '../../files/catalogue/whyNotPosted.ts'
import { chartsOf, type CatalogueChart, type CatalogueRow } from '../../model/catalogue/row.ts'
import { notPosted, type NotPosted } from '../../text/messages/batchPublish.ts'
import type { BatchItem } from './useBatchRun.ts'

export interface PublishPlan {
  readonly taken: readonly BatchItem[]
  readonly leftOut: readonly NotPublished[]
}

/** Why, and the names of all for which that is so. */
export interface NotPublished {
  readonly why: NotPosted
  readonly names: readonly string[]
}

/** Which charts of these powers can be published; everything else is named with its reason. */
export function publishPlan(rows: readonly CatalogueRow[]): PublishPlan {
  const without = rows.flatMap(({ chart, power }): readonly Named[] =>
    chart ? [] : [{ title: power.name, why: power.chart === undefined ? 'noChart' : 'hidden' }],
  )
  return planned(chartsOf(rows), without)
}

/** The same of charts that were to be published before, as they are now; some may be gone. */
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
