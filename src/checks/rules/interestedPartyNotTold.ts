/** A licence that touches others: they are told, and may ask for a hearing. */
import type { Rule } from '../finding.ts'
import { interestedParty, touchingOthers } from '../../text/recognition/procedureWords.ts'
import { hearingWord } from '../../text/recognition/vocabulary.ts'
import { idsOf } from '../facts.ts'
import { saysAnywhere } from '../texts.ts'

export const interestedPartyNotTold: Rule = {
  id: 'interested-party-not-told',
  severity: 'hint',
  source: 'the statute',
  laws: ['licensing-36', 'licensing-47'],
  find: ({ chart, isKind, named }) => {
    if (!isKind('licensing')) return []
    if (saysAnywhere(chart, interestedParty)) return []
    if (chart.steps.some(({ note }) => interestedParty.test(note ?? ''))) return []
    const hearings = named(hearingWord)
    if (hearings.length === 0 && !touchingOthers.test(chart.header.title)) return []
    return [{ steps: idsOf(hearings.slice(0, 1)) }]
  },
}
