import { readTable } from '../../../files/tableReading/readTable.ts'
import { readTableText } from '../../../files/readTableFile.ts'
import type { Chart, Id } from '../../../model/chart.ts'
import { highMediumLow } from '../../../model/grading.ts'
import { repaired } from '../../../model/records/repaired.ts'
import { ordersFor } from '../../../model/records/order.ts'
import { recordsOf } from '../../../model/records/records.ts'
import { canvasText } from '../../../text/screen/commands.ts'
import { importDialog } from '../../../text/screen/screen.ts'
import type { Pasted } from './pasted.ts'
import { sayFileError } from './material.ts'

const mostLines = 500

/** Steps pasted on the canvas: our own format, a table or lines of text; or the reason for a refusal. */
export function partFromClipboard(carried: string, { text, html }: Pasted, newId: () => Id): Chart | string {
  try {
    if (carried !== '') return repaired(recordsOf(JSON.parse(carried) as Chart))
    if (/<table[\s>]/i.test(html) || text.includes('\t')) return tablePart(html || text, newId)
    return linesPart(text, newId)
  } catch (error) {
    return sayFileError(error)
  }
}

function tablePart(content: string, newId: () => Id): Chart | string {
  return readTable(readTableText(content), newId, 'part').chart ?? importDialog.nothing
}

/** Each line becomes a step, in sequence: 1、受理 2、审查 … */
function linesPart(text: string, newId: () => Id): Chart | string {
  const names = text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d+|[一二三四五六七八九十]+)[.、．)）]\s*/, '').trim())
    .filter((line) => line !== '')
  if (names.length === 0) return importDialog.nothing
  if (names.length > mostLines) return canvasText.tooManyLines(names.length)
  const orders = ordersFor(names.length)
  const steps = names.map((name, at) => ({
    id: newId(),
    order: orders[at]!,
    kind: 'process' as const,
    name: name.slice(0, 2_000),
  }))
  return {
    header: { title: '' },
    posts: [],
    steps,
    flowlines: steps
      .slice(1)
      .map((step, at) => ({ id: newId(), order: orders[at]!, from: steps[at]!.id, to: step.id })),
    risks: [],
    measures: [],
    grading: highMediumLow,
  }
}
