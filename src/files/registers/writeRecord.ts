/** Writes a record as a Word document: title, facts in two columns, a list, a closing sentence, places to sign. */
import {
  AlignmentType,
  Document,
  HeightRule,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { typefaces } from '../../text/paper/forms.ts'
import { normalisedZip } from './normalisedZip.ts'
import { pageFooter, paragraphs, twips, type TextStyleOptions } from './wordParts.ts'

export interface PaperRecord {
  readonly title: string
  readonly facts: readonly (readonly [label: string, text: string])[]
  readonly list?: {
    readonly head: readonly string[]
    /** mm */
    readonly widths: readonly number[]
    readonly rows: readonly (readonly string[])[]
  }
  readonly closing?: string
  readonly signatures: readonly string[]
  /** yyyy-mm-dd */
  readonly on: string
}

/** mm */
const textWidth = 156
const labelWidth = 36

const title: TextStyleOptions = { size: 20, face: typefaces.title, bold: true }
const heading: TextStyleOptions = { size: 11, face: typefaces.heading }
const body: TextStyleOptions = { size: 11 }

/** Equal records give equal bytes. */
export async function writeRecord(record: PaperRecord): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: record.title,
    creator: '',
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: { top: twips(30), bottom: twips(28), left: twips(28), right: twips(26) },
          },
        },
        footers: { default: pageFooter() },
        children: [
          ...paragraphs(record.title, { alignment: AlignmentType.CENTER, spacing: { after: 240 } }, title),
          tableOf([labelWidth, textWidth - labelWidth], record.facts),
          ...listed(record),
          ...(record.closing === undefined
            ? []
            : paragraphs(record.closing, { spacing: { before: 240 } }, body)),
          ...record.signatures.flatMap((each) => paragraphs(each, { spacing: { before: 320 } }, body)),
        ],
      },
    ],
  })
  return normalisedZip(await Packer.pack(document, 'uint8array'), record.on)
}

function listed({ list }: PaperRecord): readonly (Paragraph | Table)[] {
  if (!list) return []
  return [...paragraphs('', {}, body), tableOf(list.widths, [list.head, ...list.rows], 'headed')]
}

function tableOf(widths: readonly number[], rows: readonly (readonly string[])[], head?: 'headed'): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(textWidth), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    margins: { left: twips(2), right: twips(2), top: twips(1), bottom: twips(1) },
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          cantSplit: true,
          tableHeader: head === 'headed' && row === 0,
          height: { value: twips(9), rule: HeightRule.ATLEAST },
          children: cells.map((text, column) => {
            const isLabel = head === 'headed' ? row === 0 : column === 0
            return new TableCell({
              width: { size: twips(widths[column] ?? 0), type: WidthType.DXA },
              verticalAlign: VerticalAlignTable.CENTER,
              children: [...paragraphs(text, {}, isLabel ? heading : body)],
            })
          }),
        }),
    ),
  })
}
