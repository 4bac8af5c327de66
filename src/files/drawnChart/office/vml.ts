/**
 * Shapes of VML, as Word 97 to 2007 and WPS draw them (ECMA-376 part 4, chapter 19). Which shapes a
 * connector is glued to stands in the rules of settings.xml.
 */
import type { FigurePoint } from '../scene/scene.ts'
import { attribute, child, within, type PlainElement } from '../source/plainXml.ts'
import { blockArrow, type Gathered } from './drawingMl.ts'
import { officeText } from './officeText.ts'
import {
  connectorShares,
  groupPlacement,
  placedBox,
  placedPath,
  type Frame,
  type PagePlacement,
} from './place.ts'
import { arrowOfPreset, figureOfPreset, isLinePreset, presetOfVml } from './presetFigure.ts'

/** Glue by the id of the connector. */
export type VmlGlue = ReadonlyMap<string, { readonly from?: string; readonly to?: string }>

const plainPresets: { readonly [name: string]: string } = {
  rect: 'rect',
  roundrect: 'roundRect',
  oval: 'ellipse',
  line: 'line',
  polyline: 'polyline',
}

export interface VmlContext {
  readonly glue: VmlGlue
  /** Numbers of shape types, by their id. */
  readonly types: ReadonlyMap<string, number>
}

export function vmlGlueOf(settings: PlainElement | undefined): VmlGlue {
  const rules = settings
    ? within(settings, 'r').filter((rule) => attribute(rule, 'type') === 'connector')
    : []
  return new Map(
    rules.map((rule) => {
      const ends = rule.children.filter(({ name }) => name === 'proxy')
      const shapeAt = (end: 'start' | 'end') => {
        const found = ends.find((proxy) => proxy.attributes[end] !== undefined)
        return found && attribute(found, 'idref')?.replace('#', '')
      }
      const [from, to] = [shapeAt('start'), shapeAt('end')]
      return [
        attribute(rule, 'idref')?.replace('#', '') ?? '',
        { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
      ]
    }),
  )
}

export function vmlTypesIn(document: PlainElement): ReadonlyMap<string, number> {
  return new Map(
    within(document, 'shapetype').map((type) => [
      attribute(type, 'id') ?? '',
      Number(attribute(type, 'spt') ?? 0),
    ]),
  )
}

/** Adds the VML shapes of a `w:pict`. */
export function gatherVml(
  element: PlainElement,
  placement: PagePlacement,
  context: VmlContext,
  into: Gathered,
): void {
  if (element.name === 'group') {
    const frame = frameOf(element)
    if (!frame) return
    const [left = 0, top = 0] = numbers(attribute(element, 'coordorigin'))
    const [width = 1000, height = 1000] = numbers(attribute(element, 'coordsize'))
    const inside = groupPlacement(placement, frame, { left, top, width, height })
    for (const each of element.children) gatherVml(each, inside, context, into)
  } else if (element.name === 'shape' || plainPresets[element.name] !== undefined)
    gatherShape(element, placement, context, into)
  else if (element.name !== 'shapetype')
    for (const each of element.children) gatherVml(each, placement, context, into)
}

function gatherShape(
  element: PlainElement,
  placement: PagePlacement,
  { glue, types }: VmlContext,
  into: Gathered,
): void {
  const id = attribute(element, 'id') ?? `vml ${into.shapes.length}`
  into.ids.set(id, (into.ids.get(id) ?? 0) + 1)
  const preset = presetOf(element, types)
  const text = officeText(element)
  const style = styleOf(element)
  if (style.get('visibility') === 'hidden') return
  const path = linePath(element, preset, placement)
  if (path) {
    const stroke = child(element, 'stroke')
    const hasHead = (end: string) => !['none', undefined].includes(stroke && attribute(stroke, end))
    into.lines.push({
      id: `line ${id}`,
      path,
      label: text.replaceAll('\n', ''),
      startHead: hasHead('startarrow'),
      endHead: hasHead('endarrow'),
      ...glue.get(id),
    })
    return
  }
  const frame = frameOf(element)
  if (!frame) return
  const arrow = arrowOfPreset(preset)
  if (child(element, 'imagedata')) into.pictures += 1
  else if (arrow) into.lines.push(blockArrow({ id, arrow, text }, frame, placement))
  else {
    const bare =
      isOff(attribute(element, 'stroked')) && (isOff(attribute(element, 'filled')) || isWhite(element))
    const figure = bare ? 'none' : figureOfPreset(preset)
    if (figure) into.shapes.push({ id, text, figure, box: placedBox(frame, placement) })
  }
}

function presetOf(element: PlainElement, types: ReadonlyMap<string, number>): string {
  const plain = plainPresets[element.name]
  if (plain !== undefined) return plain
  const type = attribute(element, 'type')?.replace('#', '') ?? ''
  const spt = Number(attribute(element, 'spt') ?? types.get(type) ?? /_t(\d+)$/.exec(type)?.[1] ?? 0)
  return presetOfVml(spt)
}

function linePath(
  element: PlainElement,
  preset: string,
  placement: PagePlacement,
): readonly FigurePoint[] | undefined {
  if (element.name === 'line' && attribute(element, 'from') !== undefined) {
    const [from, to] = [lengths(attribute(element, 'from')), lengths(attribute(element, 'to'))]
    return [from, to].map(([x = 0, y = 0]) => ({ x: placement.x(x), y: placement.y(y) }))
  }
  if (element.name === 'polyline') {
    const values = lengths(attribute(element, 'points'))
    const points = values.flatMap((x, at) =>
      at % 2 === 0 ? [{ x: placement.x(x), y: placement.y(values[at + 1] ?? 0) }] : [],
    )
    return points.length > 1 ? points : undefined
  }
  const isLine = isLinePreset(preset) || attribute(element, 'connectortype') !== undefined
  const frame = isLine ? frameOf(element) : undefined
  if (!frame) return undefined
  const adjust = (attribute(element, 'adj') ?? '')
    .split(',')
    .map((value) => (value.trim() === '' ? 0.5 : Number(value) / 21_600))
  return placedPath(connectorShares(preset, adjust), frame, placement)
}

function frameOf(element: PlainElement): Frame | undefined {
  const style = styleOf(element)
  const [width, height] = [length(style.get('width')), length(style.get('height'))]
  if (width === undefined || height === undefined) return undefined
  const flip = style.get('flip') ?? ''
  return {
    left: length(style.get('left')) || length(style.get('margin-left')) || 0,
    top: length(style.get('top')) || length(style.get('margin-top')) || 0,
    width,
    height,
    turn: Number.parseFloat(style.get('rotation') ?? '0') || 0,
    flipX: flip.includes('x'),
    flipY: flip.includes('y'),
  }
}

function styleOf(element: PlainElement): ReadonlyMap<string, string> {
  return new Map(
    (attribute(element, 'style') ?? '').split(';').map((part) => {
      const colon = part.indexOf(':')
      return [part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim()] as const
    }),
  )
}

const pointsIn: { readonly [unit: string]: number } = {
  pt: 1,
  in: 72,
  cm: 28.35,
  mm: 2.835,
  px: 0.75,
  pc: 12,
}

/** Points; a bare number counts in the units of its group. */
function length(value: string | undefined): number | undefined {
  const [, number, unit = ''] = /^(-?[\d.]+)\s*([a-z]*)$/.exec(value ?? '') ?? []
  return number === undefined ? undefined : Number(number) * (pointsIn[unit] ?? 1)
}

function lengths(value: string | undefined): readonly number[] {
  return (value ?? '').split(/[,\s]+/).map((part) => length(part) ?? 0)
}

function numbers(value: string | undefined): readonly number[] {
  return value === undefined ? [] : value.split(',').map((part) => Number(part) || 0)
}

function isOff(value: string | undefined): boolean {
  return value === 'f' || value === 'false' || value === '0'
}

function isWhite(element: PlainElement): boolean {
  const colour = attribute(element, 'fillcolor')
  return colour === undefined || /^(?:white|#fff(?:fff)?\b)/i.test(colour)
}
