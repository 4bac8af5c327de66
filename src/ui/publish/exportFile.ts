/** One file to take away, in any of the formats; what the public gets is made of a PublicChart and nothing else. */
import { writeChartFile, writePublicChartFile } from '../../files/writeChartFile.ts'
import type { Edition } from '../../model/edition.ts'
import type { Sheet } from '../../sheet/ink.ts'
import { sheetPdf } from '../../sheet/out/pdf.ts'
import { pixelSize } from '../../sheet/out/png.ts'
import { sheetSvg } from '../../sheet/out/svg.ts'
import { chartText } from '../../sheet/out/text.ts'
import type { Page } from '../../sheet/papers.ts'
import { exportDialog } from '../../text/screen.ts'
import { editionName } from '../../text/terms.ts'
import { pageFonts } from './pageFonts.ts'
import { sheetPng } from './sheetPng.ts'

export type Format = 'png' | 'pdf' | 'svg' | 'svgOutlined' | 'json' | 'txt'

export interface Printable {
  readonly edition: Edition
  readonly sheet: Sheet
  readonly page: Page
  readonly preview: SVGSVGElement
}

export interface ExportedFile {
  readonly name: string
  readonly blob: Blob
}

const endings = {
  png: ['png', 'image/png'],
  pdf: ['pdf', 'application/pdf'],
  svg: ['svg', 'image/svg+xml'],
  svgOutlined: ['svg', 'image/svg+xml'],
  json: ['json', 'application/json'],
  txt: ['txt', 'text/plain;charset=utf-8'],
} as const satisfies Record<Format, readonly [string, string]>

/** Throws a MissingGlyphError or a FontsError; nothing is half made. */
export async function exportedFile(format: Format, printable: Printable): Promise<ExportedFile> {
  const [ending, type] = endings[format]
  const { edition } = printable
  const content = await contentOf(format, printable)
  const title = edition.chart.header.title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()
  const name = exportDialog.fileName(title, editionName[edition.name])
  return { name: `${name}.${ending}`, blob: new Blob([content], { type }) }
}

async function contentOf(format: Format, { edition, sheet, page, preview }: Printable): Promise<BlobPart> {
  const { title } = edition.chart.header
  switch (format) {
    case 'json':
      return edition.name === 'external' ? writePublicChartFile(edition.chart) : writeChartFile(edition.chart)
    case 'txt':
      return chartText(edition)
    case 'svg':
      return sheetSvg(sheet, { text: 'live', title })
    case 'svgOutlined':
      return sheetSvg(sheet, { text: 'outlined', fonts: await pageFonts(), title })
    case 'pdf':
      return new Uint8Array(sheetPdf(sheet, await pageFonts(), { title }))
    case 'png':
      return new Uint8Array(await sheetPng(sheet, pixelSize(page), preview, await pageFonts()))
  }
}

/** Hands a file to the browser's downloads. */
export function download({ name, blob }: ExportedFile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
