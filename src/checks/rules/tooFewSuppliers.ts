/** At least three suppliers for 询价、谈判、招标. */
import type { Rule } from '../finding.ts'
import { readCount } from '../../model/numerals.ts'
import { askingSuppliers, suppliersSaid } from '../../text/recognition/procedureWords.ts'

export const tooFewSuppliers: Rule = {
  id: 'too-few-suppliers',
  severity: 'warning',
  source: 'domain D12',
  laws: ['procurement-38', 'procurement-40', 'tender-28'],
  find: ({ chart, isKind }) =>
    isKind('procurement', 'works', 'assets')
      ? chart.steps.flatMap(({ id, name, note, kind }) => {
          if (kind === 'decision') return []
          const text = [name, note ?? ''].find(
            (each) => askingSuppliers.test(each) && suppliersSaid.test(each),
          )
          const found = text === undefined ? null : suppliersSaid.exec(text)
          const count = found ? readCount(found[1] ?? found[2] ?? '') : undefined
          if (count === undefined || count >= 3 || /不足|少于|只有|仅/.test(text ?? '')) return []
          return [{ steps: [id], words: { count } }]
        })
      : [],
}
