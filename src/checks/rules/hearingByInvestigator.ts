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
  source: '行政处罚法 art. 64; 行政许可法 art. 48; domain D3',
  find: (facts) => {
    const holding = facts
      .named(hearingWord)
      .filter(
        ({ duty, kind, name }) => duty !== undefined && kind !== 'decision' && !notHoldingHearing.test(name),
      )
    const licence = facts.isKind('licensing')
    const inquiring = facts
      .withDuty('handle')
      .filter(
        ({ id, name }) =>
          !holding.some((step) => step.id === id) &&
          (investigationWord.test(name) || (licence && examination.test(name))),
      )
    return heldByBoth(facts, holding, inquiring)
  },
}
