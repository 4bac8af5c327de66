/**
 * A chart as a Visio drawing ([MS-VSDX]): masters by the names of Visio's own, connectors glued to the points
 * where they meet the steps, shape data. Read back by our own reader and by LibreOffice; Visio was not run.
 */
import type { Point, Rect } from '../../layout/arrangement.ts'
import { packageContentTypes, packageRelations } from '../office/packageParts.ts'
import { packed } from '../office/packed.ts'
import type { PlainScene } from '../plainScene.ts'
import { element } from '../xml.ts'
import { visioCells, inchOfUnit, type VsdxPage } from './vsdxCells.ts'
import { masterList, masterParts } from './vsdxMasters.ts'
import { vsdxShapes } from './vsdxShapes.ts'

const main = {
  xmlns: 'http://schemas.microsoft.com/office/visio/2012/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xml:space': 'preserve',
}
const visio = 'http://schemas.microsoft.com/visio/2010/relationships'

/** Units. */
const edge = 40
const titleRoom = 70

export function writeVsdx(scene: PlainScene): Uint8Array {
  const page = pageOf(scene)
  const titleBox: Rect = { x: 0, y: -titleRoom, width: scene.width, height: titleRoom - 20 }
  const masters = masterParts(main)
  return packed({
    '[Content_Types].xml': contentTypesOf(masters.length),
    '_rels/.rels': packageRelations(visio, [['document', 'visio/document.xml']]),
    'visio/document.xml': documentPart(),
    'visio/_rels/document.xml.rels': packageRelations(visio, [
      ['masters', 'masters/masters.xml'],
      ['pages', 'pages/pages.xml'],
    ]),
    'visio/masters/masters.xml': masterList(main),
    'visio/masters/_rels/masters.xml.rels': packageRelations(
      visio,
      masters.map((_, at) => ['master', `master${at + 1}.xml`] as const),
    ),
    ...Object.fromEntries(masters.map((part, at) => [`visio/masters/master${at + 1}.xml`, part])),
    'visio/pages/pages.xml': element(
      'Pages',
      main,
      element(
        'Page',
        { ID: 0, NameU: 'Page-1', Name: scene.title },
        element(
          'PageSheet',
          {},
          ...visioCells({ PageWidth: page.width, PageHeight: page.height, DrawingSizeType: 3 }),
        ),
        element('Rel', { 'r:id': 'rId1' }),
      ),
    ),
    'visio/pages/_rels/pages.xml.rels': packageRelations(visio, [['page', 'page1.xml']]),
    'visio/pages/page1.xml': element('PageContents', main, ...vsdxShapes(scene, page, titleBox)),
    'visio/pages/_rels/page1.xml.rels': packageRelations(
      visio,
      masters.map((_, at) => ['master', `../masters/master${at + 1}.xml`] as const),
    ),
  })
}

function pageOf(scene: PlainScene): VsdxPage {
  const [width, height] = [scene.width + 2 * edge, scene.height + 2 * edge + titleRoom].map(
    (units) => units * inchOfUnit,
  ) as [number, number]
  const point = ([x, y]: Point): Point => [
    (x + edge) * inchOfUnit,
    height - (y + edge + titleRoom) * inchOfUnit,
  ]
  return {
    width,
    height,
    point,
    frame: (box) => {
      const [x, y] = point([box.x, box.y + box.height])
      return { x, y, width: box.width * inchOfUnit, height: box.height * inchOfUnit }
    },
  }
}

function documentPart(): string {
  const style = visioCells({
    EnableLineProps: 1,
    EnableFillProps: 1,
    EnableTextProps: 1,
    LineWeight: 1 / 96,
    LineColor: '#000000',
    LinePattern: 1,
    FillForegnd: '#FFFFFF',
    FillPattern: 1,
    VerticalAlign: 1,
  })
  return element(
    'VisioDocument',
    main,
    element('DocumentSettings', {
      TopPage: 0,
      DefaultTextStyle: 0,
      DefaultLineStyle: 0,
      DefaultFillStyle: 0,
    }),
    element(
      'StyleSheets',
      {},
      element('StyleSheet', { ID: 0, NameU: 'No Style', Name: 'No Style' }, ...style),
    ),
  )
}

function contentTypesOf(masters: number): string {
  const parts: readonly (readonly [string, string])[] = [
    ['document.xml', 'drawing.main'],
    ['masters/masters.xml', 'masters'],
    ...Array.from({ length: masters }, (_, at) => [`masters/master${at + 1}.xml`, 'master'] as const),
    ['pages/pages.xml', 'pages'],
    ['pages/page1.xml', 'page'],
  ]
  return packageContentTypes(
    parts.map(([part, kind]) => [`/visio/${part}`, `application/vnd.ms-visio.${kind}+xml`]),
  )
}
