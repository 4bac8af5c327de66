/** The buyer must neither review the contract nor accept the goods. */
import type { Rule } from '../finding.ts'
import { contractReview, paying, purchaseWord } from '../../text/recognition/vocabulary.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const purchaseAndAccept: Rule = {
  id: 'purchase-and-accept',
  severity: 'warning',
  source: 'domain D11, D15, D16, D19',
  laws: ['procurement-61'],
  find: (facts) => {
    const isPurchase = facts.isKind('procurement')
    const accepting = facts.acting('accept')
    const buying = facts
      .acting('handle', 'execute')
      .filter((step) => !accepting.includes(step) && !paying.test(step.name))
      .filter(({ duty, name }) => (isPurchase && duty !== undefined) || purchaseWord.test(name))
    const contracts = facts.acting('review').filter(({ name }) => contractReview.test(name))
    return heldByBoth(facts, buying, [...accepting, ...contracts])
  },
}
