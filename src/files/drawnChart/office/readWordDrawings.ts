/**
 * The drawings of a Word document: each canvas or group in a line of its own is one, and the loose
 * shapes between two stretches of text together are one. Loose shapes are anchored to paragraphs, so
 * that the heights of the paragraphs are estimated.
 */
import type { DrawnProblem } from '../drawnReading.ts'
import type { Scene } from '../scene/scene.ts'
import { attribute, child, descend, within, type PlainElement } from '../source/plainXml.ts'
import type { ZipParts } from '../source/zipParts.ts'
import { gatherDrawing, nothingGathered, type Gathered } from './drawingMl.ts'
import { officeScene } from './officeScene.ts'
import { paragraphText } from './officeText.ts'
import { emu, type PagePlacement } from './place.ts'
import { gatherVml, vmlGlueOf, vmlTypesIn, type VmlContext } from './vml.ts'

/** Points: a line of the default grid (312 twips), and the breadth of the text on A4. */
const defaultLine = 15.6
const textWidth = 415
/** Points a character at 10.5 pt. */
const characterWidth = 10.5
/** Paragraphs with text between two drawings; with fewer they are one. */
const parting = 4
/** Paragraphs that may be the title above a drawing. */
const mostTitle = 40

interface Walk {
  /** Points of one line of text. */
  readonly lineHeight: number
  readonly context: VmlContext
  readonly scenes: Scene[]
  loose: Gathered
  /** Height of the current paragraph from the top of the loose drawing. */
  y: number
  /** Paragraphs with text since the last loose shape. */
  texts: number
  /** The last short paragraph. */
  heading: string
  looseHeading: string
}

/** The scenes of the document, in its order. */
export function readWordDrawings(parts: ZipParts): readonly Scene[] {
  const document = parts.xml('word/document.xml')
  const body = document && child(document, 'body')
  if (!body) return []
  const walk: Walk = {
    lineHeight: lineHeightOf(body),
    context: { glue: vmlGlueOf(parts.xml('word/settings.xml')), types: vmlTypesIn(body) },
    scenes: [],
    loose: nothingGathered(),
    y: 0,
    texts: 0,
    heading: '',
    looseHeading: '',
  }
  for (const element of body.children) walkBlock(element, walk)
  closeLoose(walk)
  // A table with more rows than a drawing has figures is what the document is about, unless the figures
  // are joined: a chart may stand beside a long list of its risks.
  const rows = within(body, 'tbl').map((table) => within(table, 'tr').length)
  const mostRows = rows.reduce((so, count) => Math.max(so, count), 0)
  return walk.scenes.filter((scene) => scene.shapes.length >= mostRows || isJoined(scene))
}

/** Most figures with a frame have a line that is glued to them. */
function isJoined({ shapes, lines }: Scene): boolean {
  const glued = new Set(lines.flatMap(({ from, to }) => (from && to ? [from, to] : [])))
  const framed = shapes.filter(({ figure, text }) => figure !== 'none' && text !== '')
  return glued.size >= 3 && framed.filter(({ id }) => glued.has(id)).length * 2 > framed.length
}

/** The pitch of the document's grid (`w:docGrid`, in twips), within what text can have. */
function lineHeightOf(body: PlainElement): number {
  const grid = within(body, 'docGrid').at(-1)
  const pitch = Number((grid && attribute(grid, 'linePitch')) ?? 0) / 20
  return pitch >= 10 && pitch <= 40 ? pitch : defaultLine
}

function walkBlock(element: PlainElement, walk: Walk): void {
  if (element.name === 'p') walkParagraph(element, walk)
  else if (element.name === 'tr') walkRow(element, walk)
  else if (!['tblPr', 'tblGrid', 'sectPr', 'tcPr', 'trPr', 'sdtPr'].includes(element.name))
    for (const each of element.children) walkBlock(each, walk)
}

/** The cells of a row stand beside each other. */
function walkRow(row: PlainElement, walk: Walk): void {
  const top = walk.y
  let bottom = top
  for (const cell of row.children) {
    walk.y = top
    walkBlock(cell, walk)
    bottom = Math.max(bottom, walk.y)
  }
  walk.y = bottom
}

function walkParagraph(paragraph: PlainElement, walk: Walk): void {
  const text = paragraphText(paragraph).trim()
  const drawings = drawingsIn(paragraph)
  if (text !== '') walk.texts += 1
  if (text !== '' && drawings.length === 0) walk.heading = text.length <= mostTitle ? text : ''
  let inlineHeight = 0
  for (const drawing of drawings) inlineHeight = Math.max(inlineHeight, walkDrawing(drawing, walk))
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * characterWidth) / textWidth)), 0)
  walk.y += Math.max(walk.lineHeight * lines, inlineHeight)
}

function drawingsIn(element: PlainElement): readonly PlainElement[] {
  return element.children.flatMap((each) => {
    if (['drawing', 'pict', 'object'].includes(each.name)) return [each]
    if (each.name === 'AlternateContent')
      return drawingsIn(child(each, 'Choice') ?? child(each, 'Fallback') ?? each)
    if (each.name === 'del' || each.name === 'moveFrom') return []
    return drawingsIn(each)
  })
}

/** Gathers one drawing; the height that it takes up in its line. */
function walkDrawing(drawing: PlainElement, walk: Walk): number {
  const inline = child(drawing, 'inline')
  if (inline) {
    const gathered = nothingGathered()
    gatherDrawing(inline, emuPlacement(0, 0), gathered)
    const height = Number(attribute(child(inline, 'extent') ?? inline, 'cy') ?? 0) / emu
    addScene(gathered, walk, walk.heading)
    return height
  }
  const anchor = child(drawing, 'anchor')
  if (!anchor) return walkVml(drawing, walk)
  beginLoose(walk)
  const { x, y } = anchoredAt(anchor, walk.y)
  gatherAnchored(anchor, x, y, walk.loose)
  return 0
}

/** An anchored group or shape: its own offset is that of the anchor. */
function gatherAnchored(anchor: PlainElement, x: number, y: number, into: Gathered): void {
  const data = descend(anchor, 'graphic', 'graphicData')
  const [root] = data?.children ?? []
  if (!data || !root) return
  const offset = within(root, 'xfrm')[0]
  const off = offset && child(offset, 'off')
  const own = root.name === 'wpc' ? undefined : off
  const dx = x - Number(attribute(own ?? root, 'x') ?? 0) / emu
  const dy = y - Number(attribute(own ?? root, 'y') ?? 0) / emu
  gatherDrawing(data, emuPlacement(dx, dy), into)
}

function emuPlacement(dx: number, dy: number): PagePlacement {
  return { x: (value) => dx + value / emu, y: (value) => dy + value / emu }
}

function anchoredAt(anchor: PlainElement, y: number): { readonly x: number; readonly y: number } {
  const offsetOf = (name: string) => Number(descend(child(anchor, name), 'posOffset')?.text ?? 0) / emu
  const vertical = attribute(child(anchor, 'positionV') ?? anchor, 'relativeFrom')
  const isOnPage = vertical === 'page' || vertical === 'margin' || vertical === 'topMargin'
  return { x: offsetOf('positionH'), y: isOnPage ? offsetOf('positionV') : y + offsetOf('positionV') }
}

function walkVml(drawing: PlainElement, walk: Walk): number {
  const [first] = drawing.children.filter(({ name }) => name !== 'shapetype')
  if (!first) return 0
  const isLoose = /position:\s*absolute/.test(attribute(first, 'style') ?? '')
  if (isLoose) {
    beginLoose(walk)
    const { y } = walk
    gatherVml(drawing, { x: (value) => value, y: (value) => y + value }, walk.context, walk.loose)
    return 0
  }
  const gathered = nothingGathered()
  gatherVml(drawing, { x: (value) => value, y: (value) => value }, walk.context, gathered)
  addScene(gathered, walk, walk.heading)
  return 0
}

function beginLoose(walk: Walk): void {
  if (walk.texts >= parting) closeLoose(walk)
  if (walk.loose.shapes.length + walk.loose.lines.length === 0) walk.looseHeading = walk.heading
  walk.texts = 0
}

function closeLoose(walk: Walk): void {
  addScene(walk.loose, walk, walk.looseHeading)
  walk.loose = nothingGathered()
}

function addScene(gathered: Gathered, walk: Walk, heading: string): void {
  if (gathered.shapes.length + gathered.lines.length + gathered.pictures === 0) return
  const left: readonly DrawnProblem[] = []
  walk.scenes.push(
    officeScene({ ...gathered, title: gathered.title ?? (heading === '' ? undefined : heading) }, left),
  )
}
