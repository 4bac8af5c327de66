/**
 * The page: frame, heading, the drawing as large as fits, footing. What is printed of an
 * edition is decided here and in `page/`; the writers only write.
 */
import type { Arrangement, Size } from '../layout/arrangement.ts'
import type { View } from '../model/chart.ts'
import type { Edition } from '../model/edition.ts'
import { drawArrangement } from './drawArrangement.ts'
import { colour, markOverhang } from './figures/look.ts'
import type { Ink, Sheet } from './ink.ts'
import { shifted, type Block } from './page/block.ts'
import { footingBlock } from './page/footing.ts'
import { headingBlock } from './page/heading.ts'
import { leastText, pageLook, smallerFacts, type PageLook } from './page/pageLook.ts'
import { spread } from './page/spread.ts'
import { pageSize, paperNames, papers, type Page } from './papers.ts'

export interface SheetContent {
  readonly edition: Edition
  readonly view: View
  readonly arrangement: Arrangement
}

export function composeSheet(content: SheetContent, page: Page): Sheet {
  const size = pageSize(page)
  const look = pageLook(size)
  const left = look.margin + look.padding
  const width = size.width - 2 * left
  const heading = fittedHeading(content.edition, width, look, size.height * mostHeading)
  const footing = footingBlock(content.edition, content.arrangement, width, look)
  const top = left + heading.height + look.gap
  const bottom = size.height - left - footing.height - (footing.height > 0 ? look.gap : 0)
  const ink: readonly Ink[] = [
    { kind: 'rect', x: 0, y: 0, ...size, fill: colour.white },
    frame(size, look),
    shifted(heading.ink, left, left),
    shifted(drawing(content, { width, height: bottom - top }, look).ink, left, top),
    shifted(footing.ink, left, size.height - left - footing.height),
  ]
  return { ...size, ink, smallestText: smallestText(ink, 1) }
}

/** Of the page's height: the drawing comes first. */
const mostHeading = 0.4

/** A heading with very much in it is set smaller; `smallestText` then says how small. */
function fittedHeading(edition: Edition, width: number, look: PageLook, most: number): Block {
  const tries = [1, 0.85, 0.72, 0.61, 0.52, 0.44, 0.37].map((factor) =>
    headingBlock(edition, width, smallerFacts(look, factor)),
  )
  return tries.find((block) => block.height <= most) ?? tries.at(-1)!
}

/** The pages on which the smallest text can be read, the nearest to hand first: turned, then larger. */
export function readablePages(content: SheetContent, page: Page): readonly Page[] {
  const { width, height } = papers[page.paper]
  const asLarge = paperNames.filter((paper) => papers[paper].width * papers[paper].height >= width * height)
  return asLarge
    .flatMap((paper) => [
      { paper, landscape: page.landscape },
      { paper, landscape: !page.landscape },
    ])
    .filter((other) => composeSheet(content, other).smallestText >= leastText)
}

function frame(size: Size, look: PageLook): Ink {
  return {
    kind: 'rect',
    x: look.margin,
    y: look.margin,
    width: size.width - 2 * look.margin,
    height: size.height - 2 * look.margin,
    stroke: colour.outline,
    strokeWidth: look.frame,
  }
}

/** mm a unit: body text of 5.6 mm on A3. Larger, and a small chart looks silly. */
const largestScale = 0.4

/**
 * Fitted to the room, spread where the room is larger, a little above the middle, where the
 * eye looks for the middle. Bands reach as far as the rules above and below them; a free
 * drawing leaves room for the marks that stand out of its outermost steps.
 */
function drawing({ edition, view, arrangement }: SheetContent, room: Size, look: PageLook): Block {
  const banded = arrangement.lanes.length > 0 || arrangement.columns !== null
  const around = banded ? 0 : markOverhang
  const scale = Math.min(
    room.width / (arrangement.width + 2 * around),
    room.height / (arrangement.height + 2 * around),
    largestScale * Math.max(0.85, look.scale),
  )
  const spreadOut = spread(arrangement, {
    width: room.width / scale - 2 * around,
    height: room.height / scale - 2 * around,
  })
  const x = (room.width - spreadOut.width * scale) / 2
  const y = (room.height - spreadOut.height * scale) * 0.45
  return {
    height: room.height,
    ink: [{ kind: 'group', x, y, scale, children: drawArrangement(edition, spreadOut, view) }],
  }
}

function smallestText(ink: readonly Ink[], scale: number): number {
  return ink.reduce((least, one) => {
    if (one.kind === 'text') return Math.min(least, one.size * scale)
    if (one.kind === 'group') return Math.min(least, smallestText(one.children, scale * one.scale))
    return least
  }, Number.POSITIVE_INFINITY)
}
