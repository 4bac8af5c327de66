/**
 * Extracts tables from HTML as Word, Excel, WPS and browsers put it on the clipboard. Parsed as text
 * without a DOM, so that it works on the command line and nothing runs or loads. A nested table
 * becomes text of its cell.
 */
import { noteLine } from '../../text/recognition/tableWords.ts'
import { mostTableBytes, tableOf, type Merge, type Table } from './table.ts'
import { TableFileError } from './tableFileError.ts'

/** Lengths are bounded, so that unclosed tags do not make matching slow. */
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

/** Parser state, local to this file. */
interface Reading {
  readonly tables: OpenCell[][][]
  /** Number of open tables. */
  depth: number
  /** The hidden element being skipped, if any. */
  silence: string | undefined
  cell: OpenCell | undefined
  /** Texts before each table and after the last one. */
  readonly between: string[]
}

/**
 * All top-level tables of an HTML text. Throws TableFileError above 20 MiB; malformed HTML never
 * throws.
 */
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

/** The few lines directly above and below a table: title and notes. Longer texts are ignored. */
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

/** Assigns columns to cells, skipping those covered by row spans. */
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

/** Removes blanks at line ends and repeated line ends, which come from markup. */
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
