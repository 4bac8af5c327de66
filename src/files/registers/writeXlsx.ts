/**
 * Writes forms to a workbook, one sheet each: A4 landscape, head on every page, ready to print and
 * sign.
 */
import type { Cell, CellStyle, MergeRange, RowDef, WriteSheet } from 'hucre'
import { writeXlsx as writeWorkbook } from 'hucre/xlsx'
import { signatureWords, typefaces } from '../../text/paper/forms.ts'
import { formWidth, type Form } from './form.ts'
import { printable } from './printable.ts'
import { normalisedZip } from './normalisedZip.ts'
import { bandHeight, pageBreaks, sheetRows } from './sheetRows.ts'
import { bodySize, titleSize } from './typeface.ts'

const titleHeight = 38
const factsHeight = 24
const boxHeight = 64
/** Width in millimetres of the last fact. */
const dateWidth = 62
/** Points between the margins of A4 landscape; the footer is in the margin. */
const pageHeight = ((210 - 2 * 16) * 72) / 25.4 - 10
const inches = (millimetres: number) => millimetres / 25.4

/** Writes the workbook. Equal forms and date give equal bytes. */
export async function writeXlsx(
  forms: readonly Form[],
  date: string | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const names = tabNames(forms.map((form) => form.tab))
  const bytes = await writeWorkbook({
    sheets: forms.map((form, at) => sheetOf(form, names[at]!)),
    defaultFont: ruler,
    properties: { title: forms[0]?.title ?? '' },
  })
  return normalisedZip(bytes, date)
}

/** Valid Excel tab names: unique, at most 31 characters, without []:*?/\. */
function tabNames(tabs: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return tabs.map((tab) => {
    const plain =
      printable(tab)
        .replaceAll(/[[\]:*?/\\\p{Cc}\uFFFD']/gu, ' ')
        .trim() || '1'
    let name = firstOf(plain, 15)
    for (let next = 2; taken.has(name.toLowerCase()); next += 1) name = `${firstOf(plain, 12)} ${next}`
    taken.add(name.toLowerCase())
    return name
  })
}

/** The first `count` UTF-16 units, without splitting a character. */
function firstOf(text: string, count: number): string {
  return Array.from(text).slice(0, count).join('')
}

/** A sheet under construction, from the top. */
interface Draft {
  readonly cells: Map<string, Partial<Cell>>
  readonly merges: MergeRange[]
  readonly rowDefs: Map<number, RowDef>
  readonly columns: number
  row: number
}

function sheetOf(form: Form, name: string): WriteSheet {
  const draft: Draft = {
    cells: new Map(),
    merges: [],
    rowDefs: new Map(),
    columns: form.columns.length,
    row: 0,
  }
  line(draft, titleHeight, [{ text: form.title, from: 0, to: draft.columns }], styles.title)
  facts(draft, form)
  const headAt = draft.row
  head(draft, form)
  const rows = sheetRows(form)
  const bodyAt = draft.row
  const headHeight = draft.rowDefs.get(headAt)!.height!
  const breaks = pageBreaks(rows, {
    first: pageHeight - titleHeight - factsHeight - headHeight,
    next: pageHeight - headHeight,
    closing: closingHeight(form),
  })
  body(draft, form, rows)
  closing(draft, form)
  return {
    name,
    columns: form.columns.map(({ width }) => ({ width: characters(width) })),
    rows: Array.from({ length: draft.row }, () => Array.from({ length: draft.columns }, () => null)),
    cells: draft.cells,
    merges: draft.merges,
    rowDefs: draft.rowDefs,
    rowBreaks: breaks.map((at) => bodyAt + at - 1),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: {
        left: inches(15),
        right: inches(15),
        top: inches(16),
        bottom: inches(16),
        header: inches(8),
        footer: inches(8),
      },
      printTitlesRow: `$${headAt + 1}:$${headAt + 1}`,
    },
    headerFooter: {
      oddFooter: `&C${signatureWords.pageOf.before}&P${signatureWords.pageOf.between}&N${signatureWords.pageOf.after}`,
    },
    freezePane: { rows: headAt + 1 },
  }
}

/**
 * Excel measures columns in digits of the workbook's default font: 7 pixels each here on every system,
 * plus 5 pixels of padding. Every cell names its own font.
 */
const ruler = { name: 'Arial', size: 10 } as const

function characters(millimetres: number): number {
  return Math.round((((millimetres / 25.4) * 96 - 5) / 7) * 100) / 100
}

interface Words {
  readonly text: string
  readonly from: number
  readonly to: number
}

function put(draft: Draft, words: Words & { readonly rows?: number }, style: CellStyle): void {
  const { text, from, to, rows = 1 } = words
  const { row } = draft
  for (let down = row; down < row + rows; down += 1) {
    for (let column = from; column < to; column += 1) {
      const isFirst = down === row && column === from
      draft.cells.set(`${down},${column}`, { value: isFirst ? printable(text) : null, type: 'string', style })
    }
  }
  if (rows > 1 || to - from > 1)
    draft.merges.push({ startRow: row, startCol: from, endRow: row + rows - 1, endCol: to - 1 })
}

function line(draft: Draft, height: number, words: readonly Words[], style: CellStyle): void {
  for (const each of words) put(draft, each, style)
  draft.rowDefs.set(draft.row, { height })
  draft.row += 1
}

function facts(draft: Draft, { facts, columns }: Form): void {
  const split = Math.max(1, columnsWithin(columns, formWidth - dateWidth))
  put(draft, { text: facts.slice(0, -1).join('　　　'), from: 0, to: split }, styles.fact)
  const last = { text: facts.at(-1) ?? '', from: split, to: columns.length }
  line(draft, factsHeight, [last], styles.date)
}

/** Number of columns within this width. */
function columnsWithin(columns: Form['columns'], millimetres: number): number {
  let reached = 0
  const at = columns.findIndex(({ width }) => {
    reached += width
    return reached > millimetres
  })
  return at < 0 ? columns.length - 1 : at
}

/** Number of columns that end nearest to this width. */
function columnAt(columns: Form['columns'], millimetres: number): number {
  let reached = 0
  const at = columns.findIndex(({ width }) => {
    reached += width
    return reached >= millimetres - width / 2
  })
  return at < 0 ? columns.length : at + 1
}

function head(draft: Draft, { columns }: Form): void {
  const heights = columns.map(({ heading, width }) => bandHeight(heading, width))
  const words = columns.map(({ heading }, at) => ({ text: heading, from: at, to: at + 1 }))
  line(draft, Math.max(26, ...heights), words, styles.heading)
}

function body(draft: Draft, form: Form, rows: ReturnType<typeof sheetRows>): void {
  for (const { cells, height } of rows) {
    for (const { cell, column } of cells) {
      const { text, cols, rows: down, strong } = cell
      const align = cols > 1 ? 'left' : form.columns[column]!.align
      put(draft, { text, from: column, to: column + cols, rows: down }, bodyStyle(align, strong))
    }
    draft.rowDefs.set(draft.row, { height: Math.round(height * 100) / 100 })
    draft.row += 1
  }
}

function closing(draft: Draft, { total, boxes, signers, columns }: Form): void {
  const all = { from: 0, to: draft.columns }
  if (total !== '')
    line(draft, bandHeight(total, formWidth), [{ text: total, ...all }], bodyStyle('left', true))
  const labelTo = Math.max(1, columnAt(columns, 36))
  for (const { label, signed } of boxes) {
    put(draft, { text: label, from: 0, to: labelTo }, styles.heading)
    line(draft, boxHeight, [{ text: signed, from: labelTo, to: draft.columns }], styles.signed)
  }
  if (signers.length === 0) return
  const words = signers.map(signatureWords.line).join('　　　')
  line(draft, factsHeight * 1.6, [{ text: words, ...all }], styles.signers)
}

function closingHeight({ total, boxes, signers }: Form): number {
  return (
    (total === '' ? 0 : bandHeight(total, formWidth)) +
    boxes.length * boxHeight +
    (signers.length === 0 ? 0 : factsHeight * 1.6)
  )
}

const side = { style: 'thin' } as const
const border = { top: side, right: side, bottom: side, left: side }
const bodyFont = { name: typefaces.body, size: bodySize }

function bodyStyle(horizontal: 'left' | 'center', strong: true | undefined): CellStyle {
  return {
    font: strong ? { ...bodyFont, bold: true } : bodyFont,
    border,
    alignment: { horizontal, vertical: 'center', wrapText: true },
    // Writes text, even if it looks like a formula or a number.
    numFmt: '@',
  }
}

const styles = {
  title: {
    font: { name: typefaces.title, size: titleSize, bold: true },
    alignment: { horizontal: 'center', vertical: 'center' },
  },
  fact: { font: bodyFont, alignment: { horizontal: 'left', vertical: 'center' } },
  date: { font: bodyFont, alignment: { horizontal: 'right', vertical: 'center' } },
  heading: {
    font: { name: typefaces.heading, size: bodySize },
    border,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  signed: { font: bodyFont, border, alignment: { horizontal: 'right', vertical: 'bottom', indent: 2 } },
  signers: { font: bodyFont, alignment: { horizontal: 'left', vertical: 'bottom' } },
} as const satisfies Record<string, CellStyle>
