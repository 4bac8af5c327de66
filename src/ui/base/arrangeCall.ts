/** Messages between the page and the layout worker. */
import type { Arrangement } from '../../layout/arrangement.ts'
import type { Chart, EditionName, View } from '../../model/chart.ts'

export interface ArrangeRequest {
  readonly chart: Chart
  readonly view: View
  readonly edition: EditionName
}

/** The answer to the call with the same number; `error` is the message of the thrown error. */
export type ArrangeAnswer =
  | { readonly call: number; readonly arrangement: Arrangement }
  | { readonly call: number; readonly error: string }

export interface ArrangeCall extends ArrangeRequest {
  readonly call: number
}
