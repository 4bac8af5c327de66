/**
 * What the public gets, pressed from the external edition: everything takes a
 * `PublicChart`, so an internal chart does not compile here. The same chart gives the
 * same bytes, so that what was looked at in the 公开审查 is what is posted.
 */
import { writePublicChartFile } from '../files/chartFile/writeChartFile.ts'
import type { Arrangement } from '../layout/arrangement.ts'
import { arrange } from '../layout/arrange.ts'
import { localElk } from '../layout/localElk.ts'
import type { View } from '../model/chart.ts'
import type { Edition, PublicChart } from '../model/editions/edition.ts'
import { composeSheet } from '../sheet/composeSheet.ts'
import { drawArrangement } from '../sheet/drawArrangement.ts'
import type { Sheet } from '../sheet/displayList.ts'
import { measure } from '../sheet/measure.ts'
import { sheetSvg } from '../sheet/writers/sheetSvg.ts'
import { chartText } from '../sheet/writers/chartText.ts'
import type { Page } from '../sheet/papers.ts'
import { openFonts } from './fonts.ts'
import { renderSheetPng } from './png.ts'
import type { PublicationDate } from './publicPage.ts'
import { publicPage } from './publicPage.ts'

export interface PublicationFiles {
  /** The public chart file. */
  readonly json: string
  /** One sheet, A3. */
  readonly svg: string
  readonly txt: string
  /** The whole page, but for the line that says where it stands among others. */
  readonly html: string
}

const page: Page = { paper: 'A3', landscape: false }
const picturePage: Page = { paper: 'A4', landscape: false }

/** px a unit: body text is 13 pixels high, so that an upright phone shows three boxes side by side. */
const pageScale = 0.9

export async function renderPublication(
  chart: PublicChart,
  wished: View,
  imprint: PublicationDate,
): Promise<PublicationFiles> {
  const edition = { name: 'external', chart } as const
  const view = publicView(chart, wished)
  const arrangement = await arranged(edition, view)
  const sheet = composeSheet({ edition, view, arrangement }, page)
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

/** The same as a picture, A4 at 300 dpi; seconds of work. */
export async function renderPicture(chart: PublicChart, wished: View): Promise<Uint8Array> {
  const edition = { name: 'external', chart } as const
  const view = publicView(chart, wished)
  const arrangement = await arranged(edition, view)
  return renderSheetPng(
    composeSheet({ edition, view, arrangement }, picturePage),
    picturePage,
    await openFonts(),
  )
}

/** Columns for risks and measures that nobody may see would be empty places. */
function publicView({ risks }: PublicChart, wished: View): View {
  return wished === 'columns' && risks.length === 0 ? 'flow' : wished
}

async function arranged(edition: Edition, view: View): Promise<Arrangement> {
  return arrange(edition.chart, { view, edition: edition.name, measure, elk: localElk() })
}

/** The drawing without a page around it, in units. */
function drawingSheet(edition: Edition, view: View, arrangement: Arrangement): Sheet {
  const { width, height } = arrangement
  return { width, height, ink: drawArrangement(edition, arrangement, view), smallestText: 0 }
}
