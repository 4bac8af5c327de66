/** Text without characters that show nothing: zero width, soft hyphens, control characters. */
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

export function visibleDocument(document: SourceDocument): SourceDocument {
  const blocks = document.blocks.map((block) => {
    if (block.kind === 'paragraph') return { ...block, text: visibleText(block.text) }
    const rows = block.table.rows.map((row) => row.map((cell) => ({ ...cell, text: visibleText(cell.text) })))
    return { ...block, table: { ...block.table, rows } }
  })
  return { ...document, blocks }
}
