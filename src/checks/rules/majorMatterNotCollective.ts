/** 三重一大 is mentioned, but no step decides collectively. */
import type { Rule } from '../finding.ts'
import { collectiveWord, majorMatter } from '../../text/recognition/vocabulary.ts'
import { labelsOf } from '../facts.ts'

export const majorMatterNotCollective: Rule = {
  id: 'major-matter-not-collective',
  severity: 'hint',
  source: 'domain D21',
  find: ({ chart, graph, postsOf }) => {
    const together = chart.steps.some((step) =>
      [step.name, ...postsOf(step)].some((text) => collectiveWord.test(text)),
    )
    if (together) return []
    const named = chart.steps.filter(({ id, name, note }) =>
      [name, note ?? '', ...labelsOf(graph.exits(id))].some((text) => majorMatter.test(text)),
    )
    if (named.length > 0) return [{ steps: named.map(({ id }) => id) }]
    return majorMatter.test(chart.header.title) ? [{ steps: [] }] : []
  },
}
