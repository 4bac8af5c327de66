/**
 * A sheet as SVG of the plainest kind: rect, path, text, g, title and presentation
 * attributes. No classes, markers, clip paths or foreignObject, so that browsers, rsvg,
 * Inkscape, LibreOffice and print shops show the same. An emblem is the one `image`, its
 * bytes inside; a watermark is the one group with an `opacity`.
 */
import type { Size } from '../../layout/arrangement.ts'
import type { DisplayItem, PageItem, PathCommand, Sheet, Stroke, TextItem } from '../displayList.ts'
import { pngDataUri } from './base64.ts'
import { escapedMarkup, parsedColour } from './markup.ts'
import { outlineOf, type Fonts } from './outlineText.ts'

/** Font families in order of preference; `textLength` squeezes text to its width in any of them. */
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

/** The SVG of a sheet, with text as text or as outlines. Outlines throw a MissingGlyphError. */
export function sheetSvg(sheet: Sheet, options: SvgOptions): string {
  const { width, height } = sheet
  const size =
    options.pixels === undefined
      ? `width="${number(width)}mm" height="${number(height)}mm"`
      : `width="${options.pixels.width}" height="${options.pixels.height}" preserveAspectRatio="none"`
  // Older programs know a picture by its xlink:href only.
  const linked = sheet.items.some(({ kind }) => kind === 'image')
    ? ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    : ''
  const family = options.text === 'live' ? ` font-family="${fontFamilies}"` : ''
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${linked} lang="zh-CN" ${size} viewBox="0 0 ${number(width)} ${number(height)}">`,
    ...(options.title === undefined ? [] : [`<title>${escapedMarkup(options.title)}</title>`]),
    `<g fill="none"${family}>`,
    ...sheet.items.map((item) => pageElement(item, options)),
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

function pageElement(item: PageItem, options: SvgOptions): string {
  if (item.kind === 'image') {
    const place = `x="${number(item.x)}" y="${number(item.y)}" width="${number(item.width)}" height="${number(item.height)}"`
    return `<image ${place} xlink:href="${pngDataUri(item.png)}"/>`
  }
  if (item.kind !== 'overlay') return element(item, options)
  const turned = `translate(${number(item.x)} ${number(item.y)}) rotate(${number(item.degrees)})`
  const children = item.children.map((child) => element(child, options)).join('')
  return `<g transform="${turned}" opacity="${number(item.opacity)}">${children}</g>`
}

/** Ink alone, for whatever already is inside an SVG: the canvas draws its figures with this list. */
function element(item: DisplayItem, options: SvgOptions): string {
  switch (item.kind) {
    case 'rect': {
      const radius = item.radius ? ` rx="${number(item.radius)}"` : ''
      const place = `x="${number(item.x)}" y="${number(item.y)}" width="${number(item.width)}" height="${number(item.height)}"`
      return `<rect ${place}${radius}${paint(item)}/>`
    }
    case 'path':
      return `<path d="${pathData(item.path)}"${paint(item)}/>`
    case 'text':
      return options.text === 'live' ? liveText(item) : outlinedText(item, options.fonts)
    case 'group': {
      const scale = item.scale === 1 ? '' : ` scale(${exact(item.scale)})`
      const children = item.children.map((child) => element(child, options)).join('')
      return `<g transform="translate(${number(item.x)} ${number(item.y)})${scale}">${children}</g>`
    }
  }
}

function liveText(item: TextItem): string {
  const weight = item.weight === 'bold' ? ' font-weight="700"' : ''
  const length = `textLength="${number(item.width)}" lengthAdjust="spacingAndGlyphs"`
  const place = `x="${number(item.x)}" y="${number(item.y)}" font-size="${number(item.size)}"`
  return `<text ${place}${weight} ${length} fill="${parsedColour(item.fill)}">${escapedMarkup(item.text)}</text>`
}

function outlinedText(item: TextItem, fonts: Fonts): string {
  const path = outlineOf(item, fonts)
  return path.length === 0 ? '' : `<path d="${pathData(path)}" fill="${parsedColour(item.fill)}"/>`
}

function paint(item: Stroke & { readonly fill?: string }): string {
  const fill = item.fill === undefined ? '' : ` fill="${parsedColour(item.fill)}"`
  if (item.stroke === undefined) return fill
  const dash = item.dash === undefined ? '' : ` stroke-dasharray="${item.dash.map(number).join(' ')}"`
  return `${fill} stroke="${parsedColour(item.stroke)}" stroke-width="${number(item.strokeWidth ?? 1)}"${dash}`
}

/** Path commands as the `d` attribute of an SVG path. */
export function pathData(path: readonly PathCommand[]): string {
  let data = ''
  for (const command of path)
    for (let at = 0; at < command.length; at += 1) {
      const one = command[at]!
      if (typeof one === 'string') data += one
      else data += at > 1 ? ` ${number(one)}` : number(one)
    }
  return data
}

/** `.001` to `.999` without trailing zeros; empty for 0. Outlines are half a million numbers: writing a whole one and looking up the rest takes a third of what writing a fraction takes. */
const thousandths = Array.from({ length: 1000 }, (_, n) => String(n / 1000).slice(1))

/** To a thousandth: in units and in millimetres far below what any printer shows. */
function number(value: number): string {
  const whole = Math.round(value * 1000)
  if (!(Math.abs(whole) < 1e9)) return String(whole / 1000)
  const size = Math.abs(whole)
  const digits = Math.trunc(size / 1000) + thousandths[size % 1000]!
  return whole < 0 ? `-${digits}` : digits
}

/** A scale is multiplied by lengths of thousands of units. */
function exact(value: number): string {
  return String(Math.round(value * 1e6) / 1e6)
}
