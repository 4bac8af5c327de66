/** Makes the files of an export in any format. Public files are made from a PublicChart only. */
import { editionFile, pngWithChart, svgWithChart } from '../../files/chartFile/pictureCharts.ts'
import type { Edition } from '../../model/editions/edition.ts'
import type { Sheet } from '../../sheet/displayList.ts'
import { sheetsPdf, tiledPdf } from '../../sheet/writers/sheetPdf.ts'
import { sheetSvg } from '../../sheet/writers/sheetSvg.ts'
import { chartText } from '../../sheet/writers/chartText.ts'
import { tiled, type TilePaper } from '../../sheet/tiled.ts'
import { posterDialog } from '../../text/screen/poster.ts'
import { exportDialog } from '../../text/screen/exportDialog.ts'
import { editionName } from '../../text/terms.ts'
import type { ExportedFile } from '../base/download.ts'
import type { ExportFormat, Purpose } from './exportChoice.ts'
import { pageFonts } from '../base/painting/pageFonts.ts'
import { sheetPng } from '../base/painting/sheetPng.ts'
import type { ReadySheet } from './useSheet.ts'
import { isExchange, type SheetFormat } from './exportChoice.ts'
import { exchangeFormats, type ExchangeFormat } from '../../exchange/exchangeFile.ts'
import { plainScene } from '../../exchange/plainScene.ts'
import { fileTitle } from '../../text/paper/fileTitle.ts'

export interface Printable {
  readonly ready: ReadySheet
  readonly purpose: Purpose
  readonly tiles: TilePaper | undefined
  /** Whether pictures embed their chart. */
  readonly carry: boolean
  /** The `<svg>` of the sheet on the page; null if there are several sheets. */
  readonly preview: SVGSVGElement | null
}

const endings = {
  png: ['png', 'image/png'],
  pdf: ['pdf', 'application/pdf'],
  svg: ['svg', 'image/svg+xml'],
  svgOutlined: ['svg', 'image/svg+xml'],
  json: ['json', 'application/json'],
  txt: ['txt', 'text/plain;charset=utf-8'],
} as const satisfies Record<SheetFormat, readonly [string, string]>

/**
 * One file, or one per sheet for split pictures. Throws a MissingGlyphError or a FontsError; all
 * or nothing.
 */
export async function exportedFiles(
  format: ExportFormat,
  printable: Printable,
): Promise<readonly ExportedFile[]> {
  const { edition } = printable.ready.content
  const [ending, type] = isExchange(format)
    ? [exchangeFormats[format].ending, exchangeFormats[format].type]
    : endings[format]
  const contents = isExchange(format) ? [exchanged(format, printable)] : await contentsOf(format, printable)
  const title = fileTitle(edition.chart.header.title)
  const name = exportDialog.fileName(title, editionName[edition.name])
  return contents.map((content, i) => {
    const part =
      contents.length > 1 ? posterDialog.partFile(i + 1) : posterDialog.purposeFile[printable.purpose]
    return { name: `${name}${part}.${ending}`, blob: new Blob([content], { type }) }
  })
}

function exchanged(format: ExchangeFormat, { ready: { content } }: Printable): BlobPart {
  const file = exchangeFormats[format].write(plainScene(content.edition, content.arrangement))
  return typeof file === 'string' ? file : new Uint8Array(file)
}

async function contentsOf(format: SheetFormat, printable: Printable): Promise<readonly BlobPart[]> {
  const { ready, carry } = printable
  const { edition } = ready.content
  const { title } = edition.chart.header
  const carrying = (svg: string): string => (carry ? svgWithChart(svg, edition) : svg)
  switch (format) {
    case 'json':
      return [editionFile(edition)]
    case 'txt':
      return [chartText(edition)]
    case 'svg':
      return ready.sheets.map((sheet) => carrying(sheetSvg(sheet, { text: 'live', title })))
    case 'svgOutlined': {
      const fonts = await pageFonts()
      return ready.sheets.map((sheet) => carrying(sheetSvg(sheet, { text: 'outlined', fonts, title })))
    }
    case 'pdf':
      return [await pdfOf(ready.sheets, title, printable.tiles)]
    case 'png':
      return pngsOf(printable, edition)
  }
}

async function pdfOf(
  sheets: readonly Sheet[],
  title: string,
  tiles: TilePaper | undefined,
): Promise<BlobPart> {
  const fonts = await pageFonts()
  const [poster] = sheets
  if (tiles === undefined || poster === undefined) return new Uint8Array(sheetsPdf(sheets, fonts, { title }))
  return new Uint8Array(tiledPdf(poster, tiled(poster, tiles), fonts, { title }))
}

async function pngsOf(
  { ready, preview, carry }: Printable,
  edition: Edition,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const fonts = await pageFonts()
  const pictures: Uint8Array<ArrayBuffer>[] = []
  for (const sheet of ready.sheets) {
    const png = await sheetPng(sheet, ready.pixels, preview, fonts)
    pictures.push(carry ? pngWithChart(png, edition) : png)
  }
  return pictures
}
