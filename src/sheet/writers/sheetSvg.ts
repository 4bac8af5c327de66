/**
 * A sheet as SVG of the plainest kind: rect, path, text, g, title and presentation
 * attributes. No classes, markers, clip paths or foreignObject, so that browsers, rsvg,
 * Inkscape, LibreOffice and print shops show the same. An emblem is the one `image`, its
 * bytes inside; a watermark is the one group with an `opacity`.
 */
import type { Size } from '../../layout/arrangement.ts'
import type { DisplayItem, PageItem, PathCommand, Sheet, Stroke, TextItem } from '../displayList.ts'
import { pngDataUri } from './base64.ts'
import { outlineOf, type Fonts } from './outlineText.ts'

/** On other machines the first of these that is there; `textLength` squeezes it to the same width. */
export const fontFamilies =
  "'Noto Sans SC','Source Han Sans SC','Noto Sans CJK SC','Microsoft YaHei','PingFang SC',SimHei,sans-serif"

export type SvgText =
  | { readonly text: 'live' }
  /** Every character as its outline: looks alike everywhere, for print shops and rasterisers. */
  | { readonly text: 'outlined'; readonly fonts: Fonts }

export type SvgOptions = SvgText & {
  /** What screen readers and browser tabs say: the chart's own title, nothing that is not on the sheet. */
  readonly title?: string
  /** For a rasteriser: exactly so many pixels instead of millimetres. */
  readonly pixels?: Size
}

export function sheetSvg(sheet: Sheet, options: SvgOptions): string {
  const { width, height } = sheet
  const size =
    options.pixels === undefined
      ? `width="${number(width)}mm" height="${number(height)}mm"`
      : `width="${options.pixels.width}" height="${options.pixels.height}" preserveAspectRatio="none"`
  // Older programs know a picture by its xlink:href only.
  const linked = sheet.ink.some(({ kind }) => kind === 'image')
    ? ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    : ''
  const family = options.text === 'live' ? ` font-family="${fontFamilies}"` : ''
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${linked} lang="zh-CN" ${size} viewBox="0 0 ${number(width)} ${number(height)}">`,
    ...(options.title === undefined ? [] : [`<title>${escaped(options.title)}</title>`]),
    `<g fill="none"${family}>`,
    ...sheet.ink.map((ink) => pageElement(ink, options)),
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

function pageElement(ink: PageItem, options: SvgOptions): string {
  if (ink.kind === 'image') {
    const place = `x="${number(ink.x)}" y="${number(ink.y)}" width="${number(ink.width)}" height="${number(ink.height)}"`
    return `<image ${place} xlink:href="${pngDataUri(ink.png)}"/>`
  }
  if (ink.kind !== 'overlay') return element(ink, options)
  const turned = `translate(${number(ink.x)} ${number(ink.y)}) rotate(${number(ink.degrees)})`
  const children = ink.children.map((child) => element(child, options)).join('')
  return `<g transform="${turned}" opacity="${number(ink.opacity)}">${children}</g>`
}

/** Ink alone, for whatever already is inside an SVG: the canvas draws its figures with this list. */
function element(ink: DisplayItem, options: SvgOptions): string {
  switch (ink.kind) {
    case 'rect': {
      const radius = ink.radius ? ` rx="${number(ink.radius)}"` : ''
      const place = `x="${number(ink.x)}" y="${number(ink.y)}" width="${number(ink.width)}" height="${number(ink.height)}"`
      return `<rect ${place}${radius}${paint(ink)}/>`
    }
    case 'path':
      return `<path d="${pathData(ink.path)}"${paint(ink)}/>`
    case 'text':
      return options.text === 'live' ? liveText(ink) : outlinedText(ink, options.fonts)
    case 'group': {
      const scale = ink.scale === 1 ? '' : ` scale(${exact(ink.scale)})`
      const children = ink.children.map((child) => element(child, options)).join('')
      return `<g transform="translate(${number(ink.x)} ${number(ink.y)})${scale}">${children}</g>`
    }
  }
}

function liveText(ink: TextItem): string {
  const weight = ink.weight === 'bold' ? ' font-weight="700"' : ''
  const length = `textLength="${number(ink.width)}" lengthAdjust="spacingAndGlyphs"`
  const place = `x="${number(ink.x)}" y="${number(ink.y)}" font-size="${number(ink.size)}"`
  return `<text ${place}${weight} ${length} fill="${ink.fill}">${escaped(ink.text)}</text>`
}

function outlinedText(ink: TextItem, fonts: Fonts): string {
  const path = outlineOf(ink, fonts)
  return path.length === 0 ? '' : `<path d="${pathData(path)}" fill="${ink.fill}"/>`
}

function paint(ink: Stroke & { readonly fill?: string }): string {
  const fill = ink.fill === undefined ? '' : ` fill="${ink.fill}"`
  if (ink.stroke === undefined) return fill
  const dash = ink.dash === undefined ? '' : ` stroke-dasharray="${ink.dash.map(number).join(' ')}"`
  return `${fill} stroke="${ink.stroke}" stroke-width="${number(ink.strokeWidth ?? 1)}"${dash}`
}

export function pathData(path: readonly PathCommand[]): string {
  return path.map(([letter, ...numbers]) => letter + numbers.map(number).join(' ')).join('')
}

/** To a thousandth: in units and in millimetres far below what any printer shows. */
function number(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

/** A scale is multiplied by lengths of thousands of units. */
function exact(value: number): string {
  return String(Math.round(value * 1e6) / 1e6)
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`)
}
