import type { Parallel } from '../../../model/chart.ts'
import { noWords } from '../../../text/recognition/headings.ts'
import { parallelIn } from '../../../text/recognition/parallelIn.ts'
import { emptyCell } from '../../../text/recognition/tableWords.ts'
import type { Problems } from '../gatherProblems.ts'
import { fieldText, type TableRow } from './stepRows.ts'

/** 是 says neither whether the ways part here nor whether they meet. */
export function parallelOf(row: TableRow, problems: Problems): { readonly parallel?: Parallel } {
  const written = fieldText(row, 'parallel')
  if (emptyCell.test(written) || written === '' || noWords.includes(written)) return {}
  const parallel = parallelIn(written)
  if (parallel) return { parallel }
  problems.warning('unknownParallel', row.row, 'parallel', { words: written })
  return {}
}
