/** `qingquan render`: renders a chart file for printing, publication or reading aloud. */
import { extname } from 'node:path'
import { editionFile, pngWithChart, svgWithChart } from '../../files/chartFile/pictureCharts.ts'
import type { Size } from '../../layout/arrangement.ts'
import type { Chart } from '../../model/chart.ts'
import type { Edition } from '../../model/editions/edition.ts'
import { invisibleAnywhere } from '../../model/invisible.ts'
import { openFonts } from '../../publicationRenderer/openFonts.ts'
import { picturePng } from '../../publicationRenderer/png.ts'
import { composeSheet } from '../../sheet/composeSheet.ts'
import type { PageStyle } from '../../sheet/pageStyle.ts'
import type { Sheet } from '../../sheet/displayList.ts'
import { orientedContent, pageContent, pictureContent, type PageOrder } from '../../sheet/pageContent.ts'
import type { Page } from '../../sheet/papers.ts'
import { sayMissingGlyph } from '../../sheet/sayMissingGlyph.ts'
import { MissingGlyphError } from '../../sheet/writers/font.ts'
import type { Fonts } from '../../sheet/writers/outlineText.ts'
import { sheetsPdf, tiledPdf } from '../../sheet/writers/sheetPdf.ts'
import { phaseBands } from '../../sheet/phaseBands.ts'
import { pixelSize } from '../../sheet/writers/pngFile.ts'
import { EmblemError, readEmblem } from '../../sheet/writers/pngPixels.ts'
import { sheetSvg } from '../../sheet/writers/sheetSvg.ts'
import { chartText } from '../../sheet/writers/chartText.ts'
import { AddressError } from '../../sheet/page/qrCode.ts'
import { phonePicture, wordPicture } from '../../sheet/pictures.ts'
import { leastText, neededText } from '../../sheet/readingDistance.ts'
import { legibilityFixes } from '../../sheet/legibilityFixes.ts'
import type { SheetContent } from '../../sheet/sheetContent.ts'
import { splitContent } from '../../sheet/split/splitContent.ts'
import { tiled } from '../../sheet/tiled.ts'
import { sayRepair } from '../../text/screen/poster.ts'
import { renderWords } from '../../text/messages/renderWords.ts'
import { editionOf, readChart } from '../chartInput.ts'
import { CommandError, type CliCommand, type Io } from '../cliCommand.ts'
import { readRenderOptions, type RenderOptions } from './renderOptions.ts'

export const render: CliCommand = {
  name: 'render',
  usage: renderWords.usage,
  run: async (args, io) => {
    const order = readRenderOptions(args)
    const disclosure = { risks: order.discloseRisks, measures: order.discloseRisks }
    const edition = editionOf(await readChart(order.input, io), order.edition, disclosure)
    const contents = await written(edition, order, io)
    for (const [i, content] of contents.entries()) {
      if (order.output === '-') io.stdout.write(content)
      else await io.writeFile(contents.length === 1 ? order.output : numbered(order.output, i + 1), content)
    }
    return 0
  },
}

/** 图.png → 图-1.png */
function numbered(path: string, number: number): string {
  const ending = extname(path)
  return `${path.slice(0, path.length - ending.length)}-${number}${ending}`
}

type Content = string | Uint8Array

async function written(edition: Edition, order: RenderOptions, io: Io): Promise<readonly Content[]> {
  if (order.format === 'json') return [editionFile(edition)]
  if (order.format === 'txt') return [chartText(edition)]
  const unseen = invisibleAnywhere(edition.chart)
  if (unseen.length > 0) io.stderr.write(renderWords.unseen(unseen))
  const pageStyle = await dressOf(edition, order, io)
  try {
    const { content, page } = await contentOf(edition, order, pageStyle)
    if (order.phases && !phaseBands(edition.chart, content.arrangement)) io.stderr.write(renderWords.noPhases)
    const { sheets, pixels } = drawnSheets(content, page, order, pageStyle)
    if (order.purpose === 'page')
      await warnOfSmallText(sheets, { ...ordered(edition, order, pageStyle), page }, order, io)
    return await files(sheets, pixels, edition, order)
  } catch (error) {
    throw inChinese(error, edition.chart)
  }
}

function ordered(edition: Edition, { view, wish, split }: RenderOptions, pageStyle: PageStyle) {
  return { edition, view, pageStyle, wish, parts: split }
}

async function contentOf(
  edition: Edition,
  options: RenderOptions,
  pageStyle: PageStyle,
): Promise<{ readonly content: SheetContent; readonly page: Page }> {
  const { purpose, paper, landscape } = options
  const order = ordered(edition, options, pageStyle)
  if (purpose === 'page') return orientedContent({ ...order, paper, landscape })
  return {
    content: await pictureContent(purpose, order),
    page: { paper, landscape: landscape ?? false },
  }
}

async function dressOf(edition: Edition, order: RenderOptions, io: Io): Promise<PageStyle> {
  if (order.qr !== undefined && edition.name === 'internal') throw new CommandError(renderWords.qrIsPublic, 2)
  if (order.watermark && edition.name === 'external')
    throw new CommandError(renderWords.watermarkIsInternal, 2)
  if (order.steps === 'noted' && edition.name === 'external')
    throw new CommandError(renderWords.notesAreInternal, 2)
  return {
    style: order.style,
    emblem: order.emblem === undefined ? null : emblemOf(await io.readFile(order.emblem)),
    publicAddress: order.qr ?? null,
    watermark: order.watermark,
    steps: order.steps,
    phases: order.phases,
  }
}

function emblemOf(bytes: Uint8Array): ReturnType<typeof readEmblem> {
  try {
    return readEmblem(bytes)
  } catch (error) {
    throw inChinese(error)
  }
}

interface Drawn {
  readonly sheets: readonly Sheet[]
  readonly pixels: Size
}

function drawnSheets(content: SheetContent, page: Page, order: RenderOptions, pageStyle: PageStyle): Drawn {
  if (order.purpose !== 'page') {
    const { sheet, pixels } = (order.purpose === 'word' ? wordPicture : phonePicture)(content, pageStyle)
    return { sheets: [sheet], pixels }
  }
  const parts = order.split === 1 ? [content] : splitContent(content, order.split)
  if (parts.length === 0) throw new CommandError(renderWords.cannotSplit(order.split), 1)
  return {
    sheets: parts.map((part) => composeSheet(part, page, pageStyle)),
    pixels: pixelSize(page),
  }
}

/** Small text causes a warning, not a refusal: the caller may know the reading distance better. */
async function warnOfSmallText(
  sheets: readonly Sheet[],
  order: PageOrder,
  { distance, split }: RenderOptions,
  io: Io,
): Promise<void> {
  const needed = distance === undefined ? leastText : neededText(distance)
  const smallest = Math.min(...sheets.map(({ smallestText }) => smallestText))
  if (smallest >= needed) return
  const known = { flow: new Map(), lanes: new Map(), columns: new Map() } as const
  const fit = async (one: PageOrder): Promise<SheetContent> => pageContent(one, { known: known[one.view] })
  // The three columns contain more text than other views, so they never help.
  const found =
    split > 1
      ? []
      : await legibilityFixes({ order, smallest, needed: () => needed, views: ['flow', 'lanes'], fit })
  io.stderr.write(renderWords.smallText(smallest, needed, found.map(sayRepair)))
}

async function files(
  sheets: readonly Sheet[],
  pixels: Size,
  edition: Edition,
  order: RenderOptions,
): Promise<readonly Content[]> {
  const { title } = edition.chart.header
  if (order.format === 'svg' && !order.outlined)
    return sheets.map((sheet) => carrying(sheetSvg(sheet, { text: 'live', title }), edition, order))
  const fonts = await openFonts()
  if (order.format === 'pdf') return [pdfOf(sheets, fonts, title, order)]
  if (order.format === 'svg')
    return sheets.map((sheet) =>
      carrying(sheetSvg(sheet, { text: 'outlined', fonts, title }), edition, order),
    )
  const pictures: Content[] = []
  for (const sheet of sheets) {
    const png = await picturePng(sheet, pixels, fonts)
    pictures.push(order.carry ? pngWithChart(png, edition) : png)
  }
  return pictures
}

function carrying(svg: string, edition: Edition, { carry }: RenderOptions): string {
  return carry ? svgWithChart(svg, edition) : svg
}

function pdfOf(sheets: readonly Sheet[], fonts: Fonts, title: string, { tiles }: RenderOptions): Uint8Array {
  const [poster] = sheets
  if (tiles === undefined || poster === undefined) return sheetsPdf(sheets, fonts, { title })
  return tiledPdf(poster, tiled(poster, tiles), fonts, { title })
}

/** Converts known errors to CommandErrors; others are returned as they are. */
function inChinese(error: unknown, chart?: Chart): unknown {
  if (error instanceof MissingGlyphError)
    return new CommandError(sayMissingGlyph(error, chart), 1, { cause: error })
  if (error instanceof AddressError)
    return new CommandError(renderWords.notAnAddress(error.address), 2, { cause: error })
  if (error instanceof EmblemError) return new CommandError(renderWords.unreadableEmblem, 1, { cause: error })
  return error
}
