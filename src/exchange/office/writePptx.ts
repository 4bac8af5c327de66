/** A PowerPoint file: the chart on one slide as shapes with glued connectors. */
import { typefaces } from '../../text/paper/forms.ts'
import type { PlainScene } from '../plainScene.ts'
import { element } from '../xml.ts'
import { emuOfUnit, officeFigures, type OfficeFigure } from './officeFigures.ts'
import { boxElement, figureElement, type FigureDialect } from './figureElements.ts'
import { packageContentTypes, packageRelations } from './packageParts.ts'
import { packed } from './packed.ts'
import { fittedTexts } from './fittedTexts.ts'
import { slideTheme } from './slideTheme.ts'

const namespaces = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
}
const type = namespaces['xmlns:r']
const office = 'application/vnd.openxmlformats-'
const ofPresentation = `${office}officedocument.presentationml.`

const slide: FigureDialect = {
  prefix: 'p',
  shape: {},
  connector: {},
  closing: element('p:nvPr', {}),
}

/** EMU. A slide may be 56 inches at most. */
const mostSlide = 51_206_400
const leastSlide = 914_400
const edge = 300_000
const titleRoom = 500_000
const titleHeight = 450_000

export function writePptx(scene: PlainScene): Uint8Array {
  const whole = Math.max(scene.width, scene.height) * emuOfUnit + 2 * edge + titleRoom
  const scale = Math.min(1, mostSlide / whole)
  const width = Math.max(leastSlide, Math.round(scene.width * emuOfUnit * scale) + 2 * edge)
  const height = Math.max(leastSlide, Math.round(scene.height * emuOfUnit * scale) + 2 * edge + titleRoom)
  const figures = officeFigures(scene, scale).map((figure) => figureElement(slide, moved(figure)))
  const title = titleShape(scene.title, width)
  return packed({
    '[Content_Types].xml': contentTypesOf(),
    '_rels/.rels': packageRelations(type, [['officeDocument', 'ppt/presentation.xml']]),
    'ppt/presentation.xml': element(
      'p:presentation',
      namespaces,
      element('p:sldMasterIdLst', {}, element('p:sldMasterId', { id: 2_147_483_648, 'r:id': 'rId1' })),
      element('p:sldIdLst', {}, element('p:sldId', { id: 256, 'r:id': 'rId2' })),
      element('p:sldSz', { cx: width, cy: height }),
      element('p:notesSz', { cx: 6_858_000, cy: 9_144_000 }),
    ),
    'ppt/_rels/presentation.xml.rels': packageRelations(type, [
      ['slideMaster', 'slideMasters/slideMaster1.xml'],
      ['slide', 'slides/slide1.xml'],
      ['theme', 'theme/theme1.xml'],
    ]),
    'ppt/theme/theme1.xml': slideTheme(typefaces.latin, typefaces.body),
    'ppt/slideMasters/slideMaster1.xml': element(
      'p:sldMaster',
      namespaces,
      element('p:cSld', {}, background(), tree()),
      element('p:clrMap', colourMap),
      element('p:sldLayoutIdLst', {}, element('p:sldLayoutId', { id: 2_147_483_649, 'r:id': 'rId1' })),
    ),
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': packageRelations(type, [
      ['slideLayout', '../slideLayouts/slideLayout1.xml'],
      ['theme', '../theme/theme1.xml'],
    ]),
    'ppt/slideLayouts/slideLayout1.xml': element(
      'p:sldLayout',
      { ...namespaces, type: 'blank' },
      element('p:cSld', {}, tree()),
      colourOverride(),
    ),
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': packageRelations(type, [
      ['slideMaster', '../slideMasters/slideMaster1.xml'],
    ]),
    'ppt/slides/slide1.xml': element(
      'p:sld',
      namespaces,
      element('p:cSld', {}, tree(title, ...figures)),
      colourOverride(),
    ),
    'ppt/slides/_rels/slide1.xml.rels': packageRelations(type, [
      ['slideLayout', '../slideLayouts/slideLayout1.xml'],
    ]),
  })
}

function tree(...shapes: readonly string[]): string {
  return element('p:spTree', {}, emptyGroup(), ...shapes)
}

function shifted<T extends { readonly x: number; readonly y: number }>(box: T): T {
  return { ...box, x: box.x + edge, y: box.y + edge + titleRoom }
}

function moved(figure: OfficeFigure): OfficeFigure {
  if (figure.is === 'box') return { ...figure, box: shifted(figure.box) }
  const { geometry } = figure
  const points = geometry.points.map(([x, y]) => [x + edge, y + edge + titleRoom] as const)
  return { ...figure, geometry: { ...geometry, box: shifted(geometry.box), points } }
}

/** The title of the slide, known as such: for outlines, and for who cannot see it. */
function titleShape(words: string, width: number): string {
  const box = { x: edge, y: edge / 2, width: width - 2 * edge, height: titleHeight }
  const texts = fittedTexts([{ words, size: 20, bold: true }], box, 'rect')
  return boxElement(
    slide,
    { is: 'box', id: 1_000_000, name: words, preset: 'rect', box, texts, look: 'label' },
    { closing: element('p:nvPr', {}, element('p:ph', { type: 'title' })) },
  )
}

function emptyGroup(): string {
  const nothing = { x: 0, y: 0 }
  const none = { cx: 0, cy: 0 }
  return [
    element(
      'p:nvGrpSpPr',
      {},
      element('p:cNvPr', { id: 1, name: '' }),
      element('p:cNvGrpSpPr', {}),
      element('p:nvPr', {}),
    ),
    element(
      'p:grpSpPr',
      {},
      element(
        'a:xfrm',
        {},
        element('a:off', nothing),
        element('a:ext', none),
        element('a:chOff', nothing),
        element('a:chExt', none),
      ),
    ),
  ].join('')
}

const colourMap = {
  bg1: 'lt1',
  tx1: 'dk1',
  bg2: 'lt2',
  tx2: 'dk2',
  accent1: 'accent1',
  accent2: 'accent2',
  accent3: 'accent3',
  accent4: 'accent4',
  accent5: 'accent5',
  accent6: 'accent6',
  hlink: 'hlink',
  folHlink: 'folHlink',
}

function colourOverride(): string {
  return element('p:clrMapOvr', {}, element('a:masterClrMapping', {}))
}

function background(): string {
  const white = element('a:solidFill', {}, element('a:srgbClr', { val: 'FFFFFF' }))
  return element('p:bg', {}, element('p:bgPr', {}, white, element('a:effectLst', {})))
}

function contentTypesOf(): string {
  const parts: readonly (readonly [string, string])[] = [
    ['presentation.xml', `${ofPresentation}presentation.main+xml`],
    ['slideMasters/slideMaster1.xml', `${ofPresentation}slideMaster+xml`],
    ['slideLayouts/slideLayout1.xml', `${ofPresentation}slideLayout+xml`],
    ['slides/slide1.xml', `${ofPresentation}slide+xml`],
    ['theme/theme1.xml', `${office}officedocument.theme+xml`],
  ]
  return packageContentTypes(parts.map(([part, content]) => [`/ppt/${part}`, content]))
}
