/** Steps, lanes and connectors of a scene as Visio shapes with glue. */
import type { Point, Rect } from '../../layout/arrangement.ts'
import { colour, stepTint } from '../../sheet/figures/look.ts'
import { typefaces } from '../../text/paper/forms.ts'
import type { PlainLane, PlainLine, PlainScene, PlainStep } from '../plainScene.ts'
import { officePresets } from '../office/officeFigures.ts'
import { fittedTexts, linePitch, textInset, type OfficeText } from '../office/fittedTexts.ts'
import { stepData } from '../stepData.ts'
import { stepFacts } from '../stepFacts.ts'
import { element, xmlWords } from '../xml.ts'
import { cell, visioCells, fontRows, frameCells, section, type VsdxFont, type VsdxPage } from './vsdxCells.ts'
import { vsdxMasters } from './vsdxMasters.ts'

const nameFont: VsdxFont = { size: 9.5, bold: true, colour: colour.ink }
const factFont: VsdxFont = { size: 7.5, colour: colour.secondary }
const labelFont: VsdxFont = { size: 8, colour: colour.label }
const titleFont: VsdxFont = { size: 20, bold: true, colour: colour.ink }

/** The contents of the page; shapes are numbered from 1. */
export function vsdxShapes(scene: PlainScene, page: VsdxPage, titleBox: Rect): readonly [string, string] {
  let count = 0
  const newId = () => (count += 1)
  const title = titleShape(newId(), scene.title, page, titleBox)
  const lanes = scene.lanes
    .filter(({ name }) => name !== '')
    .map((lane, at) =>
      laneShape(newId(), lane, { scene, page, shade: at % 2 === 0 ? colour.bandTint : colour.white }),
    )
  const ids = new Map(scene.steps.map(({ id }) => [id, newId()]))
  const sites = new Map(scene.steps.map((step) => [step.id, sitesOf(step, scene.lines)]))
  const steps = scene.steps.map((step) =>
    stepShape(ids.get(step.id)!, step, { scene, page, sites: sites.get(step.id)! }),
  )
  const lines = scene.lines.map((line) => {
    const id = newId()
    const end = (step: string, point: Point): LineEnd => ({
      shape: ids.get(step)!,
      site: siteAt(sites.get(step)!, point),
      point: page.point(point),
    })
    const ends = [end(line.from, line.points[0]!), end(line.to, line.points.at(-1)!)] as const
    return { shape: lineShape(id, line, page, ends), connects: ends.map((one, at) => connect(id, one, at)) }
  })
  return [
    element('Shapes', {}, title, ...lanes, ...lines.map(({ shape }) => shape), ...steps),
    element('Connects', {}, ...lines.flatMap(({ connects }) => connects)),
  ]
}

const emuOfInch = 914_400
/** Middle of the box, lines of a fifth more than their text. */
const centred = section(
  'Paragraph',
  element('Row', { IX: 0 }, cell('HorzAlign', 1), cell('SpLine', -linePitch)),
)

/** Of the name and of what stands below it; smaller where the figure leaves them too little room. */
function fonts(
  [name = '', ...facts]: readonly string[],
  { width, height }: ReturnType<VsdxPage['frame']>,
  kind: PlainStep['kind'],
): readonly [VsdxFont, VsdxFont] {
  const texts: readonly OfficeText[] = [
    { words: name, size: nameFont.size, bold: true },
    ...facts.map((words) => ({ words, size: factFont.size })),
  ]
  const box = { x: 0, y: 0, width: width * emuOfInch, height: height * emuOfInch }
  const [first, second] = fittedTexts(texts, box, officePresets[kind])
  return [
    { ...nameFont, size: first?.size ?? nameFont.size },
    { ...factFont, size: second?.size ?? factFont.size },
  ]
}

interface LineEnd {
  readonly shape: number
  /** Number of the connection point, from 0. */
  readonly site: number
  readonly point: Point
}

/** Where lines meet a step, and the middles of its sides. */
function sitesOf({ id, box }: PlainStep, lines: readonly PlainLine[]): readonly Point[] {
  const { x, y, width, height } = box
  const middles: readonly Point[] = [
    [x + width / 2, y],
    [x, y + height / 2],
    [x + width / 2, y + height],
    [x + width, y + height / 2],
  ]
  const ends = lines.flatMap(({ from, to, points }) => [
    ...(from === id ? [points[0]!] : []),
    ...(to === id ? [points.at(-1)!] : []),
  ])
  const sites = [...middles]
  for (const end of ends) if (siteAt(sites, end) < 0) sites.push(end)
  return sites
}

function siteAt(sites: readonly Point[], [x, y]: Point): number {
  return sites.findIndex((site) => Math.abs(site[0] - x) < 0.5 && Math.abs(site[1] - y) < 0.5)
}

interface StepPlacing {
  readonly scene: PlainScene
  readonly page: VsdxPage
  readonly sites: readonly Point[]
}

function stepShape(id: number, step: PlainStep, { scene, page, sites }: StepPlacing): string {
  const { kind, box } = step
  const { id: master, name } = vsdxMasters[kind]
  const facts = stepFacts(step, scene)
  const frame = page.frame(box)
  const margin = kind === 'decision' ? frame.width / 4 : textInset / emuOfInch
  const [first, second] = fonts([step.name, ...facts], frame, kind)
  return element(
    'Shape',
    { ID: id, NameU: `${name}.${id}`, Type: 'Shape', Master: master },
    ...frameCells(frame),
    ...look(stepTint[kind], colour.outline),
    ...visioCells({
      LeftMargin: margin,
      RightMargin: margin,
      TopMargin: 0,
      BottomMargin: 0,
      VerticalAlign: 1,
    }),
    fontRows([first, second], typefaces.body),
    centred,
    section('Connection', ...sites.map((site, at) => connectionPoint(site, box, page, at))),
    section(
      'Property',
      ...Object.entries(stepData(step, scene)).map(([label, value], at) => property(label, value, at)),
    ),
    text([step.name, ...facts]),
  )
}

function connectionPoint([x, y]: Point, box: Rect, page: VsdxPage, at: number): string {
  const { width, height } = page.frame(box)
  const [right, up] = [(x - box.x) / box.width, 1 - (y - box.y) / box.height]
  return element(
    'Row',
    { T: 'Connection', IX: at },
    cell('X', width * right, `Width*${rounded(right)}`),
    cell('Y', height * up, `Height*${rounded(up)}`),
    ...visioCells({ DirX: 0, DirY: 0, Type: 0, AutoGen: 0 }),
  )
}

/** Shape data: what the step says beyond its box. */
function property(label: string, value: string, at: number): string {
  return element(
    'Row',
    { N: `Row_${at + 1}` },
    cell('Value', value),
    cell('Prompt', ''),
    cell('Label', label),
    cell('Type', 0),
  )
}

interface LanePlacing {
  readonly scene: PlainScene
  readonly page: VsdxPage
  readonly shade: string
}

/** The name stands in the head: above where the flow runs down, else at the left. */
function laneShape(id: number, { name, box, head }: PlainLane, { scene, page, shade }: LanePlacing): string {
  const { width, height } = page.frame(box)
  const isDown = scene.direction === 'down'
  const band = page.frame({ x: 0, y: 0, width: head, height: head }).height
  const words = isDown ? { width, height: band } : { width: band, height }
  const place = isDown
    ? { TxtPinX: width / 2, TxtPinY: height - band / 2 }
    : { TxtPinX: band / 2, TxtPinY: height / 2 }
  return element(
    'Shape',
    { ID: id, NameU: `${vsdxMasters.lane.name}.${id}`, Type: 'Shape', Master: vsdxMasters.lane.id },
    ...frameCells(page.frame(box)),
    ...look(shade, colour.hairline),
    ...visioCells({
      ...place,
      TxtWidth: words.width,
      TxtHeight: words.height,
      TxtLocPinX: words.width / 2,
      TxtLocPinY: words.height / 2,
      VerticalAlign: 1,
    }),
    fontRows([nameFont], typefaces.body),
    centred,
    text([name]),
  )
}

function lineShape(
  id: number,
  { points, label, labelBox, isReturn }: PlainLine,
  page: VsdxPage,
  [begin, end]: readonly [LineEnd, LineEnd],
): string {
  const [[x, y], [toX, toY]] = [begin.point, end.point]
  const [width, height] = [toX - x, toY - y]
  const local = points.map(page.point).map(([px, py]): Point => [px - x, py - y])
  return element(
    'Shape',
    { ID: id, NameU: `${vsdxMasters.connector.name}.${id}`, Type: 'Shape', Master: vsdxMasters.connector.id },
    ...frameCells({ x, y, width, height }),
    ...glued('Begin', begin),
    ...glued('End', end),
    ...visioCells({
      ObjType: 2,
      LineColor: colour.line,
      LinePattern: isReturn ? 2 : 1,
      BeginArrow: 0,
      EndArrow: 13,
    }),
    ...(labelBox ? labelCells(page.frame(labelBox), [x, y]) : []),
    ...(label === '' ? [] : [fontRows([labelFont], typefaces.body)]),
    element(
      'Section',
      { N: 'Geometry', IX: 0 },
      cell('NoFill', 1),
      ...local.map(([px, py], at) =>
        element('Row', { T: at === 0 ? 'MoveTo' : 'LineTo', IX: at + 1 }, cell('X', px), cell('Y', py)),
      ),
    ),
    ...(label === '' ? [] : [text([label])]),
  )
}

function glued(end: 'Begin' | 'End', { shape, site, point: [x, y] }: LineEnd): readonly string[] {
  const row = site + 1
  const follow = `PAR(PNT(Sheet.${shape}!Connections.X${row},Sheet.${shape}!Connections.Y${row}))`
  return [cell(`${end}X`, x, follow), cell(`${end}Y`, y, follow)]
}

function connect(line: number, { shape, site }: LineEnd, at: number): string {
  return element('Connect', {
    FromSheet: line,
    FromCell: at === 0 ? 'BeginX' : 'EndX',
    FromPart: at === 0 ? 9 : 12,
    ToSheet: shape,
    ToCell: `Connections.X${site + 1}`,
    ToPart: 100 + site,
  })
}

function labelCells(
  { x, y, width, height }: ReturnType<VsdxPage['frame']>,
  [ox, oy]: Point,
): readonly string[] {
  return visioCells({
    TxtPinX: x + width / 2 - ox,
    TxtPinY: y + height / 2 - oy,
    TxtWidth: width,
    TxtHeight: height,
    TxtLocPinX: width / 2,
    TxtLocPinY: height / 2,
    LeftMargin: 0,
    RightMargin: 0,
  })
}

function titleShape(id: number, title: string, page: VsdxPage, box: Rect): string {
  return element(
    'Shape',
    { ID: id, NameU: `Title.${id}`, Type: 'Shape' },
    ...frameCells(page.frame(box)),
    ...visioCells({ LinePattern: 0, FillPattern: 0, VerticalAlign: 1 }),
    fontRows([titleFont], typefaces.body),
    centred,
    text([title]),
  )
}

function look(fill: string, line: string): readonly string[] {
  return visioCells({
    FillForegnd: fill,
    FillPattern: 1,
    LineColor: line,
    LineWeight: 1 / 96,
    LinePattern: 1,
  })
}

/** The first line in the first font, the others in the second. */
function text([first = '', ...others]: readonly string[]): string {
  const more = others.map(xmlWords).join('\n')
  const start = element('cp', { IX: 0 }) + xmlWords(first)
  return element('Text', {}, start, ...(more === '' ? [] : ['\n', element('cp', { IX: 1 }), more]))
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
