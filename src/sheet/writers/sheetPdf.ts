/**
 * Sheets as a PDF, written by ourselves: vectors, exact page boxes, fonts cut down to what is
 * used. Nothing goes in but the sheets and the title that is handed in: no dates, no producer.
 */
import { strToU8 } from 'fflate'
import type { Size } from '../../layout/arrangement.ts'
import { eachText, type Sheet } from '../displayList.ts'
import type { Tile, Tiling } from '../tiled.ts'
import { drawnSymbol } from '../drawnSymbols.ts'
import { MissingGlyphError } from './font.ts'
import type { Fonts } from './outlineText.ts'
import {
  pdfNumber,
  points,
  resourceName,
  sheetOperators,
  unseen,
  type Surroundings,
  type PdfWeight,
} from './pdfContent.ts'
import { pdfFile, ref, utf16Hex, type PdfFile } from './pdfFile.ts'
import { embedFont, type PdfFont } from './pdfFont.ts'
import { pixelsOf } from './pngPixels.ts'

/** Six capital letters and a plus say that the font is a subset. */
const fontName = { regular: 'QQTREG+NotoSansSC-Regular', bold: 'QQTBLD+NotoSansSC-Bold' } as const

export interface PdfSaying {
  readonly title?: string
}

/**
 * A PDF of one page with subset fonts and selectable text. Equal sheets give equal bytes.
 * Throws a MissingGlyphError.
 */
export function sheetPdf(sheet: Sheet, fonts: Fonts, saying: PdfSaying = {}): Uint8Array {
  return sheetsPdf([sheet], fonts, saying)
}

/** A PDF with one page per sheet and shared fonts. Throws a MissingGlyphError. */
export function sheetsPdf(sheets: readonly Sheet[], fonts: Fonts, { title }: PdfSaying = {}): Uint8Array {
  const pdf = beginPdf(sheets, fonts)
  for (const sheet of sheets) pdf.addPage(sheet, sheetOperators(sheet.items, sheet.height, pdf.around))
  return pdf.finish(title)
}

/**
 * A PDF of a poster on many small pages: the poster is in the file once, each page shows its
 * part and the marks for joining the pages. Throws a MissingGlyphError.
 */
export function tiledPdf(
  poster: Sheet,
  { tiles, pageSize }: Tiling,
  fonts: Fonts,
  { title }: PdfSaying = {},
): Uint8Array {
  const pdf = beginPdf([poster, ...tiles.map(({ marks }) => ({ items: marks }))], fonts)
  const form = pdf.addForm(poster, sheetOperators(poster.items, poster.height, pdf.around))
  for (const tile of tiles)
    pdf.addPage(
      pageSize,
      `${windowOperators(tile, poster.height, pageSize.height, form)}\n${sheetOperators(tile.marks, pageSize.height, pdf.around)}`,
    )
  return pdf.finish(title)
}

/** The poster's form, clipped to the tile's window and moved so that the window shows its part. */
function windowOperators(
  { window, source }: Tile,
  posterHeight: number,
  pageHeight: number,
  form: string,
): string {
  const bottom = pageHeight - window.y - window.height
  const moved = inPoints(window.x - source.x, pageHeight - window.y - (posterHeight - source.y))
  return `q ${inPoints(window.x, bottom, window.width, window.height)} re W n 1 0 0 1 ${moved} cm /${form} Do Q`
}

function inPoints(...lengths: readonly number[]): string {
  return lengths.map((length) => pdfNumber(length * points)).join(' ')
}

interface Pdf {
  readonly around: Surroundings
  readonly addPage: (size: Size, content: string) => void
  /** Answers the name under which pages show it. */
  readonly addForm: (size: Size, content: string) => string
  readonly finish: (title: string | undefined) => Uint8Array
}

function beginPdf(sheets: readonly Pick<Sheet, 'items'>[], fonts: Fonts): Pdf {
  const file = pdfFile()
  const embedded = {
    regular: embeddedFont(file, sheets, fonts, 'regular'),
    bold: embeddedFont(file, sheets, fonts, 'bold'),
  }
  const [tree, resources] = [file.reserve(), file.reserve()]
  const pages: number[] = []
  const images = named<Uint8Array>('I', (png) => imageObject(file, png))
  const opacities = named<number>('G', (opacity) => file.add(`<</Type/ExtGState/ca ${pdfNumber(opacity)}>>`))
  const forms: { readonly name: string; readonly object: number }[] = []
  return {
    around: { fonts: embedded, image: images.nameOf, opacity: opacities.nameOf },
    addPage: (size, content) => {
      const stream = file.addStream('', strToU8(content))
      pages.push(
        file.add(
          `<</Type/Page/Parent ${ref(tree)}/MediaBox${box(size)}/Contents ${ref(stream)}/Resources ${ref(resources)}>>`,
        ),
      )
    },
    addForm: (size, content) => {
      const entries = `/Type/XObject/Subtype/Form/BBox${box(size)}/Resources ${ref(resources)}`
      const name = `F${forms.length + 1}`
      forms.push({ name, object: file.addStream(entries, strToU8(content)) })
      return name
    },
    finish: (title) => {
      const used = (['regular', 'bold'] as const).flatMap((weight) => {
        const font = embedded[weight]
        return font === undefined ? [] : [{ name: resourceName[weight], object: font.object }]
      })
      file.fill(
        resources,
        `<<${entry('Font', used)}${entry('XObject', [...images.all(), ...forms])}${entry('ExtGState', opacities.all())}>>`,
      )
      file.fill(tree, `<</Type/Pages/Count ${pages.length}/Kids[${pages.map(ref).join(' ')}]>>`)
      const root = file.add(
        `<</Type/Catalog/Pages ${ref(tree)}/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>>>`,
      )
      const info = title === undefined ? undefined : file.add(`<</Title<feff${utf16Hex(title)}>>>`)
      return file.finish(root, info)
    },
  }
}

function box({ width, height }: Size): string {
  return `[0 0 ${pdfNumber(width * points)} ${pdfNumber(height * points)}]`
}

function entry(kind: string, things: readonly { readonly name: string; readonly object: number }[]): string {
  if (things.length === 0) return ''
  return `/${kind}<<${things.map(({ name, object }) => `/${name} ${ref(object)}`).join('')}>>`
}

interface Named<T> {
  readonly nameOf: (thing: T) => string
  readonly all: () => readonly { readonly name: string; readonly object: number }[]
}

/** Each thing goes into the file once, under a name. */
function named<T>(letter: string, add: (thing: T) => number): Named<T> {
  const known = new Map<T, { readonly name: string; readonly object: number }>()
  return {
    nameOf: (thing) => {
      const found = known.get(thing) ?? { name: `${letter}${known.size + 1}`, object: add(thing) }
      known.set(thing, found)
      return found.name
    },
    all: () => [...known.values()],
  }
}

/** Colours and transparency are two pictures in a PDF. */
function imageObject(file: PdfFile, png: Uint8Array): number {
  const { width, height, rgba } = pixelsOf(png)
  const [colours, alphas] = [new Uint8Array(width * height * 3), new Uint8Array(width * height)]
  for (let i = 0; i < width * height; i++) {
    colours.set(rgba.subarray(4 * i, 4 * i + 3), 3 * i)
    alphas[i] = rgba[4 * i + 3]!
  }
  const entries = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8`
  const mask = file.addStream(`${entries}/ColorSpace/DeviceGray`, alphas)
  return file.addStream(`${entries}/ColorSpace/DeviceRGB/SMask ${ref(mask)}`, colours)
}

function embeddedFont(
  file: PdfFile,
  sheets: readonly Pick<Sheet, 'items'>[],
  fonts: Fonts,
  weight: PdfWeight,
): PdfFont | undefined {
  const characters = new Set<string>()
  for (const { items } of sheets)
    eachText(items, (text) => {
      if (text.weight !== weight) return
      for (const character of text.text) {
        if (!fonts[weight].has(character)) throw new MissingGlyphError(character, text.text)
        characters.add(drawnSymbol(character) ? unseen : character)
      }
    })
  if (characters.size === 0) return undefined
  return embedFont(file, fonts[weight], fontName[weight], [...characters].sort().join(''))
}
