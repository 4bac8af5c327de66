/**
 * Shapes of DrawingML: `wps:wsp` in Word, `p:sp` in PowerPoint, `xdr:sp` in Excel, `dsp:sp` of SmartArt,
 * and connectors, in groups and canvases (ECMA-376 part 1, chapters 19 to 21; [MS-ODRAWXML]).
 */
import type { Figure, FigurePoint, SceneLine, SceneShape } from '../scene/scene.ts'
import { attribute, child, descend, within, type PlainElement } from '../source/plainXml.ts'
import { officeText } from './officeText.ts'
import {
  connectorShares,
  groupPlacement,
  placedBox,
  placedPath,
  type Frame,
  type PagePlacement,
} from './place.ts'
import { arrowOfPreset, figureOfPreset, isLinePreset, type ArrowWay } from './presetFigure.ts'

/** What is gathered; mutable while one drawing is walked through. */
export interface Gathered {
  readonly shapes: SceneShape[]
  readonly lines: SceneLine[]
  /** Ids seen so far: LibreOffice writes 0 for every shape, so glue is trusted only where ids are unique. */
  readonly ids: Map<string, number>
  pictures: number
  title: string | undefined
}

export function nothingGathered(): Gathered {
  return { shapes: [], lines: [], ids: new Map(), pictures: 0, title: undefined }
}

const groups: ReadonlySet<string> = new Set(['wgp', 'grpSp', 'wpc', 'spTree', 'lockedCanvas'])
const figures: ReadonlySet<string> = new Set(['wsp', 'sp', 'cxnSp'])

/** Adds what the element draws. */
export function gatherDrawing(element: PlainElement, placement: PagePlacement, into: Gathered): void {
  if (element.name === 'AlternateContent') {
    const chosen = child(element, 'Choice') ?? child(element, 'Fallback')
    for (const each of chosen?.children ?? []) gatherDrawing(each, placement, into)
  } else if (groups.has(element.name)) gatherGroup(element, placement, into)
  else if (figures.has(element.name)) gatherFigure(element, placement, into)
  else if (element.name === 'pic') into.pictures += 1
  else for (const each of element.children) gatherDrawing(each, placement, into)
}

function gatherGroup(element: PlainElement, placement: PagePlacement, into: Gathered): void {
  const transform = descend(child(element, 'grpSpPr'), 'xfrm')
  const frame = transform && frameOf(transform)
  const inner = transform && sized(child(transform, 'chOff'), child(transform, 'chExt'))
  const inside =
    frame && inner && inner.width > 0 && inner.height > 0
      ? groupPlacement(placement, frame, inner)
      : placement
  for (const each of element.children) gatherDrawing(each, inside, into)
}

function gatherFigure(element: PlainElement, placement: PagePlacement, into: Gathered): void {
  const properties = within(element, 'cNvPr')[0]
  if (attribute(properties ?? element, 'hidden') === '1') return
  const text = officeText(element)
  const placeholder = within(element, 'ph')[0]
  const kind = placeholder && attribute(placeholder, 'type')
  if (kind === 'title' || kind === 'ctrTitle') {
    into.title ??= text.replaceAll('\n', '') || undefined
    return
  }
  if (kind === 'dt' || kind === 'ftr' || kind === 'sldNum') return
  const drawing = child(element, 'spPr')
  const transform = drawing && child(drawing, 'xfrm')
  const frame = transform && frameOf(transform)
  const own = properties && attribute(properties, 'id')
  const id = own === undefined ? `shape ${into.shapes.length}` : own
  into.ids.set(id, (into.ids.get(id) ?? 0) + 1)
  if (!drawing || !frame) {
    if (text !== '') into.shapes.push({ id, text, figure: 'none' })
    return
  }
  const named = properties && attribute(properties, 'name')
  const preset = attribute(child(drawing, 'prstGeom') ?? drawing, 'prst') ?? ''
  const open = openPath(drawing)
  if (element.name === 'cxnSp' || isLinePreset(preset) || (open && text === '')) {
    const shares = open ?? connectorShares(preset, adjustmentsOf(drawing))
    const line = lineOf(element, id, placedPath(shares, frame, placement), text)
    into.lines.push({ ...line, ...(named && { named }) })
    return
  }
  const arrow = arrowOfPreset(preset)
  if (arrow) into.lines.push(blockArrow({ id, arrow, text }, frame, placement))
  else {
    const figure = figureOf(drawing, element, preset)
    if (figure)
      into.shapes.push({ id, text, figure, box: placedBox(frame, placement), ...(named && { named }) })
    else if (text !== '') into.shapes.push({ id, text, figure: 'none', box: placedBox(frame, placement) })
  }
}

function lineOf(element: PlainElement, id: string, path: readonly FigurePoint[], label: string): SceneLine {
  const from = within(element, 'stCxn')[0]
  const to = within(element, 'endCxn')[0]
  const line = descend(element, 'spPr', 'ln')
  const hasHead = (end: string) => {
    const kind = attribute(child(line, end) ?? element, 'type')
    return kind !== undefined && kind !== 'none'
  }
  const [start, finish] = [from && attribute(from, 'id'), to && attribute(to, 'id')]
  return {
    id: `line ${id}`,
    path,
    label: label.replaceAll('\n', ''),
    startHead: hasHead('headEnd'),
    endHead: hasHead('tailEnd'),
    ...(start !== undefined && { from: start }),
    ...(finish !== undefined && { to: finish }),
  }
}

const arrowShares: { readonly [way in ArrowWay]: readonly [FigurePoint, FigurePoint] } = {
  right: [
    { x: 0, y: 0.5 },
    { x: 1, y: 0.5 },
  ],
  left: [
    { x: 1, y: 0.5 },
    { x: 0, y: 0.5 },
  ],
  up: [
    { x: 0.5, y: 1 },
    { x: 0.5, y: 0 },
  ],
  down: [
    { x: 0.5, y: 0 },
    { x: 0.5, y: 1 },
  ],
  leftRight: [
    { x: 0, y: 0.5 },
    { x: 1, y: 0.5 },
  ],
  upDown: [
    { x: 0.5, y: 0 },
    { x: 0.5, y: 1 },
  ],
}

/** ⇩ drawn as a figure is a line. */
export function blockArrow(
  { id, arrow, text }: { readonly id: string; readonly arrow: ArrowWay; readonly text: string },
  frame: Frame,
  placement: PagePlacement,
): SceneLine {
  return {
    id: `line ${id}`,
    path: placedPath(arrowShares[arrow], frame, placement),
    label: text.replaceAll('\n', ''),
    startHead: arrow === 'leftRight' || arrow === 'upDown',
    endHead: true,
  }
}

/** Text without outline and filling has no frame; a style gives both where nothing else is said. */
function figureOf(drawing: PlainElement, element: PlainElement, preset: string): Figure | undefined {
  const line = child(drawing, 'ln')
  const style = child(element, 'style')
  const outlined = line ? !child(line, 'noFill') && hasPaint(line) : reference(style, 'lnRef')
  // A white box without an outline covers a line behind its text; it is no frame.
  const filled =
    child(drawing, 'noFill') || isWhite(drawing) ? false : hasPaint(drawing) || reference(style, 'fillRef')
  if (!outlined && !filled) return 'none'
  const points = closedPath(drawing)
  return points ? figureOfPath(points) : figureOfPreset(preset)
}

function hasPaint(element: PlainElement): boolean {
  return ['solidFill', 'gradFill', 'pattFill', 'blipFill'].some((name) => child(element, name) !== undefined)
}

function isWhite(drawing: PlainElement): boolean {
  const [colour] = child(drawing, 'solidFill')?.children ?? []
  return colour !== undefined && /^(?:FFFFFF|bg1|lt1|white|window)$/i.test(attribute(colour, 'val') ?? '')
}

function reference(style: PlainElement | undefined, name: string): boolean {
  const found = child(style, name)
  return found !== undefined && (attribute(found, 'idx') ?? '0') !== '0'
}

/** Four corners in the middle of the sides make a diamond. */
function figureOfPath(points: readonly FigurePoint[]): Figure {
  const corners = points.filter(({ x, y }) => Math.abs(x - 0.5) + Math.abs(y - 0.5) > 0.45)
  const isDiamond =
    points.length >= 4 &&
    points.length <= 5 &&
    corners.length === points.length &&
    points.every(({ x, y }) => Math.abs(x - 0.5) < 0.1 || Math.abs(y - 0.5) < 0.1)
  return isDiamond ? 'diamond' : 'rectangle'
}

function closedPath(drawing: PlainElement): readonly FigurePoint[] | undefined {
  const path = descend(drawing, 'custGeom', 'pathLst', 'path')
  return path && child(path, 'close') ? pathShares(path) : undefined
}

/** A path of its own that is not closed is a line drawn freely. */
function openPath(drawing: PlainElement): readonly FigurePoint[] | undefined {
  const path = descend(drawing, 'custGeom', 'pathLst', 'path')
  if (!path || child(path, 'close')) return undefined
  const points = pathShares(path)
  return points.length > 1 ? points : undefined
}

function pathShares(path: PlainElement): readonly FigurePoint[] {
  const width = Number(attribute(path, 'w') ?? 0) || 1
  const height = Number(attribute(path, 'h') ?? 0) || 1
  return path.children.flatMap((step) => {
    const point = step.children.filter(({ name }) => name === 'pt').at(-1)
    const x = Number(attribute(point ?? step, 'x'))
    const y = Number(attribute(point ?? step, 'y'))
    return Number.isFinite(x) && Number.isFinite(y) ? [{ x: x / width, y: y / height }] : []
  })
}

function adjustmentsOf(drawing: PlainElement): readonly number[] {
  return within(drawing, 'gd').map(
    (guide) => Number(/-?\d+/.exec(attribute(guide, 'fmla') ?? '')?.[0] ?? 50_000) / 100_000,
  )
}

function frameOf(transform: PlainElement): Frame | undefined {
  const size = sized(child(transform, 'off'), child(transform, 'ext'))
  return (
    size && {
      ...size,
      turn: Number(attribute(transform, 'rot') ?? 0) / 60_000,
      flipX: isTrue(attribute(transform, 'flipH')),
      flipY: isTrue(attribute(transform, 'flipV')),
    }
  )
}

function sized(offset: PlainElement | undefined, extent: PlainElement | undefined) {
  if (!offset || !extent) return undefined
  const [left, top] = [Number(attribute(offset, 'x')), Number(attribute(offset, 'y'))]
  const [width, height] = [Number(attribute(extent, 'cx')), Number(attribute(extent, 'cy'))]
  return [left, top, width, height].every(Number.isFinite) ? { left, top, width, height } : undefined
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
