/** Cells, places and texts of Visio shapes ([MS-VSDX] 2.2). Inches; y grows upwards on the page. */
import type { FigureBox, FigurePoint } from '../scene/scene.ts'
import { attribute, child, type PlainElement } from '../source/plainXml.ts'

/** Cells of a shape, its own before those of its master. */
export interface VisioShape {
  readonly id: string
  readonly element: PlainElement
  readonly master: string
  readonly cell: (name: string) => number | undefined
  readonly text: string
  readonly children: readonly PlainElement[]
}

/** A master by id: its name in English, and its first shape. */
export interface VisioMaster {
  readonly name: string
  readonly shape: PlainElement | undefined
}

export type VisioMasters = ReadonlyMap<string, VisioMaster>

export function visioShape(element: PlainElement, masters: VisioMasters): VisioShape {
  const master = masters.get(attribute(element, 'Master') ?? '')
  const own = cellsOf(element)
  const inherited = master?.shape && cellsOf(master.shape)
  const written = child(element, 'Text')
  return {
    id: attribute(element, 'ID') ?? '',
    element,
    master: master?.name ?? '',
    cell: (name) => own.get(name) ?? inherited?.get(name),
    text: written ? visioText(written) : '',
    children: child(element, 'Shapes')?.children ?? [],
  }
}

function cellsOf(element: PlainElement): ReadonlyMap<string, number> {
  return new Map(
    element.children.flatMap((each) => {
      const value = Number(attribute(each, 'V') ?? Number.NaN)
      return each.name === 'Cell' && Number.isFinite(value)
        ? [[attribute(each, 'N') ?? '', value] as const]
        : []
    }),
  )
}

function visioText(element: PlainElement): string {
  return (element.text + element.children.map(({ text }) => text).join(''))
    .replaceAll(/[\u2028\u2029\r]/g, '\n')
    .trim()
}

/** From the coordinates of a shape's parent to the page, in points, downwards. */
export interface VisioPlace {
  readonly at: (point: FigurePoint) => FigurePoint
}

export function pagePlace(height: number): VisioPlace {
  return { at: ({ x, y }) => ({ x: x * 72, y: (height - y) * 72 }) }
}

interface VisioFrame {
  readonly pin: FigurePoint
  readonly local: FigurePoint
  readonly width: number
  readonly height: number
  readonly angle: number
}

function frameOf({ cell }: VisioShape): VisioFrame {
  const width = cell('Width') ?? 0
  const height = cell('Height') ?? 0
  return {
    pin: { x: cell('PinX') ?? 0, y: cell('PinY') ?? 0 },
    local: { x: cell('LocPinX') ?? width / 2, y: cell('LocPinY') ?? height / 2 },
    width,
    height,
    angle: cell('Angle') ?? 0,
  }
}

/** The place of what is inside a group. */
export function groupPlace(shape: VisioShape, outer: VisioPlace): VisioPlace {
  const { pin, local, angle } = frameOf(shape)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [flipX, flipY] = [shape.cell('FlipX') === 1 ? -1 : 1, shape.cell('FlipY') === 1 ? -1 : 1]
  return {
    at: ({ x, y }) => {
      const [dx, dy] = [(x - local.x) * flipX, (y - local.y) * flipY]
      return outer.at({ x: pin.x + dx * cos - dy * sin, y: pin.y + dx * sin + dy * cos })
    },
  }
}

export function visioBox(shape: VisioShape, outer: VisioPlace): FigureBox {
  const { width, height } = frameOf(shape)
  const inside = groupPlace(shape, outer)
  const corners = [
    inside.at({ x: 0, y: 0 }),
    inside.at({ x: width, y: height }),
    inside.at({ x: width, y: 0 }),
    inside.at({ x: 0, y: height }),
  ]
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** Begin and end of a one-dimensional shape; undefined for others. */
export function visioEnds(
  { cell }: VisioShape,
  outer: VisioPlace,
): readonly [FigurePoint, FigurePoint] | undefined {
  const [x, y, toX, toY] = ['BeginX', 'BeginY', 'EndX', 'EndY'].map(cell)
  if (x === undefined || toX === undefined) return undefined
  return [outer.at({ x, y: y ?? 0 }), outer.at({ x: toX, y: toY ?? 0 })]
}
