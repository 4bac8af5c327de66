/**
 * Reads HTML as Word, Excel, WPS and browsers put it on the clipboard and into files: paragraphs, lists
 * and tables, nested ones too, as shown. Hidden and deleted text, comments and footnote marks are left
 * out.
 */
import { tableOf, mostTableBytes, type Merge, type Table } from '../tableSource/table.ts'
import { TableFileError } from '../tableSource/tableFileError.ts'
import { decodedEntities, htmlTokens, type HtmlToken } from './htmlTokens.ts'
import { countNotes } from './noteCounts.ts'
import { paragraph, type SourceBlock, type SourceDocument } from './sourceDocument.ts'

const lineEnding: ReadonlySet<string> = new Set(
  'br p div li tr h1 h2 h3 h4 h5 h6 dt dd section article header footer blockquote pre caption ul ol'.split(
    ' ',
  ),
)
/** Their content is not text of the document. */
const silent: ReadonlySet<string> = new Set(
  'style script head title template noscript nav select textarea svg xml object iframe'.split(' '),
)
const voidTags: ReadonlySet<string> = new Set('br hr img input meta link col area base wbr source'.split(' '))
const hiddenStyle =
  /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden|mso-element\s*:\s*(?:comment|footnote|endnote)|mso-(?:footnote|endnote)-id|mso-comment-reference|mso-special-character\s*:\s*comment|\bmsocomanchor\b|\bmso(?:footnote|endnote|comment)reference\b|href\s*=\s*["']?#_(?:ftn|edn|msocom)/i
const mostColumns = 200
const mostOpenTables = 50

interface OpenCell {
  text: string
  readonly rowSpan: number
  readonly colSpan: number
}

interface OpenTable {
  readonly rows: OpenCell[][]
  cell: OpenCell | undefined
  readonly hiddenColumns: Set<number>
  columns: number
  /** Tables inside, in order. */
  readonly inner: SourceBlock[]
}

interface OpenList {
  readonly ordered: boolean
  count: number
}

/** An element that is passed over. */
interface Silence {
  readonly tag: string
  depth: number
  /** Tables that are open inside it. */
  tables: number
  words: boolean
  readonly says: 'deletedText' | 'hiddenText' | null
}

const openEnded: ReadonlySet<string> = new Set('tr td th p li dt dd option'.split(' '))

class HtmlReading {
  readonly blocks: SourceBlock[] = []
  readonly counts = countNotes()
  readonly #tables: OpenTable[] = []
  readonly #lists: OpenList[] = []
  #line = ''
  #silence: Silence | undefined

  take(token: HtmlToken): void {
    if (this.#silence) return this.#passOver(token)
    if (token.is === 'text') this.#addText(decodedEntities(token.text.replaceAll(/[ \t\r\n]+/g, ' ')))
    else if (token.is === 'open') this.#open(token.tag, token.attributes)
    else this.#close(token.tag)
  }

  end(): SourceDocument {
    while (this.#tables.length > 0) this.#endTable()
    this.#endLine()
    return { blocks: this.blocks, notes: this.counts.notes() }
  }

  #passOver(token: HtmlToken): void {
    const silence = this.#silence!
    if (token.is === 'text') {
      silence.words ||= token.text.trim() !== ''
      return
    }
    const step = token.is === 'open' ? 1 : -1
    // The end of a row or paragraph may be left out: then the next one, or the end of its table, ends it.
    const isOver =
      openEnded.has(silence.tag) &&
      silence.tables === 0 &&
      (step > 0 ? token.tag === silence.tag : token.tag === 'table')
    if (token.tag === silence.tag && silence.tables === 0) silence.depth += step
    else if (token.tag === 'table') silence.tables += step
    if (!isOver && silence.depth > 0) return
    if (silence.says && silence.words) this.counts.add(silence.says)
    this.#silence = undefined
    if (isOver) this.take(token)
  }

  #isSilenced(tag: string, attributes: string): boolean {
    if (tag === 'col' && hiddenStyle.test(attributes)) return false
    const isHidden = hiddenStyle.test(attributes) || /(?:^|\s)hidden(?:\s|=|$|\/)/i.test(attributes)
    if (!(silent.has(tag) || isHidden || tag === 'del') || voidTags.has(tag) || attributes.endsWith('/'))
      return false
    const says =
      tag === 'del'
        ? 'deletedText'
        : silent.has(tag) || /mso|#_(?:ftn|edn)/i.test(attributes)
          ? null
          : 'hiddenText'
    this.#silence = { tag, depth: 1, tables: 0, words: false, says }
    return true
  }

  #open(tag: string, attributes: string): void {
    if (this.#isSilenced(tag, attributes)) return
    const table = this.#tables.at(-1)
    if (lineEnding.has(tag)) this.#endLine()
    if (tag === 'table' && this.#tables.length < mostOpenTables) {
      this.#endLine()
      this.#tables.push({ rows: [], cell: undefined, hiddenColumns: new Set(), columns: 0, inner: [] })
    } else if (tag === 'col' && table) {
      const span = spanIn(attributes, 'span', mostColumns)
      if (hiddenStyle.test(attributes))
        for (let at = 0; at < span; at += 1) table.hiddenColumns.add(table.columns + at)
      table.columns += span
    } else if (tag === 'tr' && table) {
      table.cell = undefined
      table.rows.push([])
    } else if ((tag === 'td' || tag === 'th') && table) {
      if (table.rows.length === 0) table.rows.push([])
      table.cell = {
        text: '',
        rowSpan: spanIn(attributes, 'rowspan', 65_534),
        colSpan: spanIn(attributes, 'colspan', mostColumns),
      }
      table.rows.at(-1)!.push(table.cell)
    } else if (tag === 'ul' || tag === 'ol')
      this.#lists.push({ ordered: tag === 'ol', count: spanIn(attributes, 'start', 999) - 1 })
    else if (tag === 'li') this.#addText(this.#listLabel())
  }

  #listLabel(): string {
    const list = this.#lists.at(-1)
    if (!list) return ''
    list.count += 1
    if (!list.ordered) return ''
    return this.#lists.length > 1 ? `（${list.count}）` : `${list.count}. `
  }

  #close(tag: string): void {
    const table = this.#tables.at(-1)
    if (tag === 'table' && table) return this.#endTable()
    if ((tag === 'ul' || tag === 'ol') && this.#lists.length > 0) this.#lists.pop()
    if (lineEnding.has(tag) && tag !== 'br') this.#endLine()
    if ((tag === 'td' || tag === 'th' || tag === 'tr') && table) table.cell = undefined
  }

  #addText(words: string): void {
    const table = this.#tables.at(-1)
    if (table?.cell) table.cell.text += words
    else if (!table) this.#line += words
    // Words between cells belong to the paragraph before the table.
    else if (words.trim() !== '') this.#line += words
  }

  #endLine(): void {
    const cell = this.#tables.at(-1)?.cell
    if (cell) {
      cell.text += '\n'
      return
    }
    for (const line of tidy(this.#line).split('\n')) if (line !== '') this.blocks.push(paragraph(line))
    this.#line = ''
  }

  #endTable(): void {
    const { rows, inner, hiddenColumns } = this.#tables.pop()!
    if (hiddenColumns.size > 0) this.counts.add('hiddenColumns', undefined, hiddenColumns.size)
    const table = placed(rows, hiddenColumns)
    const outer = this.#tables.at(-1)
    if (!outer) {
      this.blocks.push({ kind: 'table', table }, ...inner)
      return
    }
    const caption = captionIn(outer)
    outer.inner.push({ kind: 'table', table, ...(caption !== undefined && { caption }) }, ...inner)
  }
}

/** The label left of an inner table, or the words above it in its cell. */
function captionIn({ rows, cell }: OpenTable): string | undefined {
  const row = rows.at(-1) ?? []
  const own =
    tidy(cell?.text ?? '')
      .split('\n')
      .at(-1) ?? ''
  const before = row.slice(0, -1).map(({ text }) => tidy(text))
  return [own, ...before.reverse()].find((text) => text !== '' && text.length <= 30)
}

/** Throws TableFileError above 20 MiB; malformed HTML never throws. */
export function readHtmlDocument(html: string): SourceDocument {
  if (html.length > mostTableBytes) throw new TableFileError('tableTooLarge')
  const reading = new HtmlReading()
  for (const token of htmlTokens(html)) reading.take(token)
  return reading.end()
}

function spanIn(attributes: string, name: 'rowspan' | 'colspan' | 'span' | 'start', most: number): number {
  const found = new RegExp(String.raw`(?:^|\s)${name}\s*=\s*["']?\s*(\d{1,6})`, 'i').exec(attributes)?.[1]
  return Math.max(1, Math.min(Number(found ?? 1), most))
}

/** Assigns columns to cells, skipping those covered by row spans; hidden columns are blank. */
function placed(rows: readonly (readonly OpenCell[])[], hidden: ReadonlySet<number>): Table {
  const texts: string[][] = rows.map(() => [])
  const taken = rows.map(() => new Set<number>())
  const merges: Merge[] = []
  for (const [top, cells] of rows.entries()) {
    let left = 0
    for (const { text, rowSpan, colSpan } of cells) {
      while (taken[top]!.has(left)) left += 1
      const bottom = Math.min(top + rowSpan, rows.length) - 1
      const right = Math.min(left + colSpan, mostColumns) - 1
      if (rowSpan > 1) {
        for (let row = top; row <= bottom; row += 1)
          for (let column = left; column <= right; column += 1) taken[row]!.add(column)
      }
      if (bottom > top || right > left) merges.push({ top, left, bottom, right })
      while (texts[top]!.length < left) texts[top]!.push('')
      if (left < mostColumns) texts[top]![left] = hidden.has(left) ? '' : tidy(text)
      left = right + 1
    }
  }
  return tableOf(texts, merges)
}

/** Removes blanks at line ends and repeated line ends, which come from markup. */
function tidy(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[ \t]*\n[\n \t]*/g, '\n')
    .trim()
}
