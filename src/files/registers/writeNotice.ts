/**
 * Writes 提醒函、预警告知书、预警建议书、整改意见书: title, 文号, addressee, findings, demands, deadline, signature, and the
 * return receipt on a separate page. Margins, font sizes and 28-point lines follow GB/T 9704-2012.
 */
import {
  AlignmentType,
  Document,
  HeightRule,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Notice } from '../../model/registers/notice.ts'
import { typefaces } from '../../text/paper/forms.ts'
import { noticeTitle, noticeWords } from '../../text/paper/notices.ts'
import { normalisedZip } from './normalisedZip.ts'
import { pageFooter, paragraphs, twips, type TextStyleOptions } from './wordParts.ts'

/** Points: 二号, 三号. */
const title: TextStyleOptions = { size: 22, face: typefaces.title, bold: true }
const body: TextStyleOptions = { size: 16 }
const line = { line: 560, lineRule: LineRuleType.EXACT } as const
const textWidth = 156

/** Writes the document. Equal notices give equal bytes. */
export async function writeNotice(notice: Notice): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: noticeTitle[notice.kind],
    creator: '',
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) },
          },
        },
        footers: { default: pageFooter() },
        children: [...letter(notice), ...receipt(notice)],
      },
    ],
  })
  return normalisedZip(await Packer.pack(document, 'uint8array'), notice.issuedOn)
}

function letter(notice: Notice): readonly Paragraph[] {
  const { kind, number, addressee, power, colour, findings, demands, deadline, contact, phone } = notice
  const reach = noticeWords.contact(contact, phone)
  return [
    ...paragraphs(noticeTitle[kind], { alignment: AlignmentType.CENTER, spacing: { after: 200 } }, title),
    ...paragraphs(number, { alignment: AlignmentType.CENTER, spacing: { ...line, after: 200 } }, body),
    ...paragraphs(noticeWords.addressee(addressee), { spacing: line }, body),
    ...said(noticeWords.opening(kind, power)),
    ...findings.flatMap(({ place, text, basis }, at) =>
      said(noticeWords.finding(at + 1, place, text) + (basis ? noticeWords.basis(basis) : '')),
    ),
    ...(colour ? said(noticeWords.colour(colour)) : []),
    ...(demands.length > 0 ? said(noticeWords.demand(kind)) : []),
    ...demands.flatMap((text, at) => said(noticeWords.item(at + 1, text))),
    ...said(deadline === undefined ? noticeWords.noDeadline : noticeWords.deadline(deadline), {
      keepNext: true,
    }),
    ...(reach === '' ? [] : said(reach, { keepNext: true })),
    // Keeps issuer and date together and never alone on a page.
    ...signed(noticeWords.issuer(notice.issuer), { keepNext: true, before: 560 }),
    ...signed(noticeWords.date(notice.issuedOn), { keepNext: false, before: 0 }),
    ...(notice.copies
      ? paragraphs(noticeWords.copies(notice.copies), { spacing: { ...line, before: 280 } }, body)
      : []),
  ]
}

/** A paragraph indented by two characters. */
function said(text: string, keep: { readonly keepNext?: boolean } = {}): readonly Paragraph[] {
  return paragraphs(text, { spacing: line, indent: { firstLine: 640 }, ...keep }, body)
}

function signed(
  text: string,
  { keepNext, before }: { readonly keepNext: boolean; readonly before: number },
): readonly Paragraph[] {
  return paragraphs(
    text,
    { alignment: AlignmentType.RIGHT, spacing: { ...line, before }, indent: { right: 640 }, keepNext },
    body,
  )
}

function receipt(notice: Notice): readonly (Paragraph | Table)[] {
  const rows: readonly (readonly [string, string, number])[] = [
    [noticeWords.receiptNumber, notice.number, 14],
    [noticeWords.receiptTo, notice.issuer, 14],
    [noticeWords.receiptFrom, notice.addressee, 14],
    [noticeWords.receivedOn, noticeWords.blankDate, 14],
    [noticeWords.receivedBy, '', 14],
    ...(notice.deadline === undefined
      ? []
      : [[noticeWords.doneBefore, noticeWords.date(notice.deadline), 14] as const]),
    [noticeWords.measuresTaken, '', 70],
    [noticeWords.seal, noticeWords.blankDate, 26],
  ]
  const heading = { alignment: AlignmentType.CENTER, spacing: { after: 300 }, pageBreakBefore: true }
  return [
    ...paragraphs(noticeWords.receiptTitle(noticeTitle[notice.kind]), heading, { ...title, size: 18 }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: twips(textWidth), type: WidthType.DXA },
      columnWidths: [twips(46), twips(textWidth - 46)],
      margins: { left: twips(2), right: twips(2) },
      rows: rows.map(
        ([label, text, height]) =>
          new TableRow({
            cantSplit: true,
            height: { value: twips(height), rule: HeightRule.ATLEAST },
            children: [
              slipCell(label, 46, { face: typefaces.heading, size: 12 }),
              slipCell(text, textWidth - 46, { size: 14 }),
            ],
          }),
      ),
    }),
  ]
}

function slipCell(text: string, width: number, look: TextStyleOptions): TableCell {
  return new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [...paragraphs(text, { alignment: AlignmentType.CENTER }, look)],
  })
}
