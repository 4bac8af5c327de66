/** Places of imported risks: as matched, as chosen by the person, or none. */
import type { Chart } from '../../model/chart.ts'
import type { RiskOwner } from '../../model/edits/risks.ts'
import type { ListedRisk, Matches, PlacedRisk } from '../../model/registers/importRisks.ts'
import { importRisksText } from '../../text/screen/review.ts'

/** Choices by row and index: `step ID`, `post ID` or `none`, where they differ from the match. */
export type Placing = { readonly [risk: string]: string }

export const nowhere = 'none'

/** A row can contain several risks. */
export function keyOf({ row, text }: ListedRisk): string {
  return `${row} ${text}`
}

export function ownerKey(owner: RiskOwner): string {
  return 'step' in owner ? `step ${owner.step}` : `post ${owner.post}`
}

/** All possible places of a risk. */
export function placesIn({ steps, posts }: Chart) {
  return [
    { value: nowhere, label: importRisksText.leave },
    ...steps.map(({ id, name }) => ({ value: `step ${id}`, label: importRisksText.step(name) })),
    ...posts.map(({ id, name }) => ({ value: `post ${id}`, label: importRisksText.post(name) })),
  ]
}

/** The risks to import, without those already in the chart. */
export function toBePut(
  chart: Chart,
  { placed, unplaced }: Matches,
  placing: Placing,
): readonly PlacedRisk[] {
  const found = placed.flatMap(({ risk, owner }) => {
    const owned = placing[keyOf(risk)] === undefined ? owner : ownerIn(chart, placing[keyOf(risk)])
    return owned ? [{ risk, owner: owned }] : []
  })
  const byHand = unplaced.flatMap(({ risk }) => {
    const owner = ownerIn(chart, placing[keyOf(risk)])
    return owner ? [{ risk, owner }] : []
  })
  return [...found, ...byHand].sort((a, b) => a.risk.row - b.risk.row)
}

function ownerIn({ steps, posts }: Chart, key: string | undefined): RiskOwner | undefined {
  const step = steps.find(({ id }) => `step ${id}` === key)
  if (step) return { step: step.id }
  const post = posts.find(({ id }) => `post ${id}` === key)
  return post && { post: post.id }
}
