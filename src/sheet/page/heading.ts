/** The block above the drawing: title, unit, edition, date, version, and the facts. */
import type { Rect } from '../../layout/arrangement.ts'
import type { Edition } from '../../model/editions/edition.ts'
import { dateWording, headerWords } from '../../text/paper/paper.ts'
import { posterWords } from '../../text/screen/poster.ts'
import { editionName } from '../../text/terms.ts'
import { textWidthOf } from '../textWidth.ts'
import type { Emblem } from '../pageStyle.ts'
import { colour, type LineLook } from '../figures/look.ts'
import type { DisplayItem } from '../displayList.ts'
import { brokenLines } from '../lineBreak.ts'
import { lineItem, textItems } from '../textItems.ts'
import type { PartNumber } from '../sheetContent.ts'
import { rule, shifted, stacked, type Block } from './block.ts'
import { factsBlock, headerFacts } from './facts.ts'
import type { PageLook } from './pageLook.ts'

export interface SheetHeading extends Block {
  /** Where the emblem stands, in mm from the heading's corner; null where the unit has none. */
  readonly emblemAt: Rect | null
}

export interface HeadingStyle {
  readonly emblem: Emblem | null
  /** Behind the title, as wide as the frame; null where the style has none. */
  readonly band: string | null
}

export function headingBlock(
  edition: Edition,
  width: number,
  look: PageLook,
  { part, emblem, band }: HeadingStyle & { readonly part: PartNumber | null },
): SheetHeading {
  const facts = factsBlock(headerFacts(edition), width, look)
  const ruled: Block = { height: look.hairline, items: [rule(width, colour.hairline, look.hairline)] }
  const framed = facts.height === 0 ? [ruled] : [ruled, facts, ruled]
  const title = titleWithEmblem(edition.chart.header.title, width, look, emblem)
  const subtitle = subtitleBlock(edition, width, look, part)
  const beside = band === null && emblem === null && fitsBeside(edition, width, look, part)
  const below = stacked([...(beside ? [] : [subtitle]), stacked(framed, 1.8 * look.scale)], 2.2 * look.scale)
  const banded = band === null ? null : bandBlock(title.height, width, look, band)
  const top = banded === null ? title.height + 2.2 * look.scale : banded.height + 2.6 * look.scale
  return {
    height: top + below.height,
    items: [
      ...(banded?.items ?? []),
      ...title.items,
      ...(beside ? [shifted(subtitle.items, 0, title.height - 1.1 * subtitle.height)] : []),
      shifted(below.items, 0, top),
    ],
    emblemAt: title.emblemAt,
  }
}

/** From the frame's inner corner across the page. */
function bandBlock(titleHeight: number, width: number, look: PageLook, fill: string): Block {
  const { padding } = look
  const height = titleHeight + 0.55 * padding
  return {
    height,
    items: [
      { kind: 'rect', x: -padding, y: -padding, width: width + 2 * padding, height: height + padding, fill },
    ],
  }
}

/** The title is centred on the page, whatever stands beside it. */
function titleWithEmblem(title: string, width: number, look: PageLook, emblem: Emblem | null): SheetHeading {
  if (emblem === null) return { ...titleBlock(title, width, look.title), emblemAt: null }
  const most = { width: 34 * look.scale, height: 17 * look.scale }
  const scale = Math.min(most.width / emblem.width, most.height / emblem.height)
  const size = { width: emblem.width * scale, height: emblem.height * scale }
  const beside = size.width + 4 * look.scale
  const block = titleBlock(title, width - 2 * beside, look.title)
  const height = Math.max(block.height, size.height)
  const margin = 0.8 * look.scale
  const at = { x: margin, y: (height - size.height) / 2, ...size }
  const plate: DisplayItem = {
    kind: 'rect',
    x: at.x - margin,
    y: at.y - margin,
    width: at.width + 2 * margin,
    height: at.height + 2 * margin,
    radius: margin,
    fill: colour.white,
  }
  return {
    height,
    items: [plate, shifted(block.items, beside, (height - block.height) / 2)],
    emblemAt: at,
  }
}

/** In one line, or two; a longer title is set smaller until it fits. */
export function titleBlock(title: string, width: number, look: LineLook): Block {
  const fitted = fittedTitle(title, width, look)
  const lines = brokenLines(title, width, fitted)
  const lineHeight = fitted.size * 1.35
  return {
    height: lines.length * lineHeight,
    items: textItems(
      lines,
      { x: width / 2, middle: lineHeight / 2, align: 'middle' },
      { ...fitted, lineHeight },
    ),
  }
}

function fittedTitle(title: string, width: number, look: LineLook): LineLook {
  const sizes = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64].map((factor) => look.size * factor)
  const fitting = sizes.find((size) => brokenLines(title, width, { ...look, size }).length <= 2)
  return { ...look, size: fitting ?? sizes.at(-1)! }
}

/** Whether the line under the title has room left and right of it: then it costs no height. */
function fitsBeside(edition: Edition, width: number, look: PageLook, part: PartNumber | null): boolean {
  const { header } = edition.chart
  const title = textWidthOf(header.title, look.title.size, look.title.weight)
  const { left, right } = subtitleWords(edition, part)
  const { size } = look.subtitle
  const widest = Math.max(
    textWidthOf(left, size, 'bold') + 4 * look.scale,
    textWidthOf(right, size, 'regular') + (edition.name === 'internal' ? 7 * size : 0),
  )
  return title / 2 + widest + 8 * look.scale < width / 2
}

function subtitleWords(
  edition: Edition,
  part: PartNumber | null,
): { readonly left: string; readonly right: string } {
  const { header } = edition.chart
  const name = [editionName[edition.name], part && posterWords.part(part.number, part.of)]
  return {
    left: [header.unit?.trim() ?? '', ...name].filter(Boolean).join('　'),
    right: [header.versionMark, header.issuedOn && dateWording(header.issuedOn)].filter(Boolean).join('　'),
  }
}

/** Unit and edition on the left; version, date and 内部公开 on the right. */
function subtitleBlock(edition: Edition, width: number, look: PageLook, part: PartNumber | null): Block {
  const { header } = edition.chart
  const text = look.subtitle
  const middle = text.lineHeight / 2
  const unit = header.unit?.trim() ?? ''
  const nameAt = unit === '' ? 0 : textWidthOf(unit, text.size, 'bold') + 4 * look.scale
  const mark = edition.name === 'internal' ? internalMark(width, middle, text) : { width: 0, items: [] }
  const right = [header.versionMark, header.issuedOn && dateWording(header.issuedOn)]
    .filter(Boolean)
    .join('　')
  const rightEnd = mark.width === 0 ? width : width - mark.width - 4 * look.scale
  return {
    height: text.lineHeight,
    items: [
      ...lineItem(unit, { x: 0, middle, align: 'start' }, { ...text, weight: 'bold' }),
      ...lineItem(
        [editionName[edition.name], part && posterWords.part(part.number, part.of)]
          .filter(Boolean)
          .join('　'),
        { x: nameAt, middle, align: 'start' },
        { ...text, fill: colour.secondary },
      ),
      ...lineItem(right, { x: rightEnd, middle, align: 'end' }, text),
      ...mark.items,
    ],
  }
}

function internalMark(
  right: number,
  middle: number,
  text: LineLook,
): { readonly width: number; readonly items: readonly DisplayItem[] } {
  const look = { ...text, size: text.size * 0.9, fill: colour.outline }
  const height = text.size * 1.4
  const width = textWidthOf(headerWords.internalMark, look.size, look.weight) + text.size
  return {
    width,
    items: [
      {
        kind: 'rect',
        x: right - width,
        y: middle - height / 2,
        width,
        height,
        radius: text.size * 0.2,
        stroke: colour.outline,
        strokeWidth: text.size * 0.06,
      },
      ...lineItem(headerWords.internalMark, { x: right - width / 2, middle, align: 'middle' }, look),
    ],
  }
}
