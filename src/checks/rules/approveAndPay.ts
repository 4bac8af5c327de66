/** The approver of a payment must not make it. */
import type { Rule } from '../finding.ts'
import { paying, paymentWord } from '../../text/recognition/vocabulary.ts'
import { heldByBoth } from '../heldByBoth.ts'

export const approveAndPay: Rule = {
  id: 'approve-and-pay',
  severity: 'warning',
  source: 'domain D15, D17, D19',
  laws: ['internalControl-posts'],
  find: (facts) => {
    const inFinance = facts.isKind('finance')
    return heldByBoth(
      facts,
      facts.acting('decide').filter(({ name }) => inFinance || paymentWord.test(name)),
      facts.acting('execute').filter(({ name }) => paying.test(name)),
    )
  },
}
