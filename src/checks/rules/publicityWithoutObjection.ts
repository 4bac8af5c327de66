/** 公示 without a step or exit for objections, there or later. */
import type { Rule } from '../finding.ts'
import { objectionWord } from '../../text/recognition/vocabulary.ts'
import { eachStep, labelsOf } from '../facts.ts'
import { reachedFrom } from '../graph.ts'
import { publicitySteps } from '../publicitySteps.ts'

export const publicityWithoutObjection: Rule = {
  id: 'publicity-without-objection',
  severity: 'warning',
  source: 'domain D24',
  find: (facts) => {
    const { graph } = facts
    const hears = (id: string) =>
      objectionWord.test(graph.step.get(id)!.name) ||
      labelsOf(graph.exits(id)).some((label) => objectionWord.test(label))
    return eachStep(
      publicitySteps(facts).filter(
        ({ id }) => ![...reachedFrom([id], (at) => graph.exits(at).map(({ to }) => to))].some(hears),
      ),
    )
  },
}
