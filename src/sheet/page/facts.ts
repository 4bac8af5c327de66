/** The facts under the title: 承办处室、职权编码、期限、地点 … in even columns, only those that there are. */
import type { Header, LegalBasis } from '../../model/chart.ts'
import type { Edition } from '../../model/editions/edition.ts'
import { headerWords } from '../../text/paper/paper.ts'
import { powerKindName } from '../../text/terms.ts'
import { textWidthOf } from '../textWidth.ts'
import type { DisplayItem } from '../displayList.ts'
import { brokenLines } from '../lineBreak.ts'
import { lineItem, textItems } from '../textItems.ts'
import { emptyBlock, type Block } from './block.ts'
import type { PageLook } from './pageLook.ts'

export interface Fact {
  readonly label: string
  readonly value: string
}

/**
 * The facts under the title, in order, those without a value left out. Preparer and note are
 * internal and stand on the internal edition only.
 */
export function headerFacts({ name, chart: { header } }: Edition): readonly Fact[] {
  return [
    fact(headerWords.office, header.office),
    fact(headerWords.code, header.code),
    fact(headerWords.powerKind, header.powerKind && powerKindName[header.powerKind]),
    fact(headerWords.statutoryLimit, header.statutoryLimit?.wording),
    fact(headerWords.promisedLimit, header.promisedLimit?.wording),
    fact(headerWords.place, header.place),
    fact(headerWords.openingHours, header.openingHours),
    fact(headerWords.preparedBy, name === 'internal' ? header.preparedBy : undefined),
    fact(headerWords.legalBasis, legalBasisWording(header.legalBasis)),
    fact(headerWords.note, name === 'internal' ? header.note : undefined),
  ].flat()
}

/** The two phone numbers of a header, those that there are. */
export function phoneFacts(header: Header): {
  readonly supervision: readonly Fact[]
  readonly consult: readonly Fact[]
} {
  return {
    supervision: fact(headerWords.supervisionPhone, header.supervisionPhone),
    consult: fact(headerWords.consultPhone, header.consultPhone),
  }
}

/** The legal bases as one text; undefined if there are none. */
export function legalBasisWording(basis: readonly LegalBasis[] | undefined): string | undefined {
  if (basis === undefined) return undefined
  return headerWords.listed(basis.map(({ title, article }) => title + (article ?? '')))
}

function fact(label: string, value: string | undefined): readonly Fact[] {
  return value === undefined || value.trim() === '' ? [] : [{ label, value: value.trim() }]
}

/** In even columns; what is too wide for one takes several, and what is too wide for all is broken into lines. */
export function factsBlock(facts: readonly Fact[], width: number, look: PageLook): Block {
  if (facts.length === 0) return emptyBlock
  const columns = Math.max(1, Math.min(4, Math.floor(width / (66 * look.scale))))
  const column = width / columns
  const space = 5 * look.scale
  const items: DisplayItem[] = []
  let taken = 0
  let top = 0
  let rowHeight = look.value.lineHeight
  for (const one of facts) {
    const span = Math.min(columns, Math.ceil((factWidth(one, look) + space) / column))
    if (taken + span > columns) {
      top += rowHeight
      taken = 0
      rowHeight = look.value.lineHeight
    }
    const drawn = factItems(one, { x: taken * column, top, width: span * column }, look)
    items.push(...drawn.items)
    rowHeight = Math.max(rowHeight, drawn.height)
    taken += span
  }
  return { height: top + rowHeight, items }
}

function factWidth({ label, value }: Fact, look: PageLook): number {
  return labelWidth(label, look) + textWidthOf(value, look.value.size, look.value.weight)
}

function labelWidth(label: string, look: PageLook): number {
  return textWidthOf(headerWords.label(label), look.label.size, look.label.weight)
}

function factItems(
  { label, value }: Fact,
  place: { readonly x: number; readonly top: number; readonly width: number },
  look: PageLook,
): Block {
  const indent = labelWidth(label, look)
  const lines = brokenLines(value, place.width - indent, look.value)
  const middle = place.top + look.value.lineHeight / 2
  return {
    height: lines.length * look.value.lineHeight,
    items: [
      ...lineItem(headerWords.label(label), { x: place.x, middle, align: 'start' }, look.label),
      ...textItems(lines, { x: place.x + indent, middle, align: 'start' }, look.value),
    ],
  }
}
