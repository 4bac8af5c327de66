/**
 * Writes forms to a document for Word and WPS, one A4 landscape section each; the same table as in the
 * workbook.
 */
import {
  AlignmentType,
  Document,
  HeightRule,
  Packer,
  PageOrientation,
  Paragraph,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type ISectionOptions,
} from 'docx'
import { signatureWords, typefaces } from '../../text/paper/forms.ts'
import { blocksOf, formWidth, type Form, type FormCell, type FormRow } from './form.ts'
import { normalisedZip } from './normalisedZip.ts'
import { heightsOf } from './sheetRows.ts'
import { titleSize } from './typeface.ts'
import { pageFooter, paragraphs, textRun, twips, type TextStyleOptions } from './wordParts.ts'

const boxHeight = 22
/** Maximum points of rows kept together: a page without head, title and signatures. */
const mostTied = 250
const heading = { face: typefaces.heading }

/** Writes the document. Equal forms and date give equal bytes. */
export async function writeDocx(
  forms: readonly Form[],
  date: string | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({ title: forms[0]?.title ?? '', creator: '', sections: forms.map(sectionOf) })
  return normalisedZip(await Packer.pack(document, 'uint8array'), date)
}

function sectionOf(form: Form): ISectionOptions {
  return {
    properties: {
      page: {
        // The library itself swaps width and height.
        size: { width: twips(210), height: twips(297), orientation: PageOrientation.LANDSCAPE },
        margin: {
          top: twips(16),
          bottom: twips(16),
          left: twips(15),
          right: twips(15),
          header: twips(8),
          footer: twips(8),
        },
      },
    },
    footers: { default: pageFooter() },
    children: [
      ...paragraphs(
        form.title,
        { alignment: AlignmentType.CENTER, spacing: { after: 120 } },
        { size: titleSize, face: typefaces.title, bold: true },
      ),
      facts(form),
      tableOf(form),
      ...signers(form),
    ],
  }
}

/** Left, in the middle, right. */
function facts({ facts }: Form): Paragraph {
  const stops = [
    { type: TabStopType.CENTER, position: twips(formWidth / 2) },
    { type: TabStopType.RIGHT, position: twips(formWidth) },
  ]
  return new Paragraph({ spacing: { after: 60 }, tabStops: stops, children: [textRun(facts.join('\t'))] })
}

function tableOf(form: Form): Table {
  const tied = tiedRows(form)
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: twips(formWidth), type: WidthType.DXA },
    columnWidths: form.columns.map(({ width }) => twips(width)),
    margins: { left: twips(1.2), right: twips(1.2), top: twips(0.6), bottom: twips(0.6) },
    rows: [
      headRow(form),
      ...form.rows.map((row, at) => bodyRow(form, row, { withNext: tied.has(at) })),
      ...closingRows(form),
    ],
  })
}

function headRow({ columns }: Form): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    height: { value: twips(9), rule: HeightRule.ATLEAST },
    children: columns.map(({ heading: words, width }) =>
      cell({ text: words, rows: 1, cols: 1 }, { width, align: 'center', look: heading }),
    ),
  })
}

/**
 * Rows kept with the next one: those of a block that fits on a page, and the last block with the
 * signatures.
 */
function tiedRows(form: Form): ReadonlySet<number> {
  const heights = heightsOf(form)
  const blocks = blocksOf(form.rows).filter(
    ({ from, to }) => heights.slice(from, to).reduce((sum, height) => sum + height, 0) < mostTied,
  )
  const rows = blocks.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))
  const ends = new Set(blocks.map(({ to }) => to - 1))
  const hasClosing = form.total !== '' || form.boxes.length > 0 || form.signers.length > 0
  return new Set(rows.filter((at) => !ends.has(at) || (hasClosing && at === form.rows.length - 1)))
}

interface Keep {
  readonly withNext: boolean
}

function bodyRow({ columns }: Form, row: FormRow, { withNext }: Keep): TableRow {
  return new TableRow({
    cantSplit: true,
    keepNext: withNext,
    height: { value: twips(8), rule: HeightRule.ATLEAST },
    children: row.flatMap((each, at) => {
      if (!each) return []
      const width = columns.slice(at, at + each.cols).reduce((sum, column) => sum + column.width, 0)
      const align = each.cols > 1 ? 'left' : columns[at]!.align
      return [cell(each, { width, align, look: each.strong ? { bold: true } : {} })]
    }),
  })
}

interface CellLook {
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
  readonly look: TextStyleOptions
  readonly bottom?: true
}

function cell({ text, rows, cols }: FormCell, { width, align, look, bottom }: CellLook): TableCell {
  return new TableCell({
    rowSpan: rows,
    columnSpan: cols,
    width: { size: twips(width), type: WidthType.DXA },
    verticalAlign: bottom ? VerticalAlignTable.BOTTOM : VerticalAlignTable.CENTER,
    children: [...paragraphs(text, { alignment: align }, look)],
  })
}

function closingRows({ total, boxes, columns, signers }: Form): readonly TableRow[] {
  const all = columns.length
  const labels = Math.max(1, columns.findIndex((_, at) => widthTo(columns, at + 1) >= 36) + 1)
  const labelWidth = widthTo(columns, labels)
  const rows = boxes.map(({ label, signed }, at) => {
    const words = { text: signed, rows: 1, cols: all - labels }
    const right = { width: formWidth - labelWidth, align: 'right', look: {}, bottom: true } as const
    return new TableRow({
      cantSplit: true,
      keepNext: at < boxes.length - 1,
      height: { value: twips(boxHeight), rule: HeightRule.ATLEAST },
      children: [
        cell({ text: label, rows: 1, cols: labels }, { width: labelWidth, align: 'center', look: heading }),
        cell(words, right),
      ],
    })
  })
  if (total === '') return rows
  const sum = new TableRow({
    cantSplit: true,
    keepNext: boxes.length + signers.length > 0,
    children: [
      cell({ text: total, rows: 1, cols: all }, { width: formWidth, align: 'left', look: { bold: true } }),
    ],
  })
  return [sum, ...rows]
}

function widthTo(columns: Form['columns'], count: number): number {
  return columns.slice(0, count).reduce((sum, { width }) => sum + width, 0)
}

function signers({ signers }: Form): readonly Paragraph[] {
  if (signers.length === 0) return []
  return paragraphs(signers.map(signatureWords.line).join('　　　'), { spacing: { before: 240 } })
}
