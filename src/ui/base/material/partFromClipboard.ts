import { isDrawn, readDrawnChart } from '../../../files/drawnChart/readDrawnChart.ts'
import { readTable } from '../../../files/tableReading/readTable.ts'
import { readTableText } from '../../../files/readTableFile.ts'
import type { Chart, Id } from '../../../model/chart.ts'
import { highMediumLow } from '../../../model/grading.ts'
import { repaired } from '../../../model/records/repaired.ts'
import { ordersFor } from '../../../model/records/order.ts'
import { recordsOf } from '../../../model/records/records.ts'
import { sayDrawn } from '../../../text/messages/sayDrawn.ts'
import { canvasText } from '../../../text/screen/commands.ts'
import { importDialog } from '../../../text/screen/importDialog.ts'
import type { Pasted } from './pasted.ts'
import { sayFileError } from './material.ts'

const mostLines = 500

export interface PastedPart {
  readonly part: Chart
  /** What a person should check, and what was not understood. */
  readonly notes: readonly string[]
}

/**
 * Steps pasted on the canvas: our own format, a drawing of another program as text (draw.io, Mermaid, BPMN), a
 * table or lines of text; or the reason for a refusal.
 */
export function partFromClipboard(carried: string, pasted: Pasted, newId: () => Id): PastedPart | string {
  try {
    if (carried !== '') return { part: repaired(recordsOf(JSON.parse(carried) as Chart)), notes: [] }
    const drawn = drawnPart(pasted.text, newId)
    if (drawn !== undefined) return drawn
    const part = textPart(pasted, newId)
    return typeof part === 'string' ? part : { part, notes: [] }
  } catch (error) {
    return sayFileError(error)
  }
}

/** draw.io puts its cells on the clipboard percent-encoded. Undefined if the text is no drawing. */
function drawnPart(text: string, newId: () => Id): PastedPart | string | undefined {
  const plain = /^\s*%3Cmx(?:GraphModel|file)/i.test(text) ? decodeURIComponent(text) : text
  const reading = readDrawnChart(new TextEncoder().encode(plain), '', { newId })
  if (!reading) return undefined
  if (!isDrawn(reading)) return sayDrawn(reading)
  return { part: reading.chart, notes: [...reading.doubts, ...reading.left].map(sayDrawn) }
}

function textPart({ text, html }: Pasted, newId: () => Id): Chart | string {
  if (/<table[\s>]/i.test(html) || text.includes('\t')) return tablePart(html || text, newId)
  return linesPart(text, newId)
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
