/** Delimited text: tabs from the clipboard of Excel and WPS, and CSV files. */
import { decodeText } from './decodeText.ts'
import { mostTableBytes, type Table } from './table.ts'
import { TableFileError } from './tableFileError.ts'

/** Parses tab-separated text. Never throws. */
export function readTsv(text: string): Table {
  return readDelimited(text, '\t')
}

/**
 * Parses CSV in UTF-8 or GB18030; the separator (comma, semicolon or tab) is the most frequent one in
 * the first lines.
 */
export function readCsv(content: string | Uint8Array): Table {
  if (content.length > mostTableBytes) throw new TableFileError('tableTooLarge')
  const text = typeof content === 'string' ? content : decodeText(content)
  return readDelimited(text, separatorOf(text))
}

const separators = [',', ';', '\t'] as const

function separatorOf(text: string): string {
  const beginning = text.slice(0, 4_000).replaceAll(/"(?:[^"]|"")*"/g, '')
  const counts = separators.map((separator) => beginning.split(separator).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

/** Rows of CSV of any size, one at a time; the separator is told as by `readCsv`. Never throws. */
export function csvRows(text: string): Generator<readonly { readonly text: string }[]> {
  return delimitedRows(text, separatorOf(text))
}

function readDelimited(content: string, separator: string): Table {
  return { rows: [...delimitedRows(content, separator)] }
}

function* delimitedRows(content: string, separator: string): Generator<readonly { readonly text: string }[]> {
  const text = content.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  let row: { readonly text: string }[] = []
  let at = 0
  while (at < text.length) {
    const cell = cellAt(text, at, separator)
    row.push({ text: cell.text })
    if (text[cell.end] === '\n') {
      yield row
      row = []
    }
    at = cell.end + 1
    // A trailing separator opens one more empty cell.
    if (at === text.length && text[cell.end] === separator) row.push({ text: '' })
  }
  if (row.length > 0) yield row
}

interface Found {
  readonly text: string
  /** Offset of the following separator, line end or end of text. */
  readonly end: number
}

function cellAt(text: string, start: number, separator: string): Found {
  return (
    (text[start] === '"' ? quotedCellAt(text, start, separator) : undefined) ??
    plainCellAt(text, start, separator)
  )
}

/** A quoted cell; undefined if the quotes belong to the text, as in "三重一大"事项. */
function quotedCellAt(text: string, start: number, separator: string): Found | undefined {
  let close = text.indexOf('"', start + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) return undefined
  const end = close + 1
  if (end < text.length && text[end] !== separator && text[end] !== '\n') return undefined
  return { text: text.slice(start + 1, close).replaceAll('""', '"'), end }
}

function plainCellAt(text: string, start: number, separator: string): Found {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1
  return { text: text.slice(start, end), end }
}
