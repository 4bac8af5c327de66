/**
 * Sections of a guide beside its flow: 申请材料, 收费标准. Short ones go to the header's note, as lines of
 * their own; what a field of the header takes is left to it.
 */
import { flowTitle, sectionTitle } from '../../text/recognition/outlineWords.ts'
import type { SourceBlock, SourceDocument } from '../documentSource/sourceDocument.ts'
import { lineLabel } from '../tableReading/outline/lineLabel.ts'
import { placeOf } from '../tableReading/headings/headerFacts.ts'
import { filled } from '../tableSource/table.ts'

export interface GuideSection {
  readonly title: string
  readonly text: string
}

const mostText = 400
const mostTitle = 14

export function guideSections({ blocks }: SourceDocument): readonly GuideSection[] {
  const sections: { title: string; style: string; text: string[] }[] = []
  for (const block of blocks) {
    const label = block.kind === 'paragraph' ? lineLabel(block.text) : undefined
    const last = sections.at(-1)
    const isTitle =
      label !== undefined &&
      label.rest.length <= mostTitle &&
      (last === undefined || label.style === last.style)
    if (label && isTitle && (last || sectionTitle.test(plainTitle(label.rest))))
      sections.push({ title: plainTitle(label.rest), style: label.style, text: [] })
    else last?.text.push(...textsIn(block))
  }
  const known = sections.filter(({ title }) => sectionTitle.test(title))
  if (known.length < 2) return []
  return known
    .filter(({ title, text }) => !flowTitle.test(title) && placeOf(title) === undefined && text.length > 0)
    .map(({ title, text }) => ({ title, text: text.join('；').replaceAll('。；', '。') }))
    .filter(({ text }) => text.length <= mostText && !/^(?:法定|承诺).{0,4}(?:时限|期限)[:：]/.test(text))
}

function plainTitle(text: string): string {
  return text.replaceAll(/[\s:：。]/g, '')
}

/** Rows of a table, their cells joined; the number of a row is no text. */
function textsIn(block: SourceBlock): readonly string[] {
  if (block.kind === 'paragraph') return [block.text]
  const rows = block.table.rows.map((row) =>
    filled(row)
      .map(({ text }) => text.trim())
      .filter((text) => !/^\d+$/.test(text)),
  )
  return rows
    .slice(1)
    .map((cells) => cells.join(' '))
    .filter((text) => text !== '')
}
