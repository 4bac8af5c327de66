/** Building blocks for Word: paragraphs in our fonts, bordered cells, a footer with page numbers. */
import {
  AlignmentType,
  Footer,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx'
import { signatureWords, typefaces } from '../../text/paper/forms.ts'
import { printable } from './printable.ts'
import { bodySize } from './typeface.ts'

/** Converts millimetres to twips (1/20 point). */
export const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440)

export interface TextStyleOptions {
  readonly size?: number
  readonly face?: string
  readonly bold?: boolean
}

/** A run of text in our font; size in points. */
export function textRun(
  text: string,
  { size = bodySize, face = typefaces.body, bold = false }: TextStyleOptions = {},
): TextRun {
  return new TextRun({ ...runOptions(size, face), bold, text: printable(text) })
}

function runOptions(size: number, face: string): IRunOptions {
  // Word uses half points.
  return {
    size: size * 2,
    font: { ascii: typefaces.latin, hAnsi: typefaces.latin, cs: typefaces.latin, eastAsia: face },
  }
}

/** One paragraph per line of the text. */
export function paragraphs(
  text: string,
  options: Omit<IParagraphOptions, 'children' | 'text'> = {},
  look: TextStyleOptions = {},
): readonly Paragraph[] {
  return printable(text)
    .split('\n')
    .map((line) => new Paragraph({ ...options, children: [textRun(line, look)] }))
}

/** 第 1 页 共 3 页 */
export function pageFooter(): Footer {
  const { before, between, after } = signatureWords.pageOf
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            ...runOptions(9, typefaces.title),
            children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  })
}
