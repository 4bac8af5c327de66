/** 罚缴分离: the decider of a fine must not collect it. Art. 68 permits it on the spot. */
import type { Step } from '../../model/chart.ts'
import type { FoundPlace, Rule } from '../finding.ts'
import type { Facts } from '../facts.ts'
import { collectingWord, investigationWord } from '../../text/recognition/vocabulary.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const fineAndCollect: Rule = {
  id: 'fine-and-collect',
  severity: 'warning',
  source: 'domain D6',
  laws: ['penalty-67', 'penalty-68'],
  find: (facts) => {
    if (!facts.isKind('penalty', 'levy') || facts.matter.isOnTheSpot) return []
    const collecting = facts
      .acting('execute')
      .filter(({ name }) => collectingWord.test(name) && !/银行|代收|专户|国库/.test(name))
    const inquiring = facts.isKind('penalty')
      ? facts.acting('handle').filter(({ name }) => investigationWord.test(name))
      : []
    const deciding = heldByBoth(facts, facts.acting('decide'), collecting)
    if (deciding.length > 0) return deciding
    const inquired = heldByBoth(facts, inquiring, collecting)
    return inquired.length > 0 ? inquired : inCash(facts, collecting)
  },
}

/** Not on the spot, nobody of the organ takes the money itself, whoever decided (行政处罚法 67). */
function inCash(facts: Facts, collecting: readonly Step[]): readonly FoundPlace[] {
  if (!facts.isKind('penalty')) return []
  const taking = collecting.filter(
    (step) =>
      /(?:收取|收缴)[^，,]{0,4}现金|现金[^，,]{0,3}(?:收取|收缴)|收取[^，,]{0,4}罚款/.test(step.name) &&
      !facts.postsOf(step).some((post) => /银行|财政|国库|代收|当事人|缴款/.test(post)),
  )
  return taking.map(({ id }) => ({ steps: [id], words: { taken: '现金' } }))
}
