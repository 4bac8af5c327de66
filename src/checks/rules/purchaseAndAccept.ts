/** The buyer must neither review the contract nor accept the goods. */
import type { Rule } from '../finding.ts'
import { contractReview, paying, purchaseWord } from '../../text/recognition/vocabulary.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const purchaseAndAccept: Rule = {
  id: 'purchase-and-accept',
  severity: 'warning',
  source: '政府采购法 art. 61; domain D11, D15, D16, D19',
  find: (facts) => {
    const isPurchase = facts.isKind('procurement')
    const buying = facts
      .withDuty('handle', 'execute')
      .filter(({ name }) => (isPurchase || purchaseWord.test(name)) && !paying.test(name))
    const contracts = facts.withDuty('review').filter(({ name }) => contractReview.test(name))
    return heldByBoth(facts, buying, [...facts.withDuty('accept'), ...contracts])
  },
}
