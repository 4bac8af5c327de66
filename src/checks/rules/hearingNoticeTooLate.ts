/** The parties are told of a hearing at least seven days before it. */
import type { Rule } from '../finding.ts'
import { readNumeral } from '../../model/numerals.ts'
import { daysBefore, hearingNotice } from '../../text/recognition/longestLimits.ts'
import { cite } from '../../text/law/cite.ts'

export const hearingNoticeTooLate: Rule = {
  id: 'hearing-notice-too-late',
  severity: 'warning',
  source: 'domain A7',
  laws: ['penalty-64', 'licensing-48'],
  find: ({ chart, isKind }) => {
    if (!isKind('penalty', 'licensing')) return []
    const law = cite(isKind('penalty') ? 'penalty-64' : 'licensing-48')
    return chart.steps.flatMap(({ id, name, timeLimit, note }) => {
      if (!hearingNotice.test(name)) return []
      const said = [timeLimit?.wording ?? '', name, note ?? ''].map((text) => daysBefore.exec(text))
      const found = said.find((match) => match !== null)
      const days = found ? readNumeral(found.slice(1).find(Boolean) ?? '') : undefined
      if (!found || days === undefined || days >= 7) return []
      return [{ steps: [id], words: { said: found[0], law } }]
    })
  },
}
