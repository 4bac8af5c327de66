/**
 * Client of the server's HTTP API, created once in main.tsx. Every call returns the type that
 * protocol/api.ts declares, or throws a ServerError whose message can be shown to people.
 */
import { openAccessApi, type AccessApi } from './accessApi.ts'
import { openCaseApi, type CaseApi } from './caseApi.ts'
import { openCatalogueApi, type CatalogueApi } from './catalogueApi.ts'
import { openChartApi, type ChartApi } from './chartApi.ts'
import { openControlApi, type ControlApi } from './controlApi.ts'
import { openHttpClient } from './httpClient.ts'
import { openReviewApi, type ReviewApi } from './reviewApi.ts'
import { openUnitApi, type UnitApi } from './unitApi.ts'

export interface ApiClient {
  readonly access: AccessApi
  readonly charts: ChartApi
  readonly cases: CaseApi
  readonly catalogue: CatalogueApi
  readonly review: ReviewApi
  readonly unit: UnitApi
  readonly control: ControlApi
}

/** `request` is the browser's `fetch`, or a substitute in tests. */
export function openApiClient(request: typeof fetch): ApiClient {
  const http = openHttpClient(request)
  return {
    access: openAccessApi(http),
    charts: openChartApi(http),
    cases: openCaseApi(http),
    catalogue: openCatalogueApi(http),
    review: openReviewApi(http),
    unit: openUnitApi(http),
    control: openControlApi(http),
  }
}
