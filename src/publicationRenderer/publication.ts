/**
 * Renders publications of the external edition. Takes a `PublicChart`, so an internal chart
 * does not compile. Equal charts give equal bytes, so that what was previewed in the 公开审查 is
 * what is published.
 */
import { writePublicChartFile } from '../files/chartFile/writeChartFile.ts'
import type { Arrangement } from '../layout/arrangement.ts'
import { arrange } from '../layout/arrange.ts'
import type { View } from '../model/chart.ts'
import type { Edition, PublicChart } from '../model/editions/edition.ts'
import { composeSheet } from '../sheet/composeSheet.ts'
import { drawArrangement } from '../sheet/drawArrangement.ts'
import type { Sheet } from '../sheet/displayList.ts'
import { measure } from '../sheet/measure.ts'
import { sheetSvg } from '../sheet/writers/sheetSvg.ts'
import { chartText } from '../sheet/writers/chartText.ts'
import { orientedContent } from '../sheet/pageContent.ts'
import type { Page } from '../sheet/papers.ts'
import type { SheetContent } from '../sheet/sheetContent.ts'
import { openFonts } from './openFonts.ts'
import { renderSheetPng } from './png.ts'
import type { PublicationDate } from './publicPage.ts'
import { publicPage } from './publicPage.ts'
import { refuseUndrawable } from './refuseUndrawable.ts'

export interface PublicationFiles {
  /** The public chart file. */
  readonly json: string
  /** One sheet, A3. */
  readonly svg: string
  readonly txt: string
  /** The page without the notice that says whether it is current. */
  readonly html: string
}

/** The sheet is A3, in the orientation that suits the chart; its picture is the same sheet on A4. */
const paper = 'A3'
const picturePaper = 'A4'

/** px a unit: body text is 13 pixels high, so that an upright phone shows three boxes side by side. */
const pageScale = 0.9

/**
 * Renders all formats of a publication. Equal arguments give equal bytes. Takes a
 * `PublicChart`, so that an internal chart does not compile. Throws an UndrawableError where
 * the picture could not be drawn.
 */
export async function renderPublication(
  chart: PublicChart,
  wished: View,
  imprint: PublicationDate,
): Promise<PublicationFiles> {
  const edition = { name: 'external', chart } as const
  const view = publicView(chart, wished)
  const arrangement = await arranged(edition, view)
  const { content, page } = await onPaper(edition, view)
  const sheet = composeSheet(content, page)
  // The picture is drawn when it is first asked for: what cannot be drawn is said now.
  refuseUndrawable(sheet, chart)
  const drawing = sheetSvg(drawingSheet(edition, view, arrangement), {
    text: 'live',
    pixels: { width: pageScale * arrangement.width, height: pageScale * arrangement.height },
  })
  return {
    json: writePublicChartFile(chart),
    svg: sheetSvg(sheet, { text: 'live', title: chart.header.title }),
    txt: chartText(edition),
    html: publicPage(chart, drawing, imprint),
  }
}

/** Renders the published chart as a PNG, A4 at 300 dpi. Takes seconds of CPU time. */
export async function renderPicture(chart: PublicChart, wished: View): Promise<Uint8Array> {
  const edition = { name: 'external', chart } as const
  const { content, page } = await onPaper(edition, publicView(chart, wished))
  const picturePage: Page = { ...page, paper: picturePaper }
  return renderSheetPng(composeSheet(content, picturePage), picturePage, await openFonts())
}

async function onPaper(edition: Edition, view: View): Promise<{ content: SheetContent; page: Page }> {
  return orientedContent({ edition, view, paper, landscape: null })
}

/** Falls back to the flow view if risks and measures are not disclosed: their columns would be empty. */
function publicView({ risks }: PublicChart, wished: View): View {
  return wished === 'columns' && risks.length === 0 ? 'flow' : wished
}

async function arranged(edition: Edition, view: View): Promise<Arrangement> {
  return arrange(edition.chart, { view, edition: edition.name, measure })
}

/** The drawing without a page around it, in units. */
function drawingSheet(edition: Edition, view: View, arrangement: Arrangement): Sheet {
  const { width, height } = arrangement
  return { width, height, items: drawArrangement(edition, arrangement, view), smallestText: 0 }
}
