/** A Word file: the chart as one group of shapes that can be edited, then its steps and risks as tables. */
import { exchangeWords as words } from '../../text/paper/exchangeWords.ts'
import type { PlainScene } from '../plainScene.ts'
import { riskTable, stepTable } from '../sceneTables.ts'
import { element } from '../xml.ts'
import {
  emuOfUnit,
  officeFigures,
  type OfficeBox,
  type OfficeFigure,
  type OfficeLine,
} from './officeFigures.ts'
import { packed } from './packed.ts'
import { linePitch, textInset } from './fittedTexts.ts'
import { boxProperties, lineProperties, textColour } from './shapeProperties.ts'
import { wordParagraph, wordTable } from './wordBlocks.ts'

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
const titleRoom = 1_000
const titleGap = 160
const emuOfTwip = 635
/** Below, the larger paper is taken. */
const leastScale = 0.75

export function writeChartDocx(scene: PlainScene): Uint8Array {
  const page = pageOf(scene)
  const body = [
    wordParagraph(scene.title, { size: 36, bold: true, centred: true, kept: true, after: titleGap }),
    drawing(scene, page.scale),
    ...tables(scene, page.width - 2 * margin),
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

/** The facts of the chart, its steps and their risks, behind the drawing. */
function tables(scene: PlainScene, width: number): readonly string[] {
  const risks = riskTable(scene)
  const unit = scene.unit === undefined ? [] : [scene.unit]
  const facts = scene.facts.map(({ label, value }) => words.fact(label, value))
  return [
    wordParagraph(words.stepTable, { size: 28, bold: true, breakBefore: true, kept: true, after: 60 }),
    ...[...unit, ...facts].map((line) => wordParagraph(line, { size: 21, after: 40 })),
    wordTable(stepTable(scene), width),
    ...(risks
      ? [
          wordParagraph('', { size: 21 }),
          wordParagraph(risks.title, { size: 28, bold: true, kept: true, after: 60 }),
          wordTable(risks, width),
        ]
      : []),
    wordParagraph('', { size: 21 }),
  ]
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
  const { id, name, texts, look } = figure
  const lines = texts.map(({ words: text, size, bold }) =>
    wordParagraph(text, {
      size: size * 2,
      pitch: size * linePitch * 20,
      centred: true,
      colour: textColour(look, bold),
      ...(bold && { bold }),
    }),
  )
  return element(
    'wps:wsp',
    {},
    element('wps:cNvPr', { id, name }),
    element('wps:cNvSpPr', look === 'label' ? { txBox: 1 } : {}),
    boxProperties('wps:spPr', figure),
    ...(lines.length > 0 ? [element('wps:txbx', {}, element('w:txbxContent', {}, ...lines))] : []),
    element('wps:bodyPr', {
      rot: 0,
      vert: 'horz',
      lIns: textInset,
      tIns: 0,
      rIns: textInset,
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
