/**
 * Exports many charts into one zip: selects the files, names them and keeps internal files out of
 * public bundles. Page and command line differ only in rendering.
 */
import type { CatalogueRow } from '../../model/catalogue/row.ts'
import type { Chart, EditionName } from '../../model/chart.ts'
import type { Edition } from '../../model/editions/edition.ts'
import { batchText, catalogueFormWords as formNames } from '../../text/screen/catalogue.ts'
import { formTitle } from '../../text/paper/forms.ts'
import { exportDialog } from '../../text/screen/exportDialog.ts'
import { editionName } from '../../text/terms.ts'
import { formsOf } from '../registers/formsOf.ts'
import { writeXlsx } from '../registers/writeXlsx.ts'
import { writeChartFile, writePublicChartFile } from '../chartFile/writeChartFile.ts'
import { bundle, type BundledFile } from './bundle.ts'
import { catalogueForm } from './catalogueForm.ts'
import { fileTitle } from '../../text/paper/fileTitle.ts'

export const batchFormats = ['pdf', 'png', 'register', 'json'] as const

export type BatchFormat = (typeof batchFormats)[number]

export interface BatchExportOptions {
  readonly formats: readonly BatchFormat[]
  readonly edition: EditionName
}

/** A rendered chart; only requested formats are rendered. */
export interface RenderedChart {
  readonly pdf: () => Uint8Array
  readonly png: () => Promise<Uint8Array>
}

export interface Exported {
  /** Input of the registers. */
  readonly chart: Chart
  readonly files: readonly BundledFile[]
}

/** The files of one chart. Those of an external edition contain nothing internal. */
export async function chartFilesOf(
  edition: Edition,
  { formats }: BatchExportOptions,
  draw: () => Promise<RenderedChart>,
): Promise<readonly BundledFile[]> {
  const { title } = edition.chart.header
  const stem = exportDialog.fileName(fileTitle(title), editionName[edition.name])
  const files: BundledFile[] = []
  if (formats.includes('pdf') || formats.includes('png')) {
    const { pdf, png } = await draw()
    if (formats.includes('pdf')) files.push({ name: `${stem}.pdf`, bytes: pdf() })
    if (formats.includes('png')) files.push({ name: `${stem}.png`, bytes: await png() })
  }
  if (formats.includes('json')) {
    const { name, chart } = edition
    const text = name === 'external' ? writePublicChartFile(chart) : writeChartFile(chart)
    files.push({ name: `${stem}.json`, bytes: new TextEncoder().encode(text) })
  }
  return files
}

interface Bundling {
  readonly exported: readonly Exported[]
  /** Catalogue rows; undefined without a catalogue. */
  readonly rows: readonly CatalogueRow[] | undefined
  /** Failures, one sentence each. */
  readonly failed: readonly string[]
  readonly wish: BatchExportOptions
  /** yyyy-mm-dd; if undefined, registers leave room for the date. */
  readonly date: string | undefined
}

/**
 * Builds the zip: chart files, registers and catalogue of all exported charts, and a list of failures.
 * A public bundle contains only chart files: the failure list has internal titles and would be
 * published with it.
 */
export async function chartBundle({
  exported,
  rows,
  failed,
  wish,
  date,
}: Bundling): Promise<Uint8Array<ArrayBuffer>> {
  const files = exported.flatMap((one) => one.files)
  if (wish.edition === 'external') return bundle(files)
  const charts = exported.map(({ chart }) => chart)
  if (wish.formats.includes('register') && charts.length > 0)
    files.push(...(await registers(charts, rows, date)))
  if (failed.length > 0)
    files.push({ name: batchText.failedFile, bytes: new TextEncoder().encode(`${failed.join('\r\n')}\r\n`) })
  return bundle(files)
}

async function registers(
  charts: readonly Chart[],
  rows: readonly CatalogueRow[] | undefined,
  date: string | undefined,
): Promise<readonly BundledFile[]> {
  const forms = (['risk-list', 'summary', 'duty-list'] as const).map(async (form) => ({
    name: `${batchText.registerFolder}/${formTitle[form]}.xlsx`,
    bytes: await writeXlsx(formsOf({ form, charts, ...(date === undefined ? {} : { date }) }), date),
  }))
  const made = await Promise.all(forms)
  if (!rows) return made
  const bytes = await writeXlsx([catalogueForm(rows, date)], date)
  return [{ name: `${formNames.fileName}.xlsx`, bytes }, ...made]
}
