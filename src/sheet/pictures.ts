/**
 * Pictures without a page: for a Word document (drawing only, as wide as the text) and for
 * WeChat (as wide as a phone, of any length).
 */
import type { Size } from '../layout/arrangement.ts'
import { dateWording } from '../text/paper/paper.ts'
import { posterWords } from '../text/screen/poster.ts'
import { editionName } from '../text/terms.ts'
import { drawArrangement } from './drawArrangement.ts'
import type { PageStyle } from './pageStyle.ts'
import { colour, markOverhang, type LineLook } from './figures/look.ts'
import type { DisplayItem, Sheet } from './displayList.ts'
import { brokenLines } from './lineBreak.ts'
import { printPixels } from './writers/pngFile.ts'
import { stepLines } from './writers/chartText.ts'
import { rule, shifted, stacked, type Block } from './page/block.ts'
import { factsBlock, headerFacts } from './page/facts.ts'
import { legendAndPhones } from './page/footing.ts'
import { titleBlock } from './page/heading.ts'
import type { PageLook } from './page/pageLook.ts'
import { qrBlock } from './page/qrCode.ts'
import { watermark } from './page/watermark.ts'
import type { SheetContent } from './sheetContent.ts'
import { stepNumbers } from './stepNumbers.ts'
import { smallestText } from './smallestText.ts'
import { restyled, styleOf } from './styles.ts'
import { textItems } from './textItems.ts'

export interface Picture {
  readonly sheet: Sheet
  readonly pixels: Size
}

/** mm: what the usual margins of a Chinese office document leave of A4 (28 mm and 26 mm of GB/T 9704 leave 156; Word's own 25 mm leave 160). */
const textBlock = { width: 160, height: 240 } as const
/** mm a unit: a step's name is 3.5 mm, 10 pt, as large as the text around. */
const wordScale = 0.25

/** The drawing alone for a Word document, 160 mm wide at 300 dpi. */
export function wordPicture(content: SheetContent, pageStyle: PageStyle): Picture {
  const { width } = textBlock
  const scale = Math.min(fitting(content, width), textBlock.height / wholeHeight(content), wordScale)
  const drawing = drawingBlock(content, width, scale, pageStyle)
  const sheet = pictureSheet([drawing], { width, margin: 0, gap: 0 }, content, pageStyle)
  return { sheet, pixels: printPixels(sheet) }
}

/** mm; ten pixels each. A phone shows 1080 pixels on about 70 mm. */
const phone = { width: 108, margin: 5, pixelsPerMillimetre: 10 } as const
/** Upper limit of the scale, mm per unit: a chart of three steps would fill the screen. */
const phoneScale = 0.34

/** mm that a picture has for its drawing, and the largest scale there; a phone is scrolled down. */
export const pictureRooms = {
  word: { ...textBlock, largest: wordScale },
  wechat: { width: phone.width - 2 * phone.margin, height: 4 * phone.width, largest: phoneScale },
} as const

/** A picture for phones, 1080 px wide: heading, drawing, and every step in words. */
export function phonePicture(content: SheetContent, pageStyle: PageStyle): Picture {
  const width = phone.width - 2 * phone.margin
  const drawing = drawingBlock(content, width, Math.min(fitting(content, width), phoneScale), pageStyle)
  const blocks = [
    ...phoneHeading(content, width, pageStyle),
    factsBlock(headerFacts(content.edition), width, phoneLook),
    ruled(width),
    drawing,
    legendAndPhones(content, width, phoneLook, pageStyle.steps === 'plain' ? 'plain' : 'numbered'),
    ruled(width),
    ...stepBlocks(content, width),
    ...codeBlock(content, width, pageStyle),
  ]
  const sheet = pictureSheet(
    blocks,
    { width: phone.width, margin: phone.margin, gap: 3.2 },
    content,
    pageStyle,
  )
  const pixels = (length: number): number => Math.round(length * phone.pixelsPerMillimetre)
  return { sheet, pixels: { width: pixels(sheet.width), height: pixels(sheet.height) } }
}

function around({ arrangement }: SheetContent): number {
  return arrangement.lanes.length > 0 || arrangement.columns !== null ? 1 : markOverhang
}

function fitting(content: SheetContent, width: number): number {
  return width / (content.arrangement.width + 2 * around(content))
}

function wholeHeight(content: SheetContent): number {
  return content.arrangement.height + 2 * around(content)
}

function drawingBlock(content: SheetContent, width: number, scale: number, { steps }: PageStyle): Block {
  const { edition, arrangement, view } = content
  const numbers = steps === 'plain' ? undefined : stepNumbers(content)
  const children = drawArrangement(edition, arrangement, view, { numbers })
  const x = (width - arrangement.width * scale) / 2
  return {
    height: wholeHeight(content) * scale,
    items: [{ kind: 'group', x, y: around(content) * scale, scale, children }],
  }
}

function pictureSheet(
  blocks: readonly Block[],
  { width, margin, gap }: { readonly width: number; readonly margin: number; readonly gap: number },
  { edition }: SheetContent,
  pageStyle: PageStyle,
): Sheet {
  const body = stacked(blocks, gap)
  const size = { width, height: Math.ceil(body.height + 2 * margin) }
  const items: readonly DisplayItem[] = [
    { kind: 'rect', x: 0, y: 0, ...size, fill: colour.white },
    shifted(body.items, margin, margin),
  ]
  const style = styleOf(pageStyle.style)
  return {
    ...size,
    items: [
      ...items.map((one) => restyled(one, style)),
      ...(pageStyle.watermark && edition.name === 'internal' ? [watermark(size)] : []),
    ],
    smallestText: smallestText(items),
  }
}

/** Body text of 40 pixels, 2.6 mm on the glass: as large as WeChat's own. */
const phoneLook: PageLook = {
  scale: 1,
  margin: phone.margin,
  padding: 0,
  gap: 3,
  frame: 0,
  hairline: 0.15,
  title: look(6.4, 'bold'),
  subtitle: look(4, 'regular'),
  label: look(3.8, 'regular', colour.secondary),
  value: look(3.8, 'regular'),
  phone: look(4.8, 'bold'),
}
const stepName = look(4.3, 'bold')

function look(size: number, weight: LineLook['weight'], fill: string = colour.ink): LineLook {
  return { size, weight, fill, lineHeight: size * 1.5 }
}

function phoneHeading(
  { edition, part }: SheetContent,
  width: number,
  pageStyle: PageStyle,
): readonly Block[] {
  const { header } = edition.chart
  const band = styleOf(pageStyle.style).band
  const title = titleBlock(header.title, width, { ...phoneLook.title, fill: styleOf(pageStyle.style).title })
  const banded: Block = {
    height: title.height + (band === null ? 0 : phone.margin),
    items: [...(band === null ? [] : [bandItem(title.height, band)]), ...title.items],
  }
  const lines = [
    header.unit ?? '',
    [editionName[edition.name], part && posterWords.part(part.number, part.of)].filter(Boolean).join('　'),
    [header.versionMark, header.issuedOn && dateWording(header.issuedOn)].filter(Boolean).join('　'),
  ]
  const said = lines
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line, width, phoneLook.subtitle))
  return [banded, stacked(said, 0.6)]
}

function bandItem(titleHeight: number, fill: string): DisplayItem {
  const { margin, width } = phone
  return { kind: 'rect', x: -margin, y: -margin, width, height: titleHeight + 2 * margin, fill }
}

function ruled(width: number): Block {
  return { height: phoneLook.hairline, items: [rule(width, colour.hairline, phoneLook.hairline)] }
}

function paragraph(text: string, width: number, style: LineLook): Block {
  const lines = brokenLines(text, width, style)
  return {
    height: lines.length * style.lineHeight,
    items: textItems(lines, { x: 0, middle: style.lineHeight / 2, align: 'start' }, style),
  }
}

/** 办理步骤: what the text twin says, in lines as wide as the phone. */
function stepBlocks({ edition }: SheetContent, width: number): readonly Block[] {
  const indent = 6
  const steps = edition.chart.steps.map((step, i) => {
    const [title = '', ...details] = stepLines(step, i + 1, edition)
    const below = stacked(
      details.map((line) => paragraph(line.trim(), width - indent, phoneLook.value)),
      0.4,
    )
    return stacked(
      [paragraph(title, width, stepName), { height: below.height, items: [shifted(below.items, indent, 0)] }],
      0.6,
    )
  })
  return [paragraph(posterWords.steps, width, { ...phoneLook.title, size: 5, lineHeight: 7.5 }), ...steps]
}

function codeBlock({ edition }: SheetContent, width: number, { publicAddress }: PageStyle): readonly Block[] {
  if (publicAddress === null || edition.name !== 'external') return []
  const code = qrBlock(publicAddress, phoneLook)
  return [{ height: code.height, items: [shifted(code.items, (width - code.width) / 2, 0)] }]
}
