/** Display items as operators of a PDF content stream. Source: ISO 32000-1, 8 and 9. */
import { roundedRect } from '../figures/shapes.ts'
import type {
  ImageItem,
  DisplayItem,
  OverlayItem,
  PageItem,
  PathCommand,
  Stroke,
  TextItem,
} from '../displayList.ts'
import { parsedColour } from './markup.ts'
import { advanceOf } from '../textWidth.ts'
import { drawnSymbol } from '../drawnSymbols.ts'
import { movedTo } from './outlineText.ts'
import { utf16Hex } from './pdfFile.ts'
import type { PdfFont } from './pdfFont.ts'

/** Points a millimetre. */
export const points = 72 / 25.4

export type PdfWeight = TextItem['weight']
export const resourceName = { regular: 'R', bold: 'B' } as const satisfies Record<PdfWeight, string>

/** Resources that items need from the file. */
export interface Surroundings {
  readonly fonts: { readonly [weight in PdfWeight]: PdfFont | undefined }
  /** The resource's name, without its stroke. */
  readonly image: (png: Uint8Array) => string
  readonly opacity: (opacity: number) => string
}

/** A sheet drawn upwards from its lower left corner, as pages are, in points. */
export function sheetOperators(items: readonly PageItem[], height: number, around: Surroundings): string {
  return [
    `${pdfNumber(points)} 0 0 ${pdfNumber(-points)} 0 ${pdfNumber(height * points)} cm`,
    ...items.map((one) => pageOperators(one, around)),
  ].join('\n')
}

function pageOperators(item: PageItem, around: Surroundings): string {
  switch (item.kind) {
    case 'image':
      return imageOperators(item, around)
    case 'overlay':
      return overlayOperators(item, around)
    default:
      return operators(item, around)
  }
}

function imageOperators({ x, y, width, height, png }: ImageItem, { image }: Surroundings): string {
  return `q ${pdfNumber(width)} 0 0 ${pdfNumber(-height)} ${numbers(x, y + height)} cm /${image(png)} Do Q`
}

function overlayOperators(item: OverlayItem, around: Surroundings): string {
  const angle = (item.degrees * Math.PI) / 180
  const turned = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle)].map(exact).join(' ')
  return [
    `q /${around.opacity(item.opacity)} gs ${turned} ${numbers(item.x, item.y)} cm`,
    ...item.children.map((child) => operators(child, around)),
    'Q',
  ].join('\n')
}

function operators(item: DisplayItem, around: Surroundings): string {
  switch (item.kind) {
    case 'rect': {
      const outline = item.radius
        ? pathOperators(roundedRect(item, item.radius))
        : `${numbers(item.x, item.y, item.width, item.height)} re`
      return painted(outline, item)
    }
    case 'path':
      return painted(pathOperators(item.path), item)
    case 'text':
      return textOperators(item, around)
    case 'group': {
      const { x, y, scale, children } = item
      return [
        `q ${exact(scale)} 0 0 ${exact(scale)} ${numbers(x, y)} cm`,
        ...children.map((child) => operators(child, around)),
        'Q',
      ].join('\n')
    }
  }
}

/** A symbol that no font has stands between the runs of text before and behind it. */
function textOperators(item: TextItem, around: Surroundings): string {
  const operators: string[] = []
  let { x } = item
  let run = { text: '', x }
  const endRun = () => operators.push(runOperators({ ...item, ...run }, around))
  for (const character of item.text) {
    const drawn = drawnSymbol(character)
    const behind = x + advanceOf(character.codePointAt(0)!, item.weight) * item.size
    if (drawn) {
      endRun()
      operators.push(symbolOperators({ ...item, x, text: character }, drawn, around))
      run = { text: '', x: behind }
    } else run.text += character
    x = behind
  }
  endRun()
  return operators.filter((one) => one !== '').join(' ')
}

/** What is searched and copied is `ActualText`, which belongs to text (ISO 32000-1, 14.9.4): a blank that is not painted. */
function symbolOperators(item: TextItem, outline: readonly PathCommand[], around: Surroundings): string {
  const path = pathOperators(outline.map((command) => movedTo(command, item.x, item.y, item.size)))
  const blank = runOperators({ ...item, text: unseen }, around)
  return `/Span<</ActualText<feff${utf16Hex(item.text)}>>>BDC ${colourOf(item.fill)} rg ${path} f q 3 Tr ${blank} Q EMC`
}

/** Stands in the text for what is drawn without a font. */
export const unseen = ' '

/** The page is drawn downwards; text is turned back upright. */
function runOperators(item: TextItem, { fonts }: Surroundings): string {
  const font = fonts[item.weight]
  if (font === undefined || item.text === '') return ''
  const place = `1 0 0 -1 ${numbers(item.x, item.y)} Tm`
  return `BT /${resourceName[item.weight]} ${pdfNumber(item.size)} Tf ${colourOf(item.fill)} rg ${place} ${font.encoded(item.text)} Tj ET`
}

function pathOperators(path: readonly PathCommand[]): string {
  const operator = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const
  return path.map(([letter, ...rest]) => `${rest.map(pdfNumber).join(' ')} ${operator[letter]}`).join(' ')
}

function painted(
  outline: string,
  { fill, stroke, strokeWidth, dash }: Stroke & { readonly fill?: string },
): string {
  const before = [
    ...(fill === undefined ? [] : [`${colourOf(fill)} rg`]),
    ...(stroke === undefined ? [] : [`${colourOf(stroke)} RG ${pdfNumber(strokeWidth ?? 1)} w`]),
    ...(dash === undefined ? [] : [`[${dash.map(pdfNumber).join(' ')}] 0 d`]),
  ]
  const after = dash === undefined ? [] : ['[] 0 d']
  return [...before, outline, paintOperator(fill, stroke), ...after].join(' ')
}

function paintOperator(fill: string | undefined, stroke: string | undefined): string {
  if (fill === undefined) return stroke === undefined ? 'n' : 'S'
  return stroke === undefined ? 'f' : 'B'
}

function colourOf(colour: string): string {
  const hex = parsedColour(colour)
  return [1, 3, 5].map((at) => pdfNumber(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ')
}

function numbers(...values: readonly number[]): string {
  return values.map(pdfNumber).join(' ')
}

/** PDF numbers have no exponent notation. */
export function pdfNumber(value: number): string {
  return String(Number(value.toFixed(4)))
}

function exact(value: number): string {
  return String(Number(value.toFixed(7)))
}
