/** A decision exit without a label. */
import type { Rule } from '../finding.ts'

export const decisionUnlabelledExit: Rule = {
  id: 'decision-unlabelled-exit',
  severity: 'warning',
  source: 'domain A6',
  find: ({ chart, graph }) =>
    chart.steps
      .filter(({ id, kind }) => kind === 'decision' && graph.exits(id).length > 1)
      .flatMap(({ id }) => {
        const bare = graph.exits(id).filter(({ label }) => !label?.trim())
        return bare.length > 0
          ? [{ steps: [id], flowlines: bare.map((line) => line.id), words: { exits: bare.length } }]
          : []
      }),
}
