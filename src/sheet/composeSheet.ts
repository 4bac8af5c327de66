/**
 * Composes a page: frame, heading, drawing, footing. What is printed of an edition is decided
 * here and in `page/`; the writers only encode.
 */
import type { Arrangement, Size } from '../layout/arrangement.ts'
import { drawArrangement } from './drawArrangement.ts'
import { plainPageStyle, type PageStyle } from './pageStyle.ts'
import { phaseBands, phaseHead } from './phaseBands.ts'
import { phasesFigure } from './figures/phasesFigure.ts'
import { connectorFigure } from './figures/connectorFigure.ts'
import { colour, markOverhang, nameLook } from './figures/look.ts'
import type { DisplayItem, PageItem, Sheet } from './displayList.ts'
import { shifted, type Block } from './page/block.ts'
import { footingBlock } from './page/footing.ts'
import { headingBlock, type SheetHeading } from './page/heading.ts'
import { pageLook, smallerFacts, type PageLook } from './page/pageLook.ts'
import { spread } from './page/spread.ts'
import { watermark } from './page/watermark.ts'
import { pageSize, type Page } from './papers.ts'
import type { SheetContent } from './sheetContent.ts'
import { leastText } from './readingDistance.ts'
import { smallestText } from './smallestText.ts'
import { stepNumbers } from './stepNumbers.ts'
import { restyled, styleOf, type Style } from './styles.ts'

/**
 * Composes one page: frame, heading, drawing, footing. Lengths in mm. Throws an AddressError
 * if the public address cannot be printed as a QR code.
 */
export function composeSheet(
  content: SheetContent,
  page: Page,
  pageStyle: PageStyle = plainPageStyle,
): Sheet {
  const { edition } = content
  const { size, style, look, left, heading, footing, top, room } = partsOf(content, page, pageStyle)
  const items: readonly DisplayItem[] = [
    { kind: 'rect', x: 0, y: 0, ...size, fill: colour.white },
    frame(size, look, style),
    shifted(heading.items, left, left),
    shifted(drawing(content, room, look, pageStyle).items, left, top),
    shifted(footing.items, left, size.height - left - footing.height),
  ]
  return {
    ...size,
    items: [
      ...items.map((one) => restyled(one, style)),
      ...emblemItems(heading, pageStyle, left),
      ...(pageStyle.watermark && edition.name === 'internal' ? [watermark(size)] : []),
    ],
    smallestText: smallestText(items),
  }
}

/**
 * What a page leaves for the drawing, in mm, with the largest scale (mm per unit) that makes
 * sense there. Throws an AddressError if the public address cannot be printed as a QR code.
 */
export function drawingRoom(
  content: SheetContent,
  page: Page,
  pageStyle: PageStyle = plainPageStyle,
): Size & { readonly largestScale: number } {
  const { room, look } = partsOf(content, page, pageStyle)
  return { ...room, largestScale: largestScaleOf(look) }
}

interface PageParts {
  readonly size: Size
  readonly style: Style
  readonly look: PageLook
  /** From the edge of the paper to what stands in the frame. */
  readonly left: number
  readonly heading: SheetHeading
  readonly footing: Block
  /** Where the drawing begins. */
  readonly top: number
  readonly room: Size
}

/** Legend and facts are never larger than the names in the drawing, nor smaller than can be read. */
function partsOf(content: SheetContent, page: Page, pageStyle: PageStyle): PageParts {
  const size = pageSize(page)
  const look = pageLook(size, styleOf(pageStyle.style))
  const parts = partsIn(content, size, pageStyle, look)
  const { arrangement } = content
  if (arrangement.width === 0) return parts
  const names = nameLook.size * scaleOf(arrangement, parts.room, look)
  if (names >= look.value.size) return parts
  const factor = Math.max(names, leastText) / look.value.size
  return partsIn(content, size, pageStyle, smallerFacts(look, Math.min(1, factor)))
}

function partsIn(content: SheetContent, size: Size, pageStyle: PageStyle, look: PageLook): PageParts {
  const style = styleOf(pageStyle.style)
  const left = look.margin + look.padding
  const width = size.width - 2 * left
  const heading = fittedHeading(content, width, look, {
    ...pageStyle,
    style,
    most: size.height * mostHeading,
  })
  const address = content.edition.name === 'external' ? pageStyle.publicAddress : null
  const footing = footingBlock(content, width, look, { address, steps: pageStyle.steps })
  const top = left + heading.height + look.gap
  const bottom = size.height - left - footing.height - (footing.height > 0 ? look.gap : 0)
  return { size, style, look, left, heading, footing, top, room: { width, height: bottom - top } }
}

/** Share of the page's height that the heading may take. */
const mostHeading = 0.4

/** The heading; set smaller if it has very many facts. `smallestText` then reports the size. */
function fittedHeading(
  { edition, part }: SheetContent,
  width: number,
  look: PageLook,
  { emblem, style, most }: Pick<PageStyle, 'emblem'> & { readonly style: Style; readonly most: number },
): SheetHeading {
  const tries = [1, 0.85, 0.72, 0.61, 0.52, 0.44, 0.37].map((factor) =>
    headingBlock(edition, width, smallerFacts(look, factor), {
      part: part ?? null,
      emblem,
      band: style.band,
    }),
  )
  return tries.find((block) => block.height <= most) ?? tries.at(-1)!
}

function emblemItems({ emblemAt }: SheetHeading, { emblem }: PageStyle, left: number): readonly PageItem[] {
  if (emblem === null || emblemAt === null) return []
  return [{ kind: 'image', ...emblemAt, x: left + emblemAt.x, y: left + emblemAt.y, png: emblem.png }]
}

function frame(size: Size, look: PageLook, style: Style): DisplayItem {
  return {
    kind: 'rect',
    x: look.margin,
    y: look.margin,
    width: size.width - 2 * look.margin,
    height: size.height - 2 * look.margin,
    stroke: style.frame,
    strokeWidth: look.frame,
  }
}

/** mm per unit: names of 7.6 mm on A3, under a title of 9.4. The upper limit of the scale. */
const largestScale = 0.54

const largestScaleOf = (look: PageLook): number => largestScale * Math.max(0.85, look.scale)

const aroundOf = ({ lanes, columns }: Arrangement): number =>
  lanes.length > 0 || columns !== null ? 0 : markOverhang

function scaleOf(arrangement: Arrangement, room: Size, look: PageLook): number {
  const around = 2 * aroundOf(arrangement)
  return Math.min(
    room.width / (arrangement.width + around),
    room.height / (arrangement.height + around),
    largestScaleOf(look),
  )
}

/** Units that the heads of the phases take beside the drawing, or above it. */
function headsOf({ edition, arrangement, part }: SheetContent, { phases }: PageStyle) {
  const found = phases && part === undefined ? phaseBands(edition.chart, arrangement) : null
  if (found === null) return { x: 0, y: 0 }
  return found.along === 'right' ? { x: 0, y: phaseHead } : { x: phaseHead, y: 0 }
}

/**
 * The drawing, scaled to the room; gaps grow if the room is larger. Placed slightly above the
 * middle (optical centre). Lanes reach from rule to rule; a flow view leaves room for marks
 * that stand out of its outer steps.
 */
function drawing(content: SheetContent, whole: Size, look: PageLook, pageStyle: PageStyle): Block {
  const { edition, view, arrangement, part } = content
  const around = aroundOf(arrangement)
  const heads = headsOf(content, pageStyle)
  const headed = { width: arrangement.width + heads.x, height: arrangement.height + heads.y }
  const scale = scaleOf({ ...arrangement, ...headed }, whole, look)
  const room = { width: whole.width - heads.x * scale, height: whole.height - heads.y * scale }
  const spreadOut = spread(arrangement, {
    width: room.width / scale - 2 * around,
    height: room.height / scale - 2 * around,
  })
  const x = heads.x * scale + (room.width - spreadOut.width * scale) / 2
  const y = heads.y * scale + (room.height - spreadOut.height * scale) * 0.45
  const connectors = (part?.connectors ?? []).flatMap(({ id, letter }) => {
    const box = spreadOut.steps[id]
    return box === undefined ? [] : [shifted(connectorFigure(letter), box.x, box.y)]
  })
  const numbers = pageStyle.steps === 'plain' ? undefined : stepNumbers(content)
  const phases = heads.x + heads.y > 0 ? phaseBands(edition.chart, spreadOut) : null
  const under = phases ? phasesFigure(phases) : []
  const children = [...drawArrangement(edition, spreadOut, view, { numbers, under }), ...connectors]
  return { height: whole.height, items: [{ kind: 'group', x, y, scale, children }] }
}
