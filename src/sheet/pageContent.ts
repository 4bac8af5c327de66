/**
 * The content of a sheet, arranged for its page: what the page leaves for the drawing is
 * measured, and `layout` looks for the arrangement with the largest text there.
 */
import type { Arrangement } from '../layout/arrangement.ts'
import { fittedToPage, type KnownTopologies, type PageWish } from '../layout/pageFit/fittedToPage.ts'
import { filledShare, scaleIn, type PageRoom } from '../layout/pageFit/pageRoom.ts'
import { planOf } from '../layout/planning/plan.ts'
import { phasesOf } from '../model/phases.ts'
import type { Chart, View } from '../model/chart.ts'
import type { Edition } from '../model/editions/edition.ts'
import { drawingRoom } from './composeSheet.ts'
import { markOverhang, smallLook } from './figures/look.ts'
import { measure } from './measure.ts'
import { measureWith } from './measureWith.ts'
import { plainPageStyle, type PageStyle } from './pageStyle.ts'
import type { Page, PaperName } from './papers.ts'
import { pictureRooms } from './pictures.ts'
import { leastText, neededText, usualDistance } from './readingDistance.ts'
import type { SheetContent } from './sheetContent.ts'

interface ChartOrder {
  readonly edition: Edition
  readonly view: View
  readonly pageStyle?: PageStyle
  readonly wish?: PageWish | undefined
  /** How many sheets it will be split over; one sheet if left out. */
  readonly parts?: number
}

export interface PageOrder extends ChartOrder {
  readonly page: Page
}

/** A page whose orientation may be chosen for the chart (null). */
export interface PaperOrder extends ChartOrder {
  readonly paper: PaperName
  readonly landscape: boolean | null
}

export interface PageSearch {
  /** Called between two trials; whoever wants to give up rejects it. */
  readonly between?: (() => Promise<void>) | undefined
  /** Of the same chart and view on other pages. */
  readonly known?: KnownTopologies | undefined
}

/**
 * Arranges a chart for a page. Throws an AddressError if the public address cannot be printed;
 * rejects if `between` does.
 */
export async function pageContent(order: PageOrder, search: PageSearch = {}): Promise<SheetContent> {
  const { parts = 1, wish } = order
  // A split cuts a whole drawing across: it runs down, as high as all the sheets together.
  const whole = parts === 1 ? wish : { direction: 'down' as const, columns: 1 }
  const room = roomOn(order)
  return arrangedIn({ ...room, height: room.height * parts }, { ...order, wish: whole }, search)
}

/** Turns the paper only for a visible gain, because boards and folders are upright. */
const worthTurning = 1.06
/** Text that can be read upright stays there, unless half of the sheet would be white and turned much less. */
const whiteUpright = 0.55
const fuller = 1.5

/** Arranges a chart for a paper, in the orientation in which it is read best unless one is given. */
export async function orientedContent(
  order: PaperOrder,
  search: PageSearch = {},
): Promise<{ readonly content: SheetContent; readonly page: Page }> {
  const { paper, landscape } = order
  const shared = { ...search, known: search.known ?? new Map() }
  const on = async (turn: boolean) => {
    const page = { paper, landscape: turn }
    const content = await pageContent({ ...order, page }, shared)
    const room = roomOn({ ...order, page })
    const { arrangement } = content
    const high = { ...room, height: room.height * (order.parts ?? 1) }
    const scale = scaleIn(arrangement, isBanded(arrangement), high)
    return { content, page, scale, filled: filledShare(arrangement, scale, high), enough: room.enough }
  }
  if (landscape !== null) return on(landscape)
  const upright = await on(false)
  const isReadable = upright.scale >= upright.enough
  if (isReadable && upright.filled >= whiteUpright) return upright
  const turned = await on(true)
  const isBetter = isReadable
    ? turned.scale >= turned.enough && turned.filled > upright.filled * fuller
    : turned.scale > upright.scale * worthTurning
  return isBetter ? turned : upright
}

/** Arranges a chart for a picture without a page: as wide as a Word text or as a phone. */
export async function pictureContent(
  purpose: keyof typeof pictureRooms,
  order: ChartOrder,
  search: PageSearch = {},
): Promise<SheetContent> {
  const { largest, ...size } = pictureRooms[purpose]
  const room = { ...size, largest, enough: leastText / smallLook.size, around: markOverhang }
  return arrangedIn(room, order, search)
}

async function arrangedIn(room: PageRoom, order: ChartOrder, search: PageSearch): Promise<SheetContent> {
  const { edition, view, wish, pageStyle = plainPageStyle } = order
  const phases = pageStyle.phases && view !== 'columns' && phasesOf(edition.chart)
  const options = {
    phases: phases ? ('apart' as const) : ('mixed' as const),
    view,
    edition: edition.name,
    measureWith,
    measure,
    ...search,
    wish,
    room,
  }
  return { edition, view, arrangement: await fittedToPage(edition.chart, options) }
}

function roomOn({ edition, view, page, pageStyle = plainPageStyle }: PageOrder): PageRoom {
  const bare = { edition, view, arrangement: sketchOf(edition.chart, view) }
  const { width, height, largestScale } = drawingRoom(bare, page, pageStyle)
  const enough = neededText(usualDistance[page.paper]) / smallLook.size
  return { width, height, largest: largestScale * sought, enough, around: markOverhang }
}

/** Larger text is not looked for: a small chart takes what its calm arrangement leaves. */
const sought = 0.74

const isBanded = ({ lanes, columns }: Arrangement): boolean => lanes.length > 0 || columns !== null

/** All that heading and footing ask of an arrangement: whether the legend has to explain returns. */
function sketchOf(chart: Chart, view: View): Arrangement {
  const routes = planOf(chart, view, measure).flowlines.map(
    (line) => [line.id, { points: [], label: null, return: line.return }] as const,
  )
  const flowlines = Object.fromEntries(routes)
  return { width: 0, height: 0, steps: {}, flowlines, lanes: [], sideBoxes: [], columns: null }
}
