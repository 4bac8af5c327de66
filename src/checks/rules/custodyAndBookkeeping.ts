/** The custodian of money or goods must not keep the books. */
import type { Rule } from '../finding.ts'
import { dayBookOnly } from '../../text/recognition/separationWords.ts'
import { bookkeepingWord, custodyWord } from '../../text/recognition/vocabulary.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const custodyAndBookkeeping: Rule = {
  id: 'custody-and-bookkeeping',
  severity: 'warning',
  source: 'domain D17',
  laws: ['accounting-35'],
  find: (facts) => {
    const acting = facts.acting('handle', 'execute', 'accept', 'supervise')
    const books = acting.filter(({ name }) => bookkeepingWord.test(name) && !dayBookOnly.test(name))
    const keeping = acting.filter(
      (step) => custodyWord.test(step.name) && !bookkeepingWord.test(step.name) && !books.includes(step),
    )
    return heldByBoth(facts, keeping, books)
  },
}
