/**
 * Headings of a table without any: names only, or numbers, names, and columns recognised as posts and
 * limits by content. Single-cell lines above are its title.
 */
import { readTimeLimit } from '../../../model/time/readTimeLimit.ts'
import type { TableField } from '../../../text/recognition/headings.ts'
import { looksLikePost, readPostNames } from '../cells/readPostNames.ts'
import { numberIn } from '../cells/stepNumber.ts'
import { columnLetter, filled, type Table } from '../../tableSource/table.ts'
import type { TableColumn, Headings } from './headings.ts'

/** Undefined if the content does not identify the columns. */
export function headingsOfHeaderlessTable(table: Table): Headings | undefined {
  const rows = table.rows.filter((row) => filled(row).length > 0)
  if (rows.length === 0) return undefined
  if (rows.every((row) => filled(row).length === 1)) return bareList(table)
  const top = table.rows.findIndex((row) => filled(row).length > 1)
  const places = [...new Set(table.rows.slice(top).flatMap((row) => [...row.keys()]))].sort((a, b) => a - b)
  const cells = (at: number) =>
    table.rows
      .slice(top)
      .map((row) => (row[at]?.covered ? '' : (row[at]?.text.trim() ?? '')))
      .filter((text) => text !== '')
  const used = places.filter((at) => cells(at).length > 0)
  const number = used.find((at) => cells(at).every((text, index) => numberIn(text) === String(index + 1)))
  const isNamed = (at: number) => at !== number && new Set(cells(at)).size > 1
  const name = used.find(isNamed)
  if (name === undefined || cells(name).length < 2) return undefined
  const others = used.filter((at) => at !== number && at !== name)
  const isOf = (test: (text: string) => boolean) => (at: number) => cells(at).every(test)
  const posts = others.find(isOf((text) => readPostNames(text).every(looksLikePost)))
  const limit = others.find((at) => at !== posts && cells(at).every(isLimit))
  if (number === undefined && (posts ?? limit) === undefined) return undefined
  const columns = new Map<TableField, TableColumn>()
  for (const [field, at] of Object.entries({ number, name, posts, limit }))
    if (at !== undefined) columns.set(field as TableField, columnAt(at))
  const noted = others.filter((at) => at !== posts && at !== limit).map(columnAt)
  return {
    at: top - 1,
    top,
    columns,
    morePosts: [],
    moreNext: [],
    ticks: [],
    noted,
    ignored: noted.map(({ heading }) => heading),
  }
}

function isLimit(text: string): boolean {
  return readTimeLimit(text).kind !== 'unread'
}

function columnAt(at: number): TableColumn {
  return { at, heading: columnLetter(at) }
}

function bareList(table: Table): Headings {
  const first = table.rows.reduce((least, row) => {
    const at = row.findIndex(({ text }) => text.trim() !== '')
    return at < 0 ? least : Math.min(least, at)
  }, Infinity)
  const columns = new Map<TableField, TableColumn>([['name', columnAt(first)]])
  return { at: -1, top: -1, columns, morePosts: [], moreNext: [], ticks: [], noted: [], ignored: [] }
}
