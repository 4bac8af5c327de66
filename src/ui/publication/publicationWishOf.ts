import type { View } from '../../model/chart.ts'
import type { PublicationWish } from '../../protocol/api.ts'

/** What the person chose to post. */
export interface DisclosureChoice {
  readonly view: View
  readonly risks: boolean
  readonly measures: boolean
  readonly responsible: boolean
}

/** Nothing is disclosed unless somebody says so; three columns without risks are one column. */
export function firstChoice(view: View): DisclosureChoice {
  return { view: view === 'columns' ? 'flow' : view, risks: false, measures: false, responsible: false }
}

/** What is disclosed of risks stands and falls with them. */
export function chosen(choice: DisclosureChoice, change: Partial<DisclosureChoice>): DisclosureChoice {
  const next = { ...choice, ...change }
  if (next.risks) return next
  return firstChoice(next.view)
}

export function publicationWishOf({ view, risks, measures, responsible }: DisclosureChoice): PublicationWish {
  return { view, disclose: { risks, measures, responsible } }
}
