/** Cells, rows and sections of a Visio sheet ([MS-VSDX] 2.2.4). Lengths are inches; y grows upwards. */
import type { Point, Rect } from '../../layout/arrangement.ts'
import { element, type XmlValue } from '../xml.ts'

/** Inches of a unit of the arrangement (0.25 mm). */
export const inchOfUnit = 0.25 / 25.4

export interface VsdxFrame {
  /** The corner at the lower left. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Places of a scene on its page. */
export interface VsdxPage {
  readonly width: number
  readonly height: number
  readonly point: (point: Point) => Point
  readonly frame: (box: Rect) => VsdxFrame
}

export function cell(name: string, value: XmlValue, formula?: string): string {
  return element('Cell', { N: name, V: typeof value === 'number' ? rounded(value) : value, F: formula })
}

export function visioCells(values: { readonly [name: string]: XmlValue }): readonly string[] {
  return Object.entries(values).map(([name, value]) => cell(name, value))
}

export function section(name: string, ...rows: readonly string[]): string {
  return rows.length === 0 ? '' : element('Section', { N: name }, ...rows)
}

export function frameCells({ x, y, width, height }: VsdxFrame): readonly string[] {
  return [
    cell('PinX', x + width / 2),
    cell('PinY', y + height / 2),
    cell('Width', width),
    cell('Height', height),
    cell('LocPinX', width / 2, 'Width*0.5'),
    cell('LocPinY', height / 2, 'Height*0.5'),
    cell('Angle', 0),
    cell('FlipX', 0),
    cell('FlipY', 0),
  ]
}

export interface VsdxFont {
  /** Points. */
  readonly size: number
  readonly bold?: true
  /** #rrggbb */
  readonly colour: string
}

export function fontRows(fonts: readonly VsdxFont[], typeface: string): string {
  return section(
    'Character',
    ...fonts.map(({ size, bold, colour }, at) =>
      element(
        'Row',
        { IX: at },
        cell('Font', typeface),
        cell('AsianFont', typeface),
        cell('Color', colour),
        cell('Size', size / 72),
        cell('Style', bold ? 1 : 0),
      ),
    ),
  )
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
