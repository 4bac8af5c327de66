/** The promised limit exceeds the statutory one. */
import type { Rule } from '../finding.ts'
import { isLonger, lengthOf } from '../length.ts'

export const promisedOverStatutory: Rule = {
  id: 'promised-over-statutory',
  severity: 'error',
  source: 'domain A7: 承诺 ≤ 法定',
  find: ({ chart: { header }, matter }) => {
    const { promisedLimit: promised, statutoryLimit: statutory } = header
    if (promised?.kind !== 'span' || statutory?.kind !== 'span') return []
    if (!isLonger(lengthOf(promised, matter), lengthOf(statutory, matter))) return []
    return [{ steps: [], words: { promised: promised.wording, statutory: statutory.wording } }]
  },
}
