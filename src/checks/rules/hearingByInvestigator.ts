/** The investigator or examiner of a case must not preside over its hearing. */
import type { Rule } from '../finding.ts'
import {
  examination,
  hearingWord,
  investigationWord,
  notHoldingHearing,
} from '../../text/recognition/vocabulary.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const hearingByInvestigator: Rule = {
  id: 'hearing-by-investigator',
  severity: 'warning',
  source: 'domain D3',
  laws: ['penalty-64', 'licensing-48'],
  find: (facts) => {
    const holding = facts
      .named(hearingWord)
      .filter(({ kind, name }) => kind !== 'decision' && !notHoldingHearing.test(name))
    const licence = facts.isKind('licensing')
    const inquiring = facts
      .acting('handle')
      .filter(
        ({ id, name }) =>
          !holding.some((step) => step.id === id) &&
          (investigationWord.test(name) || (licence && examination.test(name))),
      )
    return heldByBoth(facts, holding, inquiring)
  },
}
