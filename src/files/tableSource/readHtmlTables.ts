/**
 * The tables of an HTML text: what Word, Excel, WPS and browsers put on the clipboard.
 * Read as text, without a DOM: the same in the page and on the command line, and
 * nothing in it can run or load. A table inside a cell is read as that cell's text.
 */
import { noteLine } from '../../text/recognition/tableWords.ts'
import { mostTableBytes, tableOf, type Merge, type Table } from './table.ts'
import { TableFileError } from './tableFileError.ts'

/** Lengths are bounded, so that a tag that never ends costs no more than its neighbours. */
const token =
  /<!--[\s\S]*?(?:-->|$)|<![^>]{0,2000}>|<(\/?)([a-zA-Z][a-zA-Z0-9:]{0,40})((?:[^<>"']|"[^"]{0,4000}"|'[^']{0,4000}'){0,4000})>|[^<]+|</g
const lineEnding: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li', 'tr'])
const silent: ReadonlySet<string> = new Set(['style', 'script', 'head', 'title', 'template'])
const mostColumns = 200

interface OpenCell {
  text: string
  readonly rowSpan: number
  readonly colSpan: number
}

/** What has been read so far: only this file sees it change. */
interface Reading {
  readonly tables: OpenCell[][][]
  /** Tables that are open round this place. */
  depth: number
  /** The element whose text is not shown, while inside one. */
  silence: string | undefined
  cell: OpenCell | undefined
  /** What stands before each table, and behind the last. */
  readonly between: string[]
}

export function readHtmlTables(html: string): readonly Table[] {
  if (html.length > mostTableBytes) throw new TableFileError('tableTooLarge')
  const reading: Reading = { tables: [], depth: 0, silence: undefined, cell: undefined, between: [''] }
  for (const [whole, closing, name, attributes] of html.matchAll(token)) {
    const tag = name?.toLowerCase()
    if (tag === undefined) addText(reading, whole)
    else if (closing) closeTag(reading, tag)
    else openTag(reading, tag, attributes ?? '')
  }
  return reading.tables.map((rows, at) => ({
    ...placed(rows),
    ...linesRound(reading.between[at] ?? '', reading.between[at + 1] ?? ''),
  }))
}

/** A title stands directly above, a note directly below; more than a few lines are another text. */
function linesRound(above: string, below: string): Pick<Table, 'before' | 'after'> {
  const before = linesOf(above)
    .slice(-3)
    .filter((line) => line.length <= 60)
  const after = linesOf(below).filter((line) => noteLine.test(line) && line.length <= 500)
  return { ...(before.length > 0 && { before }), ...(after.length > 0 && { after }) }
}

function linesOf(text: string): readonly string[] {
  return tidy(text)
    .split('\n')
    .filter((line) => line !== '')
}

function addText(reading: Reading, text: string): void {
  if (reading.silence || text.startsWith('<!')) return
  const words = decoded(text.replaceAll(/[ \t\r\n]+/g, ' '))
  if (reading.cell) reading.cell.text += words
  else if (reading.depth === 0) addBetween(reading, words)
}

function addBetween(reading: Reading, text: string): void {
  reading.between[reading.between.length - 1] += text
}

function openTag(reading: Reading, tag: string, attributes: string): void {
  if (reading.silence) return
  if (silent.has(tag) && !attributes.endsWith('/')) reading.silence = tag
  if (tag === 'table') {
    reading.depth += 1
    if (reading.depth === 1) {
      reading.tables.push([])
      reading.between.push('')
    }
  }
  const table = reading.tables.at(-1)
  if (reading.depth === 1 && table) {
    if (tag === 'tr') {
      reading.cell = undefined
      table.push([])
    }
    if (tag === 'td' || tag === 'th') {
      if (table.length === 0) table.push([])
      reading.cell = { text: '', rowSpan: spanIn(attributes, 'row'), colSpan: spanIn(attributes, 'col') }
      table.at(-1)?.push(reading.cell)
    }
  }
  if (lineEnding.has(tag)) endLine(reading)
}

function endLine(reading: Reading): void {
  if (reading.cell) reading.cell.text += '\n'
  else if (reading.depth === 0) addBetween(reading, '\n')
}

function closeTag(reading: Reading, tag: string): void {
  if (reading.silence === tag) reading.silence = undefined
  if (reading.depth === 1 && (tag === 'td' || tag === 'th' || tag === 'tr')) reading.cell = undefined
  if (tag === 'table' && reading.depth > 0) {
    reading.depth -= 1
    if (reading.depth === 0) reading.cell = undefined
  }
  if (tag !== 'br' && lineEnding.has(tag)) endLine(reading)
}

function spanIn(attributes: string, direction: 'row' | 'col'): number {
  const found = new RegExp(`\\b${direction}span\\s*=\\s*["']?\\s*(\\d+)`, 'i').exec(attributes)?.[1]
  return Math.max(1, Math.min(Number(found ?? 1), direction === 'row' ? 65_534 : mostColumns))
}

/** Gives each cell its column: beside those that hang down from the rows above. */
function placed(rows: readonly (readonly OpenCell[])[]): Table {
  const texts: string[][] = rows.map(() => [])
  const taken = rows.map(() => new Set<number>())
  const merges: Merge[] = []
  for (const [top, cells] of rows.entries()) {
    let left = 0
    for (const { text, rowSpan, colSpan } of cells) {
      while (taken[top]!.has(left)) left += 1
      const bottom = Math.min(top + rowSpan, rows.length) - 1
      const right = Math.min(left + colSpan, mostColumns) - 1
      for (let row = top; row <= bottom; row += 1) {
        for (let column = left; column <= right; column += 1) taken[row]!.add(column)
      }
      if (bottom > top || right > left) merges.push({ top, left, bottom, right })
      while (texts[top]!.length < left) texts[top]!.push('')
      texts[top]![left] = tidy(text)
      left = right + 1
    }
  }
  return tableOf(texts, merges)
}

/** Blanks at line ends and doubled line ends come from the markup, not from the person. */
function tidy(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replaceAll(/ *\n[\n ]*/g, '\n')
    .trim()
}

const entities: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  times: '×',
  rarr: '→',
  laquo: '«',
  raquo: '»',
  ensp: ' ',
  emsp: ' ',
}

function decoded(text: string): string {
  return text.replaceAll(
    /&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|([a-zA-Z]+));/g,
    (whole, decimal, hex, name: string) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(String(hex), 16) : undefined
      if (code === undefined) return entities[name] ?? whole
      return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : ''
    },
  )
}
