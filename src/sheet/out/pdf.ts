/**
 * A sheet as a PDF, written by ourselves: vectors, exact page box, fonts cut down to what is
 * used. Nothing goes in but the sheet and the title that is handed in: no dates, no producer.
 */
import { strToU8 } from 'fflate'
import type { Ink, PathCommand, Sheet, Stroke, TextInk } from '../ink.ts'
import { roundedRect } from '../figures/shapes.ts'
import { MissingGlyphError } from './font.ts'
import type { Fonts } from './outlined.ts'
import { pdfFile, ref, utf16Hex, type PdfFile } from './pdfFile.ts'
import { embedFont, type PdfFont } from './pdfFont.ts'

/** Points a millimetre. */
const points = 72 / 25.4

type Weight = TextInk['weight']
type Embedded = { readonly [weight in Weight]: PdfFont | undefined }

/** Six capital letters and a plus say that the font is a subset. */
const fontName = { regular: 'QQTREG+NotoSansSC-Regular', bold: 'QQTBLD+NotoSansSC-Bold' } as const
const resourceName = { regular: 'R', bold: 'B' } as const

export function sheetPdf(
  sheet: Sheet,
  fonts: Fonts,
  { title }: { readonly title?: string } = {},
): Uint8Array {
  const file = pdfFile()
  const embedded: Embedded = {
    regular: embedded1(file, sheet, fonts, 'regular'),
    bold: embedded1(file, sheet, fonts, 'bold'),
  }
  const [width, height] = [number(sheet.width * points), number(sheet.height * points)]
  const content = [
    `${number(points)} 0 0 ${number(-points)} 0 ${height} cm`,
    ...sheet.ink.map((ink) => operators(ink, embedded)),
  ].join('\n')
  const stream = file.addStream('', strToU8(content))
  const resources = (['regular', 'bold'] as const)
    .flatMap((weight) => {
      const font = embedded[weight]
      return font === undefined ? [] : [`/${resourceName[weight]} ${ref(font.object)}`]
    })
    .join('')
  // A page names its parent and the parent its page: the number of the next but one is known.
  const pages = file.add(`<</Type/Pages/Count 1/Kids[${ref(stream + 2)}]>>`)
  file.add(
    `<</Type/Page/Parent ${ref(pages)}/MediaBox[0 0 ${width} ${height}]/Contents ${ref(stream)}/Resources<</Font<<${resources}>>>>>>`,
  )
  const root = file.add(
    `<</Type/Catalog/Pages ${ref(pages)}/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>>>`,
  )
  const info = title === undefined ? undefined : file.add(`<</Title<feff${utf16Hex(title)}>>>`)
  return file.finish(root, info)
}

function embedded1(file: PdfFile, sheet: Sheet, fonts: Fonts, weight: Weight): PdfFont | undefined {
  const characters = new Set<string>()
  eachText(sheet.ink, (ink) => {
    if (ink.weight !== weight) return
    for (const character of ink.text) {
      if (!fonts[weight].has(character)) throw new MissingGlyphError(character, ink.text)
      characters.add(character)
    }
  })
  if (characters.size === 0) return undefined
  return embedFont(file, fonts[weight], fontName[weight], [...characters].sort().join(''))
}

/** Calls back for every run of text. */
export function eachText(ink: readonly Ink[], visit: (text: TextInk) => void): void {
  for (const one of ink) {
    if (one.kind === 'text') visit(one)
    if (one.kind === 'group') eachText(one.children, visit)
  }
}

function operators(ink: Ink, fonts: Embedded): string {
  switch (ink.kind) {
    case 'rect': {
      const outline = ink.radius
        ? pathOperators(roundedRect(ink, ink.radius))
        : `${numbers(ink.x, ink.y, ink.width, ink.height)} re`
      return painted(outline, ink)
    }
    case 'path':
      return painted(pathOperators(ink.path), ink)
    case 'text':
      return textOperators(ink, fonts)
    case 'group': {
      const { x, y, scale, children } = ink
      return [
        `q ${exact(scale)} 0 0 ${exact(scale)} ${numbers(x, y)} cm`,
        ...children.map((child) => operators(child, fonts)),
        'Q',
      ].join('\n')
    }
  }
}

/** The page is drawn downwards; text is turned back upright. */
function textOperators(ink: TextInk, fonts: Embedded): string {
  const font = fonts[ink.weight]
  if (font === undefined || ink.text === '') return ''
  const place = `1 0 0 -1 ${numbers(ink.x, ink.y)} Tm`
  return `BT /${resourceName[ink.weight]} ${number(ink.size)} Tf ${colourOf(ink.fill)} rg ${place} ${font.encoded(ink.text)} Tj ET`
}

function pathOperators(path: readonly PathCommand[]): string {
  const operator = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const
  return path.map(([letter, ...rest]) => `${rest.map(number).join(' ')} ${operator[letter]}`).join(' ')
}

function painted(
  outline: string,
  { fill, stroke, strokeWidth, dash }: Stroke & { readonly fill?: string },
): string {
  const before = [
    ...(fill === undefined ? [] : [`${colourOf(fill)} rg`]),
    ...(stroke === undefined ? [] : [`${colourOf(stroke)} RG ${number(strokeWidth ?? 1)} w`]),
    ...(dash === undefined ? [] : [`[${dash.map(number).join(' ')}] 0 d`]),
  ]
  const after = dash === undefined ? [] : ['[] 0 d']
  return [...before, outline, paintOperator(fill, stroke), ...after].join(' ')
}

function paintOperator(fill: string | undefined, stroke: string | undefined): string {
  if (fill === undefined) return stroke === undefined ? 'n' : 'S'
  return stroke === undefined ? 'f' : 'B'
}

function colourOf(hex: string): string {
  return [1, 3, 5].map((at) => number(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ')
}

function numbers(...values: readonly number[]): string {
  return values.map(number).join(' ')
}

/** PDF knows no exponents. */
function number(value: number): string {
  return String(Number(value.toFixed(4)))
}

function exact(value: number): string {
  return String(Number(value.toFixed(7)))
}
