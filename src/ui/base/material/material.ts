/** Input from a person: a chart file, a drawing of another program or a table, parsed as far as possible, with what was not understood. */
import { ChartFileError } from '../../../files/chartFile/chartFileError.ts'
import { chartInPicture, PictureChartError } from '../../../files/chartFile/pictureCharts.ts'
import { readChartFile } from '../../../files/chartFile/readChartFile.ts'
import type { ChartFileReading } from '../../../files/chartFile/readChartFile.ts'
import type { DrawnReading, DrawnRefusal } from '../../../files/drawnChart/drawnReading.ts'
import { isDrawn, readDrawnChart } from '../../../files/drawnChart/readDrawnChart.ts'
import { drawnInFile } from '../../../files/drawnInFile.ts'
import type { DocumentReading } from '../../../files/documentReading/documentReading.ts'
import { readFlows } from '../../../files/documentReading/readFlows.ts'
import { readDocument, readDocumentText } from '../../../files/documentSource/readDocument.ts'
import type { SourceDocument } from '../../../files/documentSource/sourceDocument.ts'
import { TableFileError } from '../../../files/tableSource/tableFileError.ts'
import type { TableReading } from '../../../files/tableReading/tableReading.ts'
import type { Id } from '../../../model/chart.ts'
import { exampleName, exampleTable } from '../../../text/templates/example.ts'
import { sayDrawn } from '../../../text/messages/sayDrawn.ts'
import { sayFault } from '../../../text/messages/faults.ts'
import { posterDialog } from '../../../text/screen/poster.ts'
import { importDialog } from '../../../text/screen/importDialog.ts'
import type { Pasted } from './pasted.ts'

export type Material =
  | { readonly kind: 'chart'; readonly name: string; readonly reading: ChartFileReading }
  | DocumentMaterial
  | { readonly kind: 'drawn'; readonly name: string; readonly reading: DrawnReading }

/** A document, with all readings of it; `reading` is the best one. */
export interface DocumentMaterial {
  readonly kind: 'table'
  readonly name: string
  readonly document: SourceDocument
  readonly found: DocumentReading
  readonly reading: TableReading
}

function documentMaterial(name: string, document: SourceDocument, newId: () => Id): DocumentMaterial {
  const found = readFlows(document, newId)
  const nothing = { rows: [], problems: [], ignoredColumns: [], chart: null }
  return { kind: 'table', name, document, found, reading: found.readings[0]?.reading ?? nothing }
}

/** What a person brings: a file, the clipboard, or text written into the field. */
export type MaterialSource =
  | { readonly file: File }
  | { readonly pasted: Pasted }
  | { readonly written: string }

/** Undefined if nothing was pasted. Throws errors that `sayFileError` can describe. */
export async function materialFrom(source: MaterialSource, newId: () => Id): Promise<Material | undefined> {
  if ('file' in source) return materialOf(source.file, newId)
  return 'pasted' in source ? pastedMaterial(source.pasted, newId) : textMaterial(source.written, newId)
}

/**
 * Reads a file: a chart by its extension (also one embedded in a picture), a drawing or a table by its
 * content.
 * Throws errors that `sayFileError` can describe.
 */
async function materialOf(file: File, newId: () => Id): Promise<Material> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const name = file.name.replace(/\.\w+$/, '')
  if (/\.json$/i.test(file.name)) return { kind: 'chart', name, reading: readChartFile(bytes, newId) }
  const drawn = await drawnInFile(bytes, file.name, { newId })
  if (drawn && isDrawn(drawn)) return { kind: 'drawn', name, reading: drawn }
  if (drawn) throw new DrawnFileError(drawn)
  if (/\.(png|svg)$/i.test(file.name))
    return { kind: 'chart', name, reading: readChartFile(chartInPicture(bytes), newId) }
  return documentMaterial(name, await readDocument(bytes, file.name), newId)
}

/** The drawing is recognised, but cannot be read. */
class DrawnFileError extends Error {
  constructor(refusal: DrawnRefusal) {
    super(sayDrawn(refusal))
    this.name = 'DrawnFileError'
  }
}

/** Reads the clipboard: HTML if it contains a table, otherwise text. Undefined if it is empty. */
function pastedMaterial({ text, html }: Pasted, newId: () => Id): Material | undefined {
  if (/<table[\s>]/i.test(html)) return textMaterial(html, newId)
  return text.trim() === '' ? undefined : textMaterial(text, newId)
}

/** Reads typed or pasted text: the content of a chart file, of a drawing (Mermaid, draw.io, BPMN), or a table. */
function textMaterial(text: string, newId: () => Id): Material {
  const name = importDialog.pasted
  if (text.trimStart().startsWith('{')) return { kind: 'chart', name, reading: readChartFile(text, newId) }
  const drawn = readDrawnChart(new TextEncoder().encode(text), '', { newId })
  if (drawn && isDrawn(drawn)) return { kind: 'drawn', name, reading: drawn }
  if (drawn) throw new DrawnFileError(drawn)
  return documentMaterial(name, readDocumentText(text), newId)
}

/** The sample table for new users. */
export function exampleMaterial(newId: () => Id): Material {
  return documentMaterial(exampleName, readDocumentText(exampleTable), newId)
}

/** Describes a file error in Chinese, with its place; unknown errors give their own message. */
export function sayFileError(error: unknown): string {
  if (error instanceof ChartFileError) return error.problems.map((problem) => sayFault(problem)).join('\n')
  if (error instanceof PictureChartError) return posterDialog.noChart
  if (error instanceof TableFileError) return sayFault({ fault: error.fault })
  return error instanceof Error ? error.message : String(error)
}
