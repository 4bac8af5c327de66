/** A Word file: the chart as one group of shapes that can be edited, then its steps and risks as tables. */
import { exchangeWords as words } from '../../text/paper/exchangeWords.ts'
import { typefaces } from '../../text/paper/forms.ts'
import type { PlainScene } from '../plainScene.ts'
import { element, textElement } from '../xml.ts'
import {
  emuOfUnit,
  officeFigures,
  type OfficeBox,
  type OfficeFigure,
  type OfficeLine,
} from './officeFigures.ts'
import { packed } from './packed.ts'
import { boxProperties, lineProperties } from './shapeProperties.ts'

const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'xmlns:wps': 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  'xmlns:wpg': 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
}
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types'
const types = 'application/vnd.openxmlformats-'

/** Twentieths of a point. */
const papers = [
  { width: 11_906, height: 16_838 },
  { width: 16_838, height: 23_811 },
] as const
const margin = 850
const titleRoom = 900
const emuOfTwip = 635
/** Below, the larger paper is taken. */
const leastScale = 0.75

export function writeChartDocx(scene: PlainScene): Uint8Array {
  const page = pageOf(scene)
  const body = [
    paragraph(scene.title, { size: 36, centred: true }),
    drawing(scene, page.scale),
    paragraph(words.stepTable, { size: 28, breakBefore: true }),
    stepTable(scene),
    ...riskTable(scene),
    sectionOf(page),
  ]
  return packed({
    '[Content_Types].xml': element(
      'Types',
      { xmlns: contentTypes },
      element('Default', { Extension: 'rels', ContentType: `${types}package.relationships+xml` }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      element('Override', {
        PartName: '/word/document.xml',
        ContentType: `${types}officedocument.wordprocessingml.document.main+xml`,
      }),
    ),
    '_rels/.rels': element(
      'Relationships',
      { xmlns: relations },
      element('Relationship', {
        Id: 'rId1',
        Type: `${officeRelations}/officeDocument`,
        Target: 'word/document.xml',
      }),
    ),
    'word/document.xml': element('w:document', namespaces, element('w:body', {}, ...body)),
  })
}

interface WordPage {
  readonly width: number
  readonly height: number
  readonly scale: number
}

/** The paper and orientation on which the chart is largest; A3 only where A4 makes it too small. */
function pageOf({ width, height }: PlainScene): WordPage {
  const sizes = papers.map((paper) => {
    const turned = width > height
    const page = turned ? { width: paper.height, height: paper.width } : paper
    const room = (page.width - 2 * margin) * emuOfTwip
    const high = (page.height - 2 * margin - titleRoom) * emuOfTwip
    return { ...page, scale: Math.min(1, room / (width * emuOfUnit), high / (height * emuOfUnit)) }
  })
  return sizes.find(({ scale }) => scale >= leastScale) ?? sizes.at(-1)!
}

function sectionOf({ width, height }: WordPage): string {
  return element(
    'w:sectPr',
    {},
    element('w:pgSz', { 'w:w': width, 'w:h': height, 'w:orient': width > height ? 'landscape' : undefined }),
    element('w:pgMar', {
      'w:top': margin,
      'w:right': margin,
      'w:bottom': margin,
      'w:left': margin,
      'w:header': 400,
      'w:footer': 400,
      'w:gutter': 0,
    }),
  )
}

function drawing(scene: PlainScene, scale: number): string {
  const [cx, cy] = [scene.width, scene.height].map((units) => Math.round(units * emuOfUnit * scale))
  const size = { cx, cy }
  const group = element(
    'wpg:wgp',
    {},
    element('wpg:cNvGrpSpPr', {}),
    element(
      'wpg:grpSpPr',
      {},
      element(
        'a:xfrm',
        {},
        element('a:off', { x: 0, y: 0 }),
        element('a:ext', size),
        element('a:chOff', { x: 0, y: 0 }),
        element('a:chExt', size),
      ),
    ),
    ...officeFigures(scene, scale).map(wordShape),
  )
  const graphic = element('a:graphic', {}, element('a:graphicData', { uri: namespaces['xmlns:wpg'] }, group))
  const inline = element(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    element('wp:extent', size),
    element('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
    element('wp:docPr', { id: 1, name: scene.title, descr: scene.title }),
    element('wp:cNvGraphicFramePr', {}),
    graphic,
  )
  const choice = element('mc:Choice', { Requires: 'wpg' }, element('w:drawing', {}, inline))
  return element(
    'w:p',
    {},
    element('w:pPr', {}, element('w:jc', { 'w:val': 'center' })),
    element('w:r', {}, element('mc:AlternateContent', {}, choice)),
  )
}

function wordShape(figure: OfficeFigure): string {
  return figure.is === 'box' ? wordBox(figure) : wordLine(figure)
}

function wordBox(figure: OfficeBox): string {
  const { id, name, texts, upright, look } = figure
  const lines = texts.map(({ words: text, size }) => paragraph(text, { size: size * 2, centred: true }))
  return element(
    'wps:wsp',
    {},
    element('wps:cNvPr', { id, name }),
    element('wps:cNvSpPr', look === 'label' ? { txBox: 1 } : {}),
    boxProperties('wps:spPr', figure),
    ...(lines.length > 0 ? [element('wps:txbx', {}, element('w:txbxContent', {}, ...lines))] : []),
    element('wps:bodyPr', {
      rot: 0,
      vert: upright ? 'eaVert' : 'horz',
      lIns: 18_000,
      tIns: 0,
      rIns: 18_000,
      bIns: 0,
      anchor: 'ctr',
    }),
  )
}

function wordLine(line: OfficeLine): string {
  const isGlued = line.geometry.preset !== 'freeform'
  const ends = [
    element('a:stCxn', { id: line.from.shape, idx: line.from.site }),
    element('a:endCxn', { id: line.to.shape, idx: line.to.site }),
  ]
  return element(
    'wps:wsp',
    {},
    element('wps:cNvPr', { id: line.id, name: line.name }),
    isGlued ? element('wps:cNvCnPr', {}, ...ends) : element('wps:cNvSpPr', {}),
    lineProperties('wps:spPr', line),
    element('wps:bodyPr', {}),
  )
}

interface ParagraphLook {
  /** Half points. */
  readonly size: number
  readonly centred?: true
  readonly breakBefore?: true
}

function paragraph(text: string, { size, centred, breakBefore }: ParagraphLook): string {
  const font = {
    'w:ascii': typefaces.latin,
    'w:hAnsi': typefaces.latin,
    'w:eastAsia': typefaces.body,
    'w:cs': typefaces.latin,
  }
  const properties = element('w:rPr', {}, element('w:rFonts', font), element('w:sz', { 'w:val': size }))
  return element(
    'w:p',
    {},
    element(
      'w:pPr',
      {},
      ...(breakBefore ? [element('w:pageBreakBefore', {})] : []),
      element('w:spacing', { 'w:before': 0, 'w:after': 0 }),
      ...(centred ? [element('w:jc', { 'w:val': 'center' })] : []),
    ),
    element('w:r', {}, properties, textElement('w:t', text, { 'xml:space': 'preserve' })),
  )
}

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const

function table(rows: readonly (readonly string[])[]): string {
  const line = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '262626' }
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': 5_000, 'w:type': 'pct' }),
      element('w:tblBorders', {}, ...borders.map((side) => element(`w:${side}`, line))),
    ),
    element('w:tblGrid', {}, ...(rows[0] ?? []).map(() => element('w:gridCol', { 'w:w': 1_800 }))),
    ...rows.map((cells, at) =>
      element(
        'w:tr',
        {},
        ...(at === 0 ? [element('w:trPr', {}, element('w:tblHeader', {}))] : []),
        ...cells.map((cell) =>
          element(
            'w:tc',
            {},
            element('w:tcPr', {}, element('w:tcW', { 'w:w': 0, 'w:type': 'auto' })),
            ...cell.split('\n').map((text) => paragraph(text, { size: 21 })),
          ),
        ),
      ),
    ),
  )
}

function stepTable({ steps, lines }: PlainScene): string {
  const place = new Map(steps.map(({ id }, at) => [id, String(at + 1)]))
  return table([
    words.headings,
    ...steps.map((step, at) => [
      String(at + 1),
      step.name,
      step.posts.join('、'),
      step.limit?.wording ?? '',
      lines
        .filter(({ from }) => from === step.id)
        .map(({ to, label }) => words.leadsTo(label, place.get(to)!))
        .join('；'),
    ]),
  ])
}

function riskTable({ steps }: PlainScene): readonly string[] {
  const rows = steps.flatMap((step) =>
    step.risks.map(({ text, level, measures }) => [step.name, text, level ?? '', measures.join('\n')]),
  )
  if (rows.length === 0) return []
  return [
    paragraph(words.riskTable, { size: 28 }),
    table([words.riskHeadings, ...rows]),
    paragraph('', { size: 21 }),
  ]
}
