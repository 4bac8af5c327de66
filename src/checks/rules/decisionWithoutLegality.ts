/** 重大行政决策、规范性文件: 合法性审查 before they are discussed. */
import type { Rule } from '../finding.ts'
import { decidingTogether, legality, majorDecision } from '../../text/recognition/procedureWords.ts'
import { eachStep } from '../facts.ts'
import { reachedWithout } from '../graph.ts'

export const decisionWithoutLegality: Rule = {
  id: 'decision-without-legality',
  severity: 'warning',
  source: 'the statute',
  laws: ['majorDecisions-25'],
  find: (facts) => {
    if (!majorDecision.test(facts.chart.header.title)) return []
    const before = facts.named(legality)
    const decided = facts
      .acting('decide')
      .filter(
        ({ name }) => decidingTogether.test(name) && !legality.test(name) && !/立项|启动|草案送审/.test(name),
      )
    return eachStep(decided.filter((step) => reachedWithout(facts.graph, step, before)).slice(0, 1))
  },
}
