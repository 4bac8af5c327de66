/** Boxes beside a step: 风险点：… 风险等级：… 防控措施：… 责任人：…, in any order and number. */
import { sideMarks } from '../../../text/recognition/drawnWords.ts'

export type SideField = (typeof sideMarks)[number][0]

export interface SidePart {
  readonly field: SideField
  readonly text: string
}

export interface SideText {
  /** What stands before the first mark. */
  readonly before: string
  readonly parts: readonly SidePart[]
}

/** A mark begins a line, or follows the end of a sentence or a blank. Numbered ones too: 风险点1：, 风险点一、 */
const mark = new RegExp(
  String.raw`(?:^|\n|(?<=[。；;.\s]))\s*[【\[]?(?:${sideMarks
    .map(([, words], at) => String.raw`(?<g${at}>${words})`)
    .join('|')})\s*[\d一二三四五六七八九十①-⑳]{0,2}\s*(?:[】\]]\s*[:：]?|[:：]|(?=\n))\s*`,
  'g',
)

/** Characters of a box; a longer text is no box of a chart, and patterns are slow on it. */
export const mostText = 4_000

/** Undefined if the text has no such mark. */
export function splitSideText(text: string): SideText | undefined {
  if (text.length > mostText) return undefined
  const found = [...text.matchAll(mark)].map((match) => ({
    field: fieldOf(match.groups ?? {}),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const first = found[0]
  if (!first) return undefined
  const parts = found.map(({ field, end }, at) => ({
    field,
    text: text.slice(end, found[at + 1]?.start ?? text.length).trim(),
  }))
  return { before: text.slice(0, first.start).trim(), parts: parts.filter((part) => part.text !== '') }
}

function fieldOf(groups: Readonly<Record<string, string | undefined>>): SideField {
  const at = sideMarks.findIndex((_, index) => groups[`g${index}`] !== undefined)
  return sideMarks[at]![0]
}
