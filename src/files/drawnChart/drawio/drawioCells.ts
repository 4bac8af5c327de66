/** The cells of a draw.io page, with their places on the page in points. */
import type { FigureBox, FigurePoint } from '../scene/scene.ts'
import { attribute, child, within, type PlainElement } from '../source/plainXml.ts'
import { htmlLabel } from '../source/htmlLabel.ts'
import { drawioStyle, type DrawioStyle } from './drawioStyle.ts'

export interface DrawioCell {
  readonly id: string
  readonly parent: string
  readonly text: string
  readonly style: DrawioStyle
  readonly isEdge: boolean
  readonly isVertex: boolean
  readonly source: string | undefined
  readonly target: string | undefined
  readonly box: FigureBox | undefined
  /** Bends of an edge, and its loose ends. */
  readonly bends: readonly FigurePoint[]
  readonly start: FigurePoint | undefined
  readonly end: FigurePoint | undefined
  /** Custom data of the cell (Edit Data). */
  readonly data: Readonly<Record<string, string>>
}

/** Points of a pixel. */
const scale = 0.75

interface Raw {
  readonly id: string
  readonly label: string
  readonly cell: PlainElement
  readonly data: Readonly<Record<string, string>>
}

/** The visible cells, in the order of the file. */
export function drawioCells(model: PlainElement): readonly DrawioCell[] {
  const root = child(model, 'root')
  const raws = (root?.children ?? []).flatMap(rawOf)
  const byId = new Map(raws.map((raw) => [raw.id, raw]))
  const origins = new Map<string, FigurePoint | undefined>()
  return raws.flatMap((raw) => {
    const origin = originOf(attribute(raw.cell, 'parent') ?? '', byId, origins)
    return origin && attribute(raw.cell, 'visible') !== '0' ? [cellOf(raw, origin)] : []
  })
}

function rawOf(element: PlainElement): readonly Raw[] {
  if (element.name === 'mxCell')
    return [
      {
        id: attribute(element, 'id') ?? '',
        label: attribute(element, 'value') ?? '',
        cell: element,
        data: {},
      },
    ]
  const cell = child(element, 'mxCell')
  if (!cell) return []
  const { id = '', label = '', ...data } = element.attributes
  return [{ id, label: filled(label, element.attributes), cell, data }]
}

/** %name% stands for the cell's own data where placeholders are on. */
function filled(label: string, attributes: Readonly<Record<string, string>>): string {
  if (attributes['placeholders'] !== '1') return label
  return label.replaceAll(/%([^%\s]{1,60})%/g, (whole, name: string) => attributes[name] ?? whole)
}

/** Where the coordinates of a parent's children begin; undefined if the parent is hidden. */
function originOf(
  id: string,
  byId: ReadonlyMap<string, Raw>,
  known: Map<string, FigurePoint | undefined>,
  depth = 0,
): FigurePoint | undefined {
  if (known.has(id)) return known.get(id)
  const raw = byId.get(id)
  if (!raw || depth > 60) return { x: 0, y: 0 }
  const outer = originOf(attribute(raw.cell, 'parent') ?? '', byId, known, depth + 1)
  const isHidden = attribute(raw.cell, 'visible') === '0'
  const geometry = attribute(raw.cell, 'edge') === '1' ? undefined : geometryOf(raw.cell)
  const origin =
    outer && !isHidden
      ? { x: outer.x + number(geometry, 'x') * scale, y: outer.y + number(geometry, 'y') * scale }
      : undefined
  known.set(id, origin)
  return origin
}

function cellOf({ id, label, cell, data }: Raw, origin: FigurePoint): DrawioCell {
  const style = drawioStyle(attribute(cell, 'style') ?? '')
  const geometry = geometryOf(cell)
  const isVertex = attribute(cell, 'vertex') === '1'
  const point = (element: PlainElement | undefined) =>
    element && { x: origin.x + number(element, 'x') * scale, y: origin.y + number(element, 'y') * scale }
  const loose = (as: string) => point(geometry?.children.find((each) => attribute(each, 'as') === as))
  return {
    id,
    parent: attribute(cell, 'parent') ?? '',
    text: style.get('html') === '0' ? label : htmlLabel(label.replaceAll('\n', '<br>')),
    style,
    isEdge: attribute(cell, 'edge') === '1',
    isVertex,
    source: attribute(cell, 'source'),
    target: attribute(cell, 'target'),
    box: isVertex && geometry ? boxOf(geometry, origin) : undefined,
    bends: geometry
      ? within(geometry, 'Array').flatMap((array) => array.children.flatMap((each) => point(each) ?? []))
      : [],
    start: loose('sourcePoint'),
    end: loose('targetPoint'),
    data,
  }
}

function geometryOf(cell: PlainElement): PlainElement | undefined {
  const geometry = child(cell, 'mxGeometry')
  return geometry && attribute(geometry, 'relative') === '1' && attribute(cell, 'edge') !== '1'
    ? undefined
    : geometry
}

function boxOf(geometry: PlainElement, { x, y }: FigurePoint): FigureBox {
  const left = x + number(geometry, 'x') * scale
  const top = y + number(geometry, 'y') * scale
  return {
    left,
    top,
    right: left + number(geometry, 'width') * scale,
    bottom: top + number(geometry, 'height') * scale,
  }
}

function number(element: PlainElement | undefined, name: string): number {
  const value = Number(element && attribute(element, name))
  return Number.isFinite(value) ? value : 0
}
