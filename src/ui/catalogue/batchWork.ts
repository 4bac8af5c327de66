/** What a batch does with one chart: looks it through, makes its files, posts it. */
import { bundle, fileTitle, type BundledFile } from '../../files/catalogue/bundle.ts'
import { catalogueForm } from '../../files/catalogue/catalogueForm.ts'
import { readChartFile } from '../../files/readChartFile.ts'
import { formsOf } from '../../files/registers/forms.ts'
import { writeXlsx } from '../../files/registers/writeXlsx.ts'
import { writeChartFile, writePublicChartFile } from '../../files/writeChartFile.ts'
import type { CatalogueRow } from '../../model/catalogue/row.ts'
import type { Chart, EditionName, Id } from '../../model/chart.ts'
import type { Edition } from '../../model/edition.ts'
import { externalEdition, whyNoExternal } from '../../model/externalEdition.ts'
import { composeSheet } from '../../sheet/compose.ts'
import { MissingGlyphError } from '../../sheet/out/font.ts'
import { sheetPdf } from '../../sheet/out/pdf.ts'
import { pixelSize } from '../../sheet/out/png.ts'
import type { Page } from '../../sheet/papers.ts'
import { batchText, catalogueForm as formNames } from '../../text/catalogue.ts'
import { formTitle } from '../../text/forms.ts'
import { exportDialog } from '../../text/screen.ts'
import { editionName } from '../../text/terms.ts'
import type { House } from '../house.ts'
import { FontsError, pageFonts } from '../publish/pageFonts.ts'
import { paintedPng } from '../publish/paintSheet.ts'
import { sayServerError } from '../server/chartServer.ts'
import type { CatalogueServer } from './catalogueServer.ts'
import { localChart } from './localCatalogue.ts'

export type BatchFormat = 'pdf' | 'png' | 'register' | 'json'

export interface ExportWish {
  readonly formats: readonly BatchFormat[]
  readonly edition: EditionName
}

export interface Exported {
  readonly chart: Chart
  readonly files: readonly BundledFile[]
}

/** From the server where it has it, else from this browser. */
export async function chartOf(id: Id, house: House, server: CatalogueServer | null): Promise<Chart> {
  if (server) return readChartFile(await server.chart(id), house.newId).chart
  const chart = await localChart(house, id)
  if (!chart) throw new Error(batchText.notHere)
  return chart
}

/** The files of one chart. Of an external edition nothing internal is in them. */
export async function exportedChart(
  chart: Chart,
  { formats, edition: name }: ExportWish,
  house: House,
): Promise<Exported> {
  const edition = editionOf(chart, name)
  const stem = exportDialog.fileName(fileTitle(chart.header.title), editionName[name])
  const files: BundledFile[] = []
  if (formats.includes('pdf') || formats.includes('png')) {
    const { sheet, page } = await sheetOf(edition, house)
    const fonts = await pageFonts()
    if (formats.includes('pdf'))
      files.push({
        name: `${stem}.pdf`,
        bytes: sheetPdf(sheet, fonts, { title: edition.chart.header.title }),
      })
    if (formats.includes('png')) {
      files.push({ name: `${stem}.png`, bytes: await paintedPng(sheet, pixelSize(page), fonts) })
    }
  }
  if (formats.includes('json')) {
    const text = edition.name === 'external' ? writePublicChartFile(edition.chart) : writeChartFile(chart)
    files.push({ name: `${stem}.json`, bytes: new TextEncoder().encode(text) })
  }
  return { chart, files }
}

function editionOf(chart: Chart, name: EditionName): Edition {
  if (name === 'internal') return { name, chart }
  if (whyNoExternal(chart)) throw new Error(batchText.noExternal)
  return { name, chart: externalEdition(chart, {}) }
}

/** A3, whichever way the drawing is larger. */
async function sheetOf(edition: Edition, { arranger }: House) {
  const view = 'flow'
  const arrangement = await arranger.arrange({ chart: edition.chart, view, edition: edition.name })
  const pages = [false, true].map((landscape): Page => ({ paper: 'A3', landscape }))
  const [upright, turned] = pages.map((page) => ({
    page,
    sheet: composeSheet({ edition, view, arrangement }, page),
  }))
  return turned!.sheet.smallestText > upright!.sheet.smallestText * 1.15 ? turned! : upright!
}

interface Bundling {
  readonly exported: readonly Exported[]
  readonly rows: readonly CatalogueRow[]
  readonly failed: readonly string[]
  readonly wish: ExportWish
  /** yyyy-mm-dd */
  readonly day: string
}

/** Everything in one zip; registers and catalogue over all charts that came through, and what did not is named inside too. */
export async function bundled({ exported, rows, failed, wish, day }: Bundling): Promise<Blob> {
  const files = exported.flatMap(({ files }) => files)
  // Registers are internal: with charts for the public there are none.
  if (wish.edition === 'internal' && wish.formats.includes('register'))
    files.push(
      ...(await registers(
        exported.map(({ chart }) => chart),
        rows,
        day,
      )),
    )
  if (failed.length > 0)
    files.push({ name: batchText.failedFile, bytes: new TextEncoder().encode(`${failed.join('\r\n')}\r\n`) })
  return new Blob([bundle(files)], { type: 'application/zip' })
}

async function registers(
  charts: readonly Chart[],
  rows: readonly CatalogueRow[],
  day: string,
): Promise<readonly BundledFile[]> {
  const forms = (['risk-list', 'summary', 'duty-list'] as const).map(async (form) => ({
    name: `${batchText.registerFolder}/${formTitle[form]}.xlsx`,
    bytes: await writeXlsx(formsOf({ form, charts, date: day }), day),
  }))
  const catalogue = {
    name: `${formNames.fileName}.xlsx`,
    bytes: await writeXlsx([catalogueForm(rows, day)], day),
  }
  return [catalogue, ...(await Promise.all(forms))]
}

export function sayBatchError(error: unknown): string {
  if (error instanceof MissingGlyphError) return exportDialog.missingGlyph(error.character, error.where)
  return error instanceof FontsError ? exportDialog.fontFailed : sayServerError(error)
}
