/** The table of a chart as a worksheet (ECMA-376 part 1, 18.3): title, facts, head, a row a step. */
import { textWidthOf } from '../../sheet/textWidth.ts'
import { exchangeWords as words } from '../../text/paper/exchangeWords.ts'
import type { PlainScene } from '../plainScene.ts'
import { wholeTable } from '../sceneTables.ts'
import { element, textElement } from '../xml.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** Numbers of the formats in `sheetStyles`. */
const styles = { plain: 0, cell: 1, head: 2, title: 3 } as const
/** Characters a unit of a column's weight. */
const columnUnit = 6

export interface ChartSheet {
  readonly xml: string
  /** Row of the head, from 1; printed on each page. */
  readonly headRow: number
}

export function chartSheet(scene: PlainScene): ChartSheet {
  const { title, columns, rows } = wholeTable(scene)
  const unit = scene.unit === undefined ? [] : [scene.unit]
  const facts = [...unit, ...scene.facts.map(({ label, value }) => words.fact(label, value))]
  const widths = columns.map(({ weight }) => Math.max(6, weight * columnUnit))
  const above = [row(1, [title], 'title'), ...facts.map((fact, at) => row(at + 2, [fact], 'plain'))]
  const headRow = above.length + 1
  const head = columns.map(({ heading }) => heading)
  const xml = element(
    'worksheet',
    { xmlns: main },
    element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })),
    element('sheetFormatPr', { defaultRowHeight: 15 }),
    element(
      'cols',
      {},
      ...widths.map((width, at) => element('col', { min: at + 1, max: at + 1, width, customWidth: 1 })),
    ),
    element(
      'sheetData',
      {},
      ...above,
      row(headRow, head, 'head'),
      ...rows.map((cells, at) => row(headRow + at + 1, cells, 'cell', heightOf(cells, widths))),
    ),
    element('pageMargins', { left: 0.5, right: 0.5, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 }),
    element('pageSetup', {
      paperSize: columns.length > 9 ? 8 : 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
    }),
  )
  return { xml, headRow }
}

/** Texts are written as texts: nothing in them is a formula. */
function row(at: number, cells: readonly string[], style: keyof typeof styles, height?: number): string {
  return element(
    'row',
    { r: at, ht: height, customHeight: height === undefined ? undefined : 1 },
    ...cells.map((text, column) =>
      element(
        'c',
        { r: `${columnName(column)}${at}`, s: styles[style], t: 'inlineStr' },
        element('is', {}, textElement('t', text, { 'xml:space': 'preserve' })),
      ),
    ),
  )
}

/** Points: as many lines as the fullest cell has. A column as wide as two characters holds one Chinese one. */
function heightOf(cells: readonly string[], widths: readonly number[]): number {
  const lines = cells.map((cell, at) =>
    cell
      .split('\n')
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil(textWidthOf(line, 1, 'regular') / (widths[at]! / 2.1))),
        0,
      ),
  )
  return 13.5 * Math.max(...lines) + 3
}

/** A … Z: a chart has fewer columns. */
function columnName(at: number): string {
  return String.fromCharCode(65 + at)
}

export function sheetStyles(typeface: string): string {
  const fonts = [font(typeface, 10), font(typeface, 10, 'bold'), font(typeface, 16, 'bold')]
  const shade = element('patternFill', { patternType: 'solid' }, element('fgColor', { rgb: 'FFE8EEF6' }))
  const fills = ['none', 'gray125'].map((patternType) => element('patternFill', { patternType }))
  const sides = ['left', 'right', 'top', 'bottom']
  const noBorder = [...sides, 'diagonal'].map((name) => element(name, {}))
  const wrapped = element('alignment', { vertical: 'center', wrapText: 1 })
  const centred = element('alignment', { horizontal: 'center', vertical: 'center', wrapText: 1 })
  return element(
    'styleSheet',
    { xmlns: main },
    element('fonts', { count: 3 }, ...fonts),
    element('fills', { count: 3 }, ...[...fills, shade].map((fill) => element('fill', {}, fill))),
    element(
      'borders',
      { count: 2 },
      element('border', {}, ...noBorder),
      element('border', {}, ...sides.map(side), element('diagonal', {})),
    ),
    element('cellStyleXfs', { count: 1 }, element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
    element(
      'cellXfs',
      { count: 4 },
      format([0, 0, 0]),
      format([0, 0, 1], wrapped),
      format([1, 2, 1], centred),
      format([2, 0, 0]),
    ),
  )
}

function font(typeface: string, size: number, weight: 'bold' | 'regular' = 'regular'): string {
  const bold = weight === 'bold' ? [element('b', {})] : []
  return element('font', {}, ...bold, element('sz', { val: size }), element('name', { val: typeface }))
}

function side(name: string): string {
  return element(name, { style: 'thin' }, element('color', { rgb: 'FF3B5578' }))
}

/** By the numbers of its font, fill and border. */
function format([fontId, fillId, borderId]: readonly [number, number, number], ...inside: readonly string[]) {
  return element('xf', { numFmtId: 0, fontId, fillId, borderId, xfId: 0, applyAlignment: 1 }, ...inside)
}
