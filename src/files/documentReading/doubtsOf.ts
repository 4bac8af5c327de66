/** What speaks against a reading: said before a chart is made. */
import type { SaidDoubt } from '../../text/messages/intake.ts'
import { registerTitle, sectionTitle } from '../../text/recognition/outlineWords.ts'
import type { Chart } from '../../model/chart.ts'
import { parted } from '../tableReading/rows/outlineTable.ts'
import type { TableReading } from '../tableReading/tableReading.ts'

const longName = 40

export function doubtsOf({ chart, ignoredColumns, rows }: TableReading): readonly SaidDoubt[] {
  if (!chart) return []
  const names = rows.map(({ name }) => name)
  const long = names.filter((name) => name.length > longName)
  const odd = names.find((name) => !/[\p{L}\p{N}]/u.test(name))
  // One arrow may stand in a name (A→B 段); two make a flow.
  const flow = names.find((name) => parted(name).length > 2)
  const sections = names.filter((name) => sectionTitle.test(name))
  const lonely = chart.steps.length > 2 ? lonelyStep(chart) : undefined
  return [
    ...(chart.steps.length === 1 ? [{ doubt: 'oneStep' } as const] : []),
    ...(long.length > 0
      ? [{ doubt: 'longNames', words: long[0]!.slice(0, 20), other: long.length } as const]
      : []),
    ...(odd !== undefined ? [{ doubt: 'oddNames', words: odd } as const] : []),
    ...(flow !== undefined ? [{ doubt: 'flowNames', words: flow.slice(0, 20) } as const] : []),
    ...(sections.length > 1 && sections.length > names.length / 3
      ? [{ doubt: 'sections', words: sections.slice(0, 3).join('、') } as const]
      : []),
    ...(chart.risks.length > 0 && registerTitle.test(chart.header.title)
      ? [{ doubt: 'registerTitle', words: chart.header.title } as const]
      : []),
    ...(lonely !== undefined ? [{ doubt: 'lonelySteps', words: lonely } as const] : []),
    ...(ignoredColumns.length > 3
      ? [{ doubt: 'unknownColumns', words: ignoredColumns.join('、') } as const]
      : []),
  ]
}

function lonelyStep({ steps, flowlines }: Chart): string | undefined {
  const met = new Set(flowlines.flatMap(({ from, to }) => [from, to]))
  return steps.find(({ id }) => !met.has(id))?.name
}
