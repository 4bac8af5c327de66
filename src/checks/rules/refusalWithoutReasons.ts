/** A licence is refused with reasons, and with the way to 复议 and 诉讼. */
import type { Rule } from '../finding.ts'
import { reasonsOrRemedy, refusing } from '../../text/recognition/procedureWords.ts'
import { idsOf } from '../facts.ts'
import { reachedFrom } from '../graph.ts'

export const refusalWithoutReasons: Rule = {
  id: 'refusal-without-reasons',
  severity: 'hint',
  source: 'domain D8',
  laws: ['licensing-38'],
  find: ({ chart, graph, isKind }) => {
    if (!isKind('licensing')) return []
    const refused = chart.steps.filter(({ name, kind }) => kind !== 'decision' && refusing.test(name))
    const says = (id: string) => {
      const step = graph.step.get(id)!
      const texts = [step.name, step.note ?? '', step.publicName ?? '', ...(step.documents ?? [])]
      return [...texts, ...graph.exits(id).map(({ label }) => label ?? '')].some((text) =>
        reasonsOrRemedy.test(text),
      )
    }
    const silent = refused.filter(
      ({ id }) => ![...reachedFrom([id], (at) => graph.exits(at).map(({ to }) => to))].some(says),
    )
    return silent.length > 0 ? [{ steps: idsOf(silent) }] : []
  },
}
