/** Loads one chart of a batch and makes its files. */
import { chartFilesOf, type Exported, type BatchExportOptions } from '../../files/catalogue/chartBundle.ts'
import type { ExchangeFormat } from '../../exchange/exchangeFile.ts'
import { readChartFile } from '../../files/chartFile/readChartFile.ts'
import type { Chart, EditionName, Id } from '../../model/chart.ts'
import type { Edition } from '../../model/editions/edition.ts'
import { externalEdition, whyNoExternal } from '../../model/editions/externalEdition.ts'
import { isOfUnit } from '../../model/unit/newChart.ts'
import type { Unit } from '../../model/unit/unit.ts'
import type { PageStyle, StepNumbering } from '../../sheet/pageStyle.ts'
import { officeSheet, type BatchPrint } from '../../sheet/officeSheet.ts'
import { sayMissingGlyph } from '../../sheet/sayMissingGlyph.ts'
import { MissingGlyphError } from '../../sheet/writers/font.ts'
import { sheetPdf } from '../../sheet/writers/sheetPdf.ts'
import { pixelSize } from '../../sheet/writers/pngFile.ts'
import type { PaperName } from '../../sheet/papers.ts'
import { batchText } from '../../text/screen/catalogue.ts'
import { refusalText } from '../../text/messages/refusalText.ts'
import { exportDialog } from '../../text/screen/exportDialog.ts'
import type { AppServices } from '../base/appServices.ts'
import { FontsError, pageFonts } from '../base/painting/pageFonts.ts'
import { paintedPng } from '../base/painting/paintedPng.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { unitEmblem } from '../base/unit/unitEmblem.ts'
import type { UnitApi } from '../base/api/unitApi.ts'
import type { CatalogueApi } from '../base/api/catalogueApi.ts'
import { localChart } from '../openChart/localChart.ts'

/** Reads from the server, or from this browser if the server does not have the chart. */
export async function chartOf(id: Id, services: AppServices, server: CatalogueApi | null): Promise<Chart> {
  if (server) return readChartFile(await server.chart(id), services.newId).chart
  const chart = await localChart(services, id)
  if (!chart) throw new Error(batchText.notHere)
  return chart
}

export interface BatchWish extends BatchExportOptions {
  readonly paper: PaperName
  /** 内部公开 on internal charts, which are for the inner board. */
  readonly watermark: boolean
  readonly steps: StepNumbering
  readonly phases: boolean
  /** Files of other programs. */
  readonly others: readonly ExchangeFormat[]
}

/** Options shared by the sheets of a batch, and those that differ. */
export interface Printed {
  readonly pageStyle: Pick<PageStyle, 'style' | 'emblem'>
  /** Public address, for the QR code of an external chart. */
  readonly publicAddress: string | null
}

export async function exportedChart(
  chart: Chart,
  wish: BatchWish,
  { pageStyle, publicAddress }: Printed,
  services: AppServices,
): Promise<Exported> {
  const edition = editionOf(chart, wish.edition)
  const print = {
    paper: wish.paper,
    pageStyle: {
      ...pageStyle,
      publicAddress,
      watermark: wish.watermark,
      steps: wish.steps,
      phases: wish.phases,
    },
  }
  const files = await chartFilesOf(edition, wish, async () => drawn(edition, print, services))
  return { chart, files: [...files, ...(await exchanged(edition, wish, services))] }
}

/** Its writers are loaded where they are asked for. */
async function exchanged(edition: Edition, { others, paper }: BatchWish, { arranger }: AppServices) {
  if (others.length === 0) return []
  const { exchangedFiles } = await import('../../exchange/exchangedFiles.ts')
  const order = { edition, view: 'flow', paper, landscape: null } as const
  const { arrangement } = await arranger.fit({ order, picture: null })
  return exchangedFiles(edition, arrangement, others)
}

/** Page style from 单位设置; a chart of another unit gets no emblem. */
export async function unitDress(
  unit: Unit,
  server: UnitApi,
): Promise<(chart: Chart) => Printed['pageStyle']> {
  const emblem = await unitEmblem(unit, server)
  const style = unit.style ?? 'plain'
  return ({ header }) => ({ style, emblem: isOfUnit(unit, header) ? emblem : null })
}

function editionOf(chart: Chart, name: EditionName): Edition {
  if (name === 'internal') return { name, chart }
  const refusal = whyNoExternal(chart)
  if (refusal) throw new Error(refusalText[refusal.reason])
  return { name, chart: externalEdition(chart, {}) }
}

async function drawn(edition: Edition, print: BatchPrint, { arranger }: AppServices) {
  const { sheet, page } = await officeSheet(
    { edition, view: 'flow' },
    async (order) => {
      const { arrangement, page } = await arranger.fit({ order, picture: null })
      return { content: { edition, view: order.view, arrangement }, page }
    },
    print,
  )
  const fonts = await pageFonts()
  return {
    pdf: () => sheetPdf(sheet, fonts, { title: edition.chart.header.title }),
    png: async () => paintedPng(sheet, pixelSize(page), fonts),
  }
}

export function sayBatchError(error: unknown): string {
  if (error instanceof MissingGlyphError) return sayMissingGlyph(error)
  return error instanceof FontsError ? exportDialog.fontFailed : sayServerError(error)
}
