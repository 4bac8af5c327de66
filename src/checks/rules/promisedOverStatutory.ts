/** The promised limit exceeds the statutory one. */
import type { Rule } from '../finding.ts'
import { isLonger, lengthOf } from '../length.ts'

export const promisedOverStatutory: Rule = {
  id: 'promised-over-statutory',
  severity: 'error',
  source: 'domain A7: 承诺 ≤ 法定',
  find: ({ chart: { header } }) => {
    const { promisedLimit: promised, statutoryLimit: statutory, powerKind } = header
    if (promised?.kind !== 'span' || statutory?.kind !== 'span') return []
    if (!isLonger(lengthOf(promised, powerKind), lengthOf(statutory, powerKind))) return []
    return [{ steps: [], words: { promised: promised.wording, statutory: statutory.wording } }]
  },
}
