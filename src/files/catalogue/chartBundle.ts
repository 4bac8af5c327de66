/**
 * The files of many charts in one zip: which there are, what they are called and what
 * must not lie together. Page and command line differ only in who draws.
 */
import type { CatalogueRow } from '../../model/catalogue/row.ts'
import type { Chart, EditionName } from '../../model/chart.ts'
import type { Edition } from '../../model/editions/edition.ts'
import { batchText, catalogueFormWords as formNames } from '../../text/screen/catalogue.ts'
import { formTitle } from '../../text/paper/forms.ts'
import { exportDialog } from '../../text/screen/screen.ts'
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

/** A chart as it is drawn; nothing is drawn that nobody asks for. */
export interface RenderedChart {
  readonly pdf: () => Uint8Array
  readonly png: () => Promise<Uint8Array>
}

export interface Exported {
  /** For the registers. */
  readonly chart: Chart
  readonly files: readonly BundledFile[]
}

/** The files of one chart. Of an external edition nothing internal is in them. */
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
  /** Of the catalogue, where there is one. */
  readonly rows: readonly CatalogueRow[] | undefined
  /** A sentence each. */
  readonly failed: readonly string[]
  readonly wish: BatchExportOptions
  /** yyyy-mm-dd; registers without it are dated by hand. */
  readonly date: string | undefined
}

/**
 * Everything in one zip; registers and catalogue over all charts that came through, and what did
 * not is named inside too. With charts for the public nothing stands beside them: what failed has
 * an internal title, and who posts the zip would post that.
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
