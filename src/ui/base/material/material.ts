/** What a person brings: a chart file, or a table; read as far as can be, with what was not understood. */
import { ChartFileError } from '../../../files/chartFile/chartFileError.ts'
import { chartInPicture, PictureChartError } from '../../../files/chartFile/pictureCharts.ts'
import { readChartFile } from '../../../files/chartFile/readChartFile.ts'
import type { ChartFileReading } from '../../../files/chartFile/readChartFile.ts'
import { readTable } from '../../../files/tableReading/readTable.ts'
import { readTableFile, readTableText } from '../../../files/readTableFile.ts'
import { TableFileError } from '../../../files/tableSource/tableFileError.ts'
import type { TableReading } from '../../../files/tableReading/tableReading.ts'
import type { Id } from '../../../model/chart.ts'
import { exampleName, exampleTable } from '../../../text/templates/example.ts'
import { sayFault } from '../../../text/messages/faults.ts'
import { posterDialog } from '../../../text/screen/poster.ts'
import { importDialog } from '../../../text/screen/screen.ts'
import type { Pasted } from './pasted.ts'

export type Material =
  | { readonly kind: 'chart'; readonly name: string; readonly reading: ChartFileReading }
  | { readonly kind: 'table'; readonly name: string; readonly reading: TableReading }

/** Reads a file: a chart by its ending, also one that a picture carries; a table by what it holds. Throws what `sayFileError` can say. */
export async function materialOf(file: File, newId: () => Id): Promise<Material> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const name = file.name.replace(/\.\w+$/, '')
  if (/\.json$/i.test(file.name)) return { kind: 'chart', name, reading: readChartFile(bytes, newId) }
  if (/\.(png|svg)$/i.test(file.name))
    return { kind: 'chart', name, reading: readChartFile(chartInPicture(bytes), newId) }
  return { kind: 'table', name, reading: readTable(await readTableFile(bytes), newId) }
}

/** What the clipboard held: html where there is a table in it, else text. Undefined where it held nothing. */
export function pastedMaterial({ text, html }: Pasted, newId: () => Id): Material | undefined {
  if (/<table[\s>]/i.test(html)) return textMaterial(html, newId)
  return text.trim() === '' ? undefined : textMaterial(text, newId)
}

/** What was typed or pasted: a chart file's content, or a table. */
export function textMaterial(text: string, newId: () => Id): Material {
  const name = importDialog.pasted
  if (text.trimStart().startsWith('{')) return { kind: 'chart', name, reading: readChartFile(text, newId) }
  return { kind: 'table', name, reading: readTable(readTableText(text), newId) }
}

/** The table that shows newcomers what a table looks like. */
export function exampleMaterial(newId: () => Id): Material {
  return { kind: 'table', name: exampleName, reading: readTable(readTableText(exampleTable), newId) }
}

/** What is wrong with a file, in Chinese, with the place; for what nobody foresaw, what the machine says. */
export function sayFileError(error: unknown): string {
  if (error instanceof ChartFileError) return error.problems.map((problem) => sayFault(problem)).join('\n')
  if (error instanceof PictureChartError) return posterDialog.noChart
  if (error instanceof TableFileError) return sayFault({ fault: error.fault })
  return error instanceof Error ? error.message : String(error)
}
