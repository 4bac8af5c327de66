/** A decision exit without a label. Sending a matter to several offices at once decides nothing. */
import type { Rule } from '../finding.ts'
import { askedName } from '../../text/recognition/clockWords.ts'
import { sendingOut } from '../../text/recognition/vocabulary.ts'

export const decisionUnlabelledExit: Rule = {
  id: 'decision-unlabelled-exit',
  severity: 'warning',
  source: 'domain A6',
  find: ({ chart, graph }) =>
    chart.steps
      .filter(({ id, kind }) => kind === 'decision' && graph.exits(id).length > 1)
      .flatMap(({ id, name }) => {
        const exits = graph.exits(id)
        const bare = exits.filter(({ label }) => !label?.trim())
        const isFork = bare.length === exits.length && sendingOut.test(name) && !askedName.test(name)
        if (isFork || bare.length === 0) return []
        return [{ steps: [id], flowlines: bare.map((line) => line.id), words: { exits: bare.length } }]
      }),
}
