/** Paragraphs and tables of a Word file (ECMA-376 part 1, 17.3 and 17.4). */
import { colour } from '../../sheet/figures/look.ts'
import { typefaces } from '../../text/paper/forms.ts'
import type { PlainTable } from '../sceneTables.ts'
import { element, textElement } from '../xml.ts'

interface ParagraphLook {
  /** Half points. */
  readonly size: number
  readonly bold?: true
  readonly centred?: true
  readonly breakBefore?: true
  /** Goes with what follows onto one page. */
  readonly kept?: true
  /** Twentieths of a point, below. */
  readonly after?: number
  /** Exact height of a line, twentieths of a point. */
  readonly pitch?: number
  /** #rrggbb */
  readonly colour?: string
}

export function wordParagraph(text: string, look: ParagraphLook): string {
  return element('w:p', {}, paragraphProperties(look), run(text, look))
}

function paragraphProperties({ centred, breakBefore, kept, after = 0, pitch }: ParagraphLook): string {
  const exact = pitch !== undefined && { 'w:line': Math.round(pitch), 'w:lineRule': 'exact' }
  return element(
    'w:pPr',
    {},
    ...(kept ? [element('w:keepNext', {})] : []),
    ...(breakBefore ? [element('w:pageBreakBefore', {})] : []),
    element('w:spacing', { 'w:before': 0, 'w:after': after, ...exact }),
    ...(centred ? [element('w:jc', { 'w:val': 'center' })] : []),
  )
}

function run(text: string, { size, bold, colour: ink }: ParagraphLook): string {
  const font = {
    'w:ascii': typefaces.latin,
    'w:hAnsi': typefaces.latin,
    'w:eastAsia': typefaces.body,
    'w:cs': typefaces.latin,
  }
  const properties = element(
    'w:rPr',
    {},
    element('w:rFonts', font),
    ...(bold ? [element('w:b', {})] : []),
    ...(ink === undefined ? [] : [element('w:color', { 'w:val': hex(ink) })]),
    element('w:sz', { 'w:val': size }),
  )
  return element('w:r', {}, properties, textElement('w:t', text, { 'xml:space': 'preserve' }))
}

const cellSize = 21
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const

/** As wide as the page; the head stands on each page, and rows are not cut. */
export function wordTable({ columns, rows }: PlainTable, width: number): string {
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0)
  const widths = columns.map(({ weight }) => Math.round((width * weight) / whole))
  const line = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': hex(colour.outline) }
  const margin = { 'w:w': 70, 'w:type': 'dxa' }
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
      element('w:tblBorders', {}, ...borders.map((side) => element(`w:${side}`, line))),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblCellMar', {}, element('w:left', margin), element('w:right', margin)),
    ),
    element('w:tblGrid', {}, ...widths.map((each) => element('w:gridCol', { 'w:w': each }))),
    tableRow(
      columns.map(({ heading }) => heading),
      widths,
      'head',
    ),
    ...rows.map((cells) => tableRow(cells, widths, 'body')),
  )
}

function tableRow(cells: readonly string[], widths: readonly number[], part: 'head' | 'body'): string {
  const isHead = part === 'head'
  const look = { size: cellSize, ...(isHead && { bold: true as const, centred: true as const }) }
  const shade = { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': hex(colour.headTint) }
  return element(
    'w:tr',
    {},
    element('w:trPr', {}, element('w:cantSplit', {}), ...(isHead ? [element('w:tblHeader', {})] : [])),
    ...cells.map((cell, at) =>
      element(
        'w:tc',
        {},
        element(
          'w:tcPr',
          {},
          element('w:tcW', { 'w:w': widths[at], 'w:type': 'dxa' }),
          ...(isHead ? [element('w:shd', shade)] : []),
          element('w:vAlign', { 'w:val': 'center' }),
        ),
        ...cell.split('\n').map((text) => wordParagraph(text, look)),
      ),
    ),
  )
}

function hex(rgb: string): string {
  return rgb.slice(1).toUpperCase()
}
