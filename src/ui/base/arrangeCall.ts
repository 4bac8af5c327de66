/** Messages between the page and the layout worker. */
import type { Arrangement } from '../../layout/arrangement.ts'
import type { Chart, EditionName, View } from '../../model/chart.ts'
import type { PaperOrder } from '../../sheet/pageContent.ts'
import type { Page } from '../../sheet/papers.ts'
import type { pictureRooms } from '../../sheet/pictures.ts'

export interface ArrangeRequest {
  readonly chart: Chart
  readonly view: View
  readonly edition: EditionName
}

/** For a sheet: arranged for its paper, or for a picture without a page. */
export interface FitRequest {
  readonly order: PaperOrder
  readonly picture: keyof typeof pictureRooms | null
}

export interface Fitted {
  readonly arrangement: Arrangement
  readonly page: Page
}

/** The answer to the call with the same number; `error` is the message of the thrown error. */
export type ArrangeAnswer =
  | { readonly call: number; readonly arrangement: Arrangement }
  | { readonly call: number; readonly fitted: Fitted }
  | { readonly call: number; readonly error: string }

/** `cancel` is the number of a call that nobody waits for any more. */
export type ArrangeCall =
  | (ArrangeRequest & { readonly call: number })
  | { readonly call: number; readonly fit: FitRequest }
  | { readonly cancel: number }
