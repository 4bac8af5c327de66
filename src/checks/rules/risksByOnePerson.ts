/** All risks of several posts were written by one person. */
import type { Rule } from '../finding.ts'

export const risksByOnePerson: Rule = {
  id: 'risks-by-one-person',
  severity: 'hint',
  source: 'domain C3 [W1]: 坚决杜绝风险点均由某一个人填写',
  find: ({ chart, graph, postsOf }) => {
    const people = new Set(chart.risks.map(({ filledBy }) => filledBy?.trim() ?? ''))
    const [person = ''] = people
    if (chart.risks.length < fewest || people.size !== 1 || person === '') return []
    const posts = new Set(
      chart.risks.flatMap(({ step, post }) => {
        const held = step === undefined ? undefined : graph.step.get(step)
        return held ? postsOf(held).slice(0, 1) : (post ?? [])
      }),
    )
    if (posts.size < 2) return []
    return [{ steps: [], words: { count: chart.risks.length, person } }]
  },
}

/** Fewer are no sign of anything. */
const fewest = 3
