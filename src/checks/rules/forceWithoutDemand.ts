/** 强制执行 only after a written 催告; also before one applies to the court. */
import type { Rule } from '../finding.ts'
import { atOnce, demanding, forcing, notForcing } from '../../text/recognition/procedureWords.ts'
import { eachStep } from '../facts.ts'
import { reachedWithout } from '../graph.ts'

export const forceWithoutDemand: Rule = {
  id: 'force-without-demand',
  severity: 'warning',
  source: 'the statute',
  laws: ['compulsion-35', 'compulsion-54'],
  find: (facts) => {
    if (!facts.isKind('penalty', 'compulsion', 'levy')) return []
    const { chart, graph } = facts
    const demands = facts.named(demanding)
    const forced = chart.steps.filter(
      ({ name, kind }) =>
        kind !== 'decision' && forcing.test(name) && !notForcing.test(name) && !atOnce.test(name),
    )
    const bare = forced.filter((step) => reachedWithout(graph, step, demands))
    return eachStep(bare.slice(0, 1))
  },
}
