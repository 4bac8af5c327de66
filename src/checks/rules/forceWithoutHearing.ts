/** 强制措施: the party is told and heard on the spot. */
import type { Rule } from '../finding.ts'
import { hearingParty, imposing } from '../../text/recognition/procedureWords.ts'
import { noticeWord } from '../../text/recognition/vocabulary.ts'
import { saysAnywhere } from '../texts.ts'
import { idsOf } from '../facts.ts'

export const forceWithoutHearing: Rule = {
  id: 'force-without-hearing',
  severity: 'warning',
  source: 'the statute',
  laws: ['compulsion-18'],
  find: (facts) => {
    if (!facts.isKind('compulsion')) return []
    const { chart } = facts
    const imposed = chart.steps.filter(({ name, kind }) => kind !== 'decision' && imposing.test(name))
    const said = chart.steps.some(({ note }) => hearingParty.test(note ?? ''))
    if (imposed.length === 0 || said || saysAnywhere(chart, hearingParty)) return []
    return [
      { steps: idsOf(imposed.slice(0, 1)), words: { told: saysAnywhere(chart, noticeWord) ? 'yes' : '' } },
    ]
  },
}
