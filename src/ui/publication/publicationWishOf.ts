import type { View } from '../../model/chart.ts'
import type { PublicationWish } from '../../protocol/publicationApi.ts'

/** The choices of the publish form. */
export interface DisclosureChoice {
  readonly view: View
  readonly risks: boolean
  readonly measures: boolean
  readonly responsible: boolean
}

/** Discloses nothing by default; the three-column layout without risks becomes one column. */
export function firstChoice(view: View): DisclosureChoice {
  return { view: view === 'columns' ? 'flow' : view, risks: false, measures: false, responsible: false }
}

/** Risk details are disclosed only together with the risks. */
export function chosen(choice: DisclosureChoice, change: Partial<DisclosureChoice>): DisclosureChoice {
  const next = { ...choice, ...change }
  if (next.risks) return next
  return firstChoice(next.view)
}

export function publicationWishOf({ view, risks, measures, responsible }: DisclosureChoice): PublicationWish {
  return { view, disclose: { risks, measures, responsible } }
}
