/** What a list changes of a chart's entry without opening the chart. */
import type { LocalChartSummary } from './localChartSummary.ts'

export interface LocalPlace {
  /** Empty: in none. */
  readonly folder?: string
  readonly isTemplate?: boolean
}

export function placed(
  { folder: before, isTemplate: was, ...chart }: LocalChartSummary,
  { folder = before, isTemplate = was }: LocalPlace,
): LocalChartSummary {
  return { ...chart, ...(folder && { folder }), ...(isTemplate && { isTemplate }) }
}

/** `at`: ms since 1970; undefined: no longer. */
export function binnedSince(
  { binnedAt: _before, ...chart }: LocalChartSummary,
  at: number | undefined,
): LocalChartSummary {
  return { ...chart, ...(at !== undefined && { binnedAt: at }) }
}
