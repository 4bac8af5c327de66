/** Text without characters that show nothing: zero width, soft hyphens, control characters. */
import type { SourceNote } from '../../text/messages/intake.ts'
import type { SourceDocument } from './sourceDocument.ts'

/** Joiners stay between letters that need them (ئۇيغۇرچە), as do blanks. */
function isInvisible(code: number): boolean {
  if (code < 32) return code !== 9 && code !== 10
  return (code >= 0x7f && code < 0xa0) || hidden.has(code)
}

const hidden: ReadonlySet<number> = new Set([0xad, 0x200b, 0x200e, 0x200f, 0x2060, 0xfeff, 0xfffc])

export function visibleText(text: string): string {
  let shown = ''
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    if (!isInvisible(text.charCodeAt(at))) continue
    shown += text.slice(from, at)
    from = at + 1
  }
  return from === 0 ? text : shown + text.slice(from)
}

/** Characters of a paragraph or cell; longer ones are no text of a flow, and patterns are slow on them. */
const mostText = 8_000
/** Longer runs of blanks are layout. */
const blanks = /[ \t\u00a0\u3000]{24,}/g

/** Paragraphs and tables; a longer document is a book. */
export const mostBlocks = 6_000

/** **申请**: marks of bold that an assistant's answer keeps in Word and Excel. */
function withoutStars(text: string): string {
  return text.includes('**') ? text.replaceAll(/\*\*([^*\n]{1,200})\*\*/g, '$1') : text
}

function bounded(text: string, cut: () => void): string {
  const shown = withoutStars(visibleText(text))
  const short = shown.length > 200 ? shown.replaceAll(blanks, ' '.repeat(8)) : shown
  if (short.length <= mostText) return short
  cut()
  return short.slice(0, mostText)
}

export function visibleDocument(document: SourceDocument): SourceDocument {
  let cuts = 0
  const bound = (text: string) => bounded(text, () => void (cuts += 1))
  const blocks = document.blocks.slice(0, mostBlocks).map((block) => {
    if (block.kind === 'paragraph') return { ...block, text: bound(block.text) }
    const rows = block.table.rows.map((row) => row.map((cell) => ({ ...cell, text: bound(cell.text) })))
    return { ...block, table: { ...block.table, rows } }
  })
  const notes: readonly SourceNote[] = [
    ...document.notes,
    ...(cuts > 0 ? [{ note: 'cutText', other: cuts, words: String(mostText) } as const] : []),
    ...(document.blocks.length > mostBlocks ? [{ note: 'cutBlocks', other: mostBlocks } as const] : []),
  ]
  return { ...document, blocks, notes }
}
