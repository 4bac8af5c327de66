/** The tables of a document, each with the lines directly above and below it; continued ones joined. */
import { noteLine } from '../../text/recognition/tableWords.ts'
import { filled, type Cell, type Table } from '../tableSource/table.ts'
import { sideBySide } from './sideBySide.ts'
import type { SourceBlock, DocumentTable, SourceDocument } from './sourceDocument.ts'

export interface PlacedTable extends Table {
  readonly sheet?: string
  /** Sheets that continue it. */
  readonly moreSheets?: readonly string[]
  readonly caption?: string
  /** Places of its blocks in the document, and of the lines around it. */
  readonly blocks: readonly number[]
}

/** Longer paragraphs are text of their own. */
const mostAbove = 60
const mostBelow = 200
const mostLines = 6

export function tablesOf({ blocks }: SourceDocument): readonly PlacedTable[] {
  const tables: PlacedTable[] = []
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'table' || isContinuation(blocks, at)) continue
    const parts = [at, ...continuationsAfter(blocks, at)]
    const last = parts.at(-1)!
    const above = linesAbove(blocks, at)
    const below = linesBelow(blocks, last)
    const before = above.map((place) => textAt(blocks, place))
    const after = below.map((place) => textAt(blocks, place))
    const placed: PlacedTable = {
      rows: parts.flatMap((part, index) => rowsOf(blocks[part] as DocumentTable, block, index)),
      ...(block.sheet !== undefined && { sheet: block.sheet }),
      ...(block.sheet !== undefined &&
        parts.length > 1 && {
          moreSheets: parts.slice(1).flatMap((part) => (blocks[part] as DocumentTable).sheet ?? []),
        }),
      ...(block.caption !== undefined && { caption: block.caption }),
      ...(before.length > 0 && { before }),
      ...(after.length > 0 && { after }),
      blocks: [...above, ...parts, ...below],
    }
    tables.push(...sideBySide(placed))
  }
  return tables
}

function textAt(blocks: readonly SourceBlock[], at: number): string {
  const block = blocks[at]
  return block?.kind === 'paragraph' ? block.text : ''
}

function linesAbove(blocks: readonly SourceBlock[], at: number): readonly number[] {
  const places: number[] = []
  for (let place = at - 1; place >= 0 && places.length < 4; place -= 1) {
    const block = blocks[place]
    if (block?.kind !== 'paragraph' || block.text.length > mostAbove) break
    places.unshift(place)
  }
  return places
}

function linesBelow(blocks: readonly SourceBlock[], at: number): readonly number[] {
  const places: number[] = []
  for (let place = at + 1; place < blocks.length && places.length < mostLines; place += 1) {
    const block = blocks[place]
    if (block?.kind !== 'paragraph' || (block.text.length > mostBelow && !noteLine.test(block.text))) break
    places.push(place)
  }
  // Lines directly above a further table are its title.
  return blocks[at + places.length + 1]?.kind === 'table' ? [] : places
}

export const continued = /^[(（]?\s*(?:续表|接上[表页]|续上表|续)\s*[)）]?[:：]?\s*\d*$|[(（]续[)）]$/

function isContinuation(blocks: readonly SourceBlock[], at: number): boolean {
  const before = blocks[at - 1]
  const table = blocks[at]
  if (table?.kind !== 'table' || table.caption !== undefined) return false
  if (table.sheet !== undefined)
    return before?.kind === 'table' && before.sheet !== undefined && goesOnInSheet(before, table)
  const says = before?.kind === 'paragraph' && continued.test(before.text.replaceAll(/\s/g, ''))
  const previous = says ? blocks[at - 2] : before
  if (previous?.kind !== 'table') return false
  return says || (sameHeadings(previous, table) && table.table.rows.length > 1)
}

/** Rows that titles, units and headings may take. */
const mostTop = 8

/** A sheet with the same headings that says 续 or counts on: 7, 8, 9 after 6. */
function goesOnInSheet(before: DocumentTable, table: DocumentTable): boolean {
  const top = repeatedHeadings(before, table)
  if (top === undefined) return false
  const titles = [table.sheet ?? '', ...table.table.rows.slice(0, top).map(words)]
  if (titles.some((title) => /[(（]\s*续[^)）]{0,3}[)）]|^续|续表|续$/.test(title))) return true
  const first = numberAt(table.table.rows[top + 1])
  const last = before.table.rows.flatMap((row) => numberAt(row) ?? []).at(-1)
  return first !== undefined && first > 1 && first === (last ?? 0) + 1
}

function numberAt(row: readonly Cell[] | undefined): number | undefined {
  const text = row?.[0]?.text.trim() ?? ''
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined
}

/** Where the headings of the first table stand again. */
function repeatedHeadings(first: DocumentTable, { table }: DocumentTable): number | undefined {
  const heads = headingWordsOf(first)
  const at = table.rows.slice(0, mostTop).findIndex((row) => filled(row).length > 2 && heads.has(words(row)))
  return at < 0 ? undefined : at
}

function headingWordsOf({ table }: DocumentTable): ReadonlySet<string> {
  return new Set(
    table.rows
      .slice(0, mostTop)
      .filter((row) => filled(row).length > 1)
      .map(words),
  )
}

function sameHeadings(one: DocumentTable, other: DocumentTable): boolean {
  const [first, second] = [one, other].map(({ table }) => words(table.rows[0] ?? []))
  return first === second && (one.table.rows[0]?.length ?? 0) > 2
}

function words(row: readonly Cell[]): string {
  return row.map(({ text }) => text.replaceAll(/\s/g, '')).join('|')
}

function continuationsAfter(blocks: readonly SourceBlock[], at: number): readonly number[] {
  const places: number[] = []
  let last = at
  for (let place = at + 1; place <= last + 2 && place < blocks.length; place += 1) {
    if (blocks[place]?.kind !== 'table') continue
    if (!isContinuation(blocks, place)) break
    places.push(place)
    last = place
  }
  return places
}

/** Rows of a part; repeated headings are blank, so that they are no step. */
function rowsOf(part: DocumentTable, first: DocumentTable, index: number): readonly (readonly Cell[])[] {
  if (index === 0) return part.table.rows
  const heads = headingWordsOf(first)
  // The title of a continuing sheet says nothing new.
  const title = part.sheet === undefined ? 0 : (repeatedHeadings(first, part) ?? 0)
  const rows = part.table.rows.slice(title)
  const top = rows.findIndex((row) => !heads.has(words(row)))
  return rows.slice(Math.max(0, top))
}

/** One cell a line, for documents without tables. */
export function tableOfParagraphs({ blocks }: SourceDocument): Table {
  return { rows: blocks.flatMap((block) => (block.kind === 'paragraph' ? [[{ text: block.text }]] : [])) }
}
