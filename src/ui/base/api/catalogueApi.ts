/** The catalogue over HTTP. Throws a ServerError whose message can be shown to people. */
import type { PowerHistory } from '../../../model/catalogue/powerChangeSet.ts'
import type {
  CatalogueAnswer,
  CatalogueChanged,
  CatalogueTakenBack,
  RenameAnswer,
} from '../../../model/catalogue/answers.ts'
import type { PowerChange } from '../../../model/catalogue/changes.ts'
import type { RenameOrder } from '../../../model/catalogue/rename.ts'
import type { CatalogueChart } from '../../../model/catalogue/row.ts'
import type { Id } from '../../../model/chart.ts'
import { absoluteLink } from './absoluteLink.ts'
import { apiPath, type HttpClient } from './httpClient.ts'

export interface CatalogueApi {
  readonly read: () => Promise<CatalogueAnswer>
  /** The number of powers. */
  readonly count: () => Promise<number>
  readonly change: (changes: readonly PowerChange[]) => Promise<CatalogueChanged>
  /** Changes before the one numbered `before`, the newest first. */
  readonly history: (before?: number) => Promise<PowerHistory>
  readonly takeBack: (changeSet: number) => Promise<CatalogueTakenBack>
  readonly rename: (order: RenameOrder, how: { readonly dryRun: boolean }) => Promise<RenameAnswer>
  /** Returns the chart file. */
  readonly chart: (chart: Id) => Promise<string>
  /** Creates a chart owned by the caller from a chart file; returns its id. */
  readonly make: (file: string) => Promise<Id>
}

export function openCatalogueApi({ json, text }: HttpClient): CatalogueApi {
  return {
    read: async () => addressed(await json<CatalogueAnswer>('GET', '/api/catalogue')),
    count: async () => (await json<{ powers: number }>('GET', '/api/catalogue?only=count')).powers,
    change: async (changes) => json('PATCH', '/api/catalogue', { changes }),
    history: async (before) =>
      json('GET', `/api/catalogue/history${before === undefined ? '' : `?before=${before}`}`),
    takeBack: async (changeSet) => json('POST', `/api/catalogue/history/${changeSet}/restore`, {}),
    rename: async (order, { dryRun }) => json('POST', '/api/catalogue/rename', { ...order, dryRun }),
    chart: async (chart) => text('GET', apiPath(chart)),
    make: async (file) => (await json<{ id: Id }>('POST', '/api/charts', JSON.parse(file) as object)).id,
  }
}

function addressed(answer: CatalogueAnswer): CatalogueAnswer {
  return { ...answer, charts: answer.charts.map(withAddress) }
}

function withAddress(chart: CatalogueChart): CatalogueChart {
  const { published } = chart
  if (published?.link === undefined) return chart
  return { ...chart, published: absoluteLink({ ...published, link: published.link }) }
}
