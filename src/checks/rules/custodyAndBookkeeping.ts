/** The custodian of money or goods must not keep the books. */
import type { Rule } from '../finding.ts'
import { bookkeepingWord, custodyWord } from '../../text/recognition/vocabulary.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const custodyAndBookkeeping: Rule = {
  id: 'custody-and-bookkeeping',
  severity: 'warning',
  source: '会计法 art. 35; domain D17',
  find: (facts) => {
    const acting = facts.withDuty('handle', 'execute', 'accept', 'supervise')
    const books = acting.filter(({ name }) => bookkeepingWord.test(name))
    const keeping = acting.filter((step) => custodyWord.test(step.name) && !books.includes(step))
    return heldByBoth(facts, keeping, books)
  },
}
