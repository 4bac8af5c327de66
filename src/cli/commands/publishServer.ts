/** API client of `batch publish`. Failures are CommandErrors in Chinese; a token is never printed. */
import type { CatalogueAnswer } from '../../model/catalogue/answers.ts'
import type { CatalogueChart } from '../../model/catalogue/row.ts'
import type { PublicationPreviewFiles } from '../../server/publication/examination.ts'
import { openAsking } from '../askServer.ts'

/** A chart, and the token with the most rights on it. */
export interface ReachedChart extends CatalogueChart {
  readonly token: string
}

export interface PublishServer {
  /** All charts that the tokens open, without duplicates. */
  readonly charts: () => Promise<readonly ReachedChart[]>
  readonly preview: (chart: ReachedChart) => Promise<PublicationPreviewFiles>
  /** Publishes; resolves with the address of the public page. */
  readonly publish: (chart: ReachedChart, review: Reviewed) => Promise<string>
}

export interface Reviewed {
  readonly reviewedBy: string
  readonly hash: string
  /** Why charts with open matters are published all the same. */
  readonly despite?: string
}

export function openPublishServer(
  request: typeof fetch,
  server: string,
  tokens: readonly string[],
): PublishServer {
  const ask = openAsking(request, server)
  return {
    charts: async () => {
      const reached = new Map<string, ReachedChart>()
      for (const token of tokens) {
        const { charts } = await ask<CatalogueAnswer>(token, '/api/catalogue?only=charts')
        for (const chart of charts)
          if (reached.get(chart.id)?.role !== 'owner') reached.set(chart.id, { ...chart, token })
      }
      return [...reached.values()]
    },
    preview: async (chart) => ask(chart.token, of(chart, '/preview'), {}),
    publish: async (chart, review) => {
      const { link } = await ask<{ readonly link: string }>(chart.token, of(chart, ''), review)
      return new URL(link, server).href
    },
  }
}

function of({ id }: ReachedChart, path: string): string {
  return `/api/charts/${encodeURIComponent(id)}/publications${path}`
}
