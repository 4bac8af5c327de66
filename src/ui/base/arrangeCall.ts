/** What the page and the layout worker say to each other. */
import type { Arrangement } from '../../layout/arrangement.ts'
import type { Chart, EditionName, View } from '../../model/chart.ts'

export interface ArrangeRequest {
  readonly chart: Chart
  readonly view: View
  readonly edition: EditionName
}

/** Answers the call of the same number; `error` is the message of what was thrown. */
export type ArrangeAnswer =
  | { readonly call: number; readonly arrangement: Arrangement }
  | { readonly call: number; readonly error: string }

export interface ArrangeCall extends ArrangeRequest {
  readonly call: number
}
