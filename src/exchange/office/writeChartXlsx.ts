/** An Excel workbook: the chart as one group of shapes with glued connectors, and its table on a second sheet. */
import { exchangeWords as words } from '../../text/paper/exchangeWords.ts'
import { typefaces } from '../../text/paper/forms.ts'
import type { PlainScene } from '../plainScene.ts'
import { element, textElement } from '../xml.ts'
import { chartSheet, sheetStyles } from './chartSheet.ts'
import { emuOfUnit, officeFigures } from './officeFigures.ts'
import { figureElement, type FigureDialect } from './figureElements.ts'
import { packageContentTypes, packageRelations } from './packageParts.ts'
import { packed } from './packed.ts'

const main = {
  xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}
const drawingNames = {
  'xmlns:xdr': 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
}
const ofSheets = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
const sheetDrawing: FigureDialect = {
  prefix: 'xdr',
  shape: { macro: '', textlink: '' },
  connector: { macro: '' },
  closing: '',
}
const edge = 200_000

export function writeChartXlsx(scene: PlainScene): Uint8Array {
  const table = chartSheet(scene)
  const isWide = scene.width > scene.height
  const [chartTab, tableTab] = words.tabs
  return packed({
    '[Content_Types].xml': contentTypesOf(),
    '_rels/.rels': packageRelations(main['xmlns:r'], [['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': element(
      'workbook',
      main,
      element(
        'sheets',
        {},
        element('sheet', { name: chartTab, sheetId: 1, 'r:id': 'rId1' }),
        element('sheet', { name: tableTab, sheetId: 2, 'r:id': 'rId2' }),
      ),
      element(
        'definedNames',
        {},
        element(
          'definedName',
          { name: '_xlnm.Print_Titles', localSheetId: 1 },
          `${tableTab}!$${table.headRow}:$${table.headRow}`,
        ),
      ),
    ),
    'xl/_rels/workbook.xml.rels': packageRelations(main['xmlns:r'], [
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': sheetStyles(typefaces.body),
    'xl/worksheets/sheet1.xml': element(
      'worksheet',
      main,
      element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })),
      element('sheetViews', {}, element('sheetView', { showGridLines: 0, workbookViewId: 0 })),
      element('sheetData', {}),
      element('pageMargins', { left: 0.4, right: 0.4, top: 0.9, bottom: 0.4, header: 0.4, footer: 0.2 }),
      element('pageSetup', {
        paperSize: 8,
        orientation: isWide ? 'landscape' : 'portrait',
        fitToWidth: 1,
        fitToHeight: 1,
      }),
      element('headerFooter', {}, textElement('oddHeader', `&C&16${scene.title.replaceAll('&', '&&')}`)),
      element('drawing', { 'r:id': 'rId1' }),
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': packageRelations(main['xmlns:r'], [
      ['drawing', '../drawings/drawing1.xml'],
    ]),
    'xl/worksheets/sheet2.xml': table.xml,
    'xl/drawings/drawing1.xml': element('xdr:wsDr', drawingNames, anchored(scene)),
  })
}

/** One group, which is moved and copied as a whole. */
function anchored(scene: PlainScene): string {
  const [cx, cy] = [scene.width, scene.height].map((units) => Math.round(units * emuOfUnit))
  const [at, size] = [
    { x: edge, y: edge },
    { cx, cy },
  ]
  return element(
    'xdr:absoluteAnchor',
    {},
    element('xdr:pos', at),
    element('xdr:ext', size),
    element(
      'xdr:grpSp',
      {},
      element(
        'xdr:nvGrpSpPr',
        {},
        element('xdr:cNvPr', { id: 1, name: scene.title }),
        element('xdr:cNvGrpSpPr', {}),
      ),
      element(
        'xdr:grpSpPr',
        {},
        element(
          'a:xfrm',
          {},
          element('a:off', at),
          element('a:ext', size),
          element('a:chOff', { x: 0, y: 0 }),
          element('a:chExt', size),
        ),
      ),
      ...officeFigures(scene, 1).map((figure) => figureElement(sheetDrawing, figure)),
    ),
    element('xdr:clientData', {}),
  )
}

function contentTypesOf(): string {
  const parts: readonly (readonly [string, string])[] = [
    ['workbook.xml', `${ofSheets}sheet.main+xml`],
    ['styles.xml', `${ofSheets}styles+xml`],
    ['worksheets/sheet1.xml', `${ofSheets}worksheet+xml`],
    ['worksheets/sheet2.xml', `${ofSheets}worksheet+xml`],
    ['drawings/drawing1.xml', 'application/vnd.openxmlformats-officedocument.drawing+xml'],
  ]
  return packageContentTypes(parts.map(([part, content]) => [`/xl/${part}`, content]))
}
