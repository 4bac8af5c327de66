/**
 * Rows go from SQLite to PostgreSQL and back as they are: every table that SQLite has, column by
 * column, in the order in which they were written. Both are compared row by row before anything is
 * committed. A table that one of the two lacks is an error, never left out.
 */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { ReviewEvent } from '../../../model/review/review.ts'
import { sealAll } from '../seals.ts'
import type { StoredRow } from '../storedRows.ts'
import { withoutNul, type PostgresQuery } from './postgresQuery.ts'
import { noticeOf } from './postgresReviewTable.ts'

interface CopiedColumn {
  readonly name: string
  readonly sqlite: 'TEXT' | 'INTEGER' | 'BLOB'
  readonly postgres: 'text' | 'bigint' | 'bytea'
}

interface CopiedTable {
  readonly name: string
  readonly columns: readonly CopiedColumn[]
  /** The same order in both, in SQL. */
  readonly order: { readonly sqlite: string; readonly postgres: string }
  /** The column that PostgreSQL counts on. */
  readonly counter: string | undefined
}

/** Others refer to these. */
const first = ['charts', 'people', 'links', 'cases']

/** SQLite's checksums: PostgreSQL has its own, and they are made anew on the way back. */
const left = new Set(['sums', 'unsealed', 'sqlite_sequence', 'sqlite_stat1'])

/** Rows that are looked at together. */
const atOnce = 200
/** Bytes or letters after which they go over. */
const heavy = 4 * 1024 * 1024

/** Within a transaction of the target, which is empty. */
export async function copyToPostgres(source: DatabaseSync, on: PostgresQuery): Promise<void> {
  for (const table of await copiedTables(source, on)) {
    let batch: StoredRow[] = []
    let weight = 0
    for (const row of rowsOfSqlite(source, table)) {
      batch.push(row)
      weight += weightOf(row)
      if (batch.length < atOnce && weight < heavy) continue
      await insertRows(on, table, batch)
      batch = []
      weight = 0
    }
    if (batch.length > 0) await insertRows(on, table, batch)
    if (table.counter !== undefined)
      await on(
        `SELECT setval(pg_get_serial_sequence($1, $2), coalesce((SELECT max(${table.counter}) FROM ${table.name}), 0) + 1, false)`,
        [table.name, table.counter],
      )
  }
}

/** Into a database that is empty, in a transaction of its own. */
export async function copyToSqlite(on: PostgresQuery, target: DatabaseSync): Promise<void> {
  target.exec('BEGIN IMMEDIATE')
  try {
    for (const table of await copiedTables(target, on)) {
      const names = table.columns.map(({ name }) => name)
      const insert = target.prepare(
        `INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      )
      for await (const row of rowsOfPostgres(on, table))
        insert.run(...names.map((name) => row[name] as SQLInputValue))
    }
    sealAll(target, [])
    target.exec('COMMIT')
  } catch (error) {
    if (target.isTransaction) target.exec('ROLLBACK')
    throw error
  }
}

export interface RowDifference {
  readonly table: string
  /** Number of the row in the table, from 1. */
  readonly row: number
  /** The chart that it belongs to, where it belongs to one. */
  readonly chart: string | undefined
}

/** Every row that one of the two has, and the other has not, or has otherwise; of each table the first one. */
export async function differencesBetween(
  sqlite: DatabaseSync,
  on: PostgresQuery,
): Promise<readonly RowDifference[]> {
  const found: RowDifference[] = []
  for (const table of await copiedTables(sqlite, on)) {
    const here = rowsOfSqlite(sqlite, table)
    let row = 0
    let different: StoredRow | undefined
    for await (const there of rowsOfPostgres(on, table)) {
      row += 1
      const { value } = here.next() as { readonly value: StoredRow | undefined }
      if (value && isSameRow(table, value, there)) continue
      different = there
      break
    }
    if (!different) {
      const { value, done } = here.next() as {
        readonly value: StoredRow | undefined
        readonly done?: boolean
      }
      if (done === true) continue
      row += 1
      different = value
    }
    found.push({ table: table.name, row, chart: chartIn(table, different) })
  }
  return found
}

function chartIn({ name }: CopiedTable, row: StoredRow | undefined): string | undefined {
  const chart = row?.[name === 'charts' ? 'id' : 'chart']
  return typeof chart === 'string' ? chart : undefined
}

function isSameRow({ columns }: CopiedTable, a: StoredRow, b: StoredRow): boolean {
  return columns.every(({ name }) => {
    const [here, there] = [a[name], b[name]]
    if (here instanceof Uint8Array && there instanceof Uint8Array) return Buffer.compare(here, there) === 0
    return here === there
  })
}

function* rowsOfSqlite(database: DatabaseSync, table: CopiedTable): Generator<StoredRow> {
  const names = table.columns.map(({ name }) => name).join(', ')
  const texts = table.columns.flatMap(({ name, postgres }) => (postgres === 'text' ? name : []))
  const select = database.prepare(`SELECT ${names} FROM ${table.name} ORDER BY ${table.order.sqlite}`)
  for (const row of select.iterate()) {
    // As PostgreSQL can hold it: only what nobody sees is different.
    const nul = texts.filter((name) => typeof row[name] === 'string' && row[name].includes('\0'))
    yield nul.length === 0
      ? row
      : { ...row, ...Object.fromEntries(nul.map((name) => [name, withoutNul(String(row[name]))])) }
  }
}

/** As SQLite has them: what is text there is text. */
async function* rowsOfPostgres(on: PostgresQuery, table: CopiedTable): AsyncGenerator<StoredRow> {
  const names = table.columns.map(({ name }) => name).join(', ')
  // A reader that leaves early leaves it open until the transaction ends.
  const cursor = `copied_${table.name}`
  const texts = table.columns.flatMap(({ name, sqlite, postgres }) =>
    sqlite === 'TEXT' && postgres === 'bytea' ? name : [],
  )
  await on(
    `DECLARE ${cursor} NO SCROLL CURSOR FOR SELECT ${names} FROM ${table.name} ORDER BY ${table.order.postgres}`,
  )
  for (;;) {
    const { rows } = await on(`FETCH 32 FROM ${cursor}`)
    if (rows.length === 0) break
    for (const row of rows)
      yield texts.length === 0
        ? row
        : { ...row, ...Object.fromEntries(texts.map((name) => [name, textIn(row[name])])) }
  }
  await on(`CLOSE ${cursor}`)
}

function textIn(value: StoredRow[string] | undefined): string | null {
  return value instanceof Uint8Array ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(value) : null
}

async function insertRows(on: PostgresQuery, table: CopiedTable, rows: readonly StoredRow[]): Promise<void> {
  const all = [...table.columns, ...derivedColumns(table)]
  const names = all.map(({ name }) => name)
  const full = rows.map((row): StoredRow => ({ ...row, ...derivedIn(table, row) }))
  const arrays = all.map(({ postgres }, at) => `$${at + 1}::${postgres}[]`)
  await on(
    `INSERT INTO ${table.name} (${names.join(', ')})
     SELECT ${names.join(', ')} FROM unnest(${arrays.join(', ')}) WITH ORDINALITY AS one (${names.join(', ')}, place_in_copy)
     ORDER BY place_in_copy`,
    all.map(({ name, postgres }) =>
      full.map((row) => {
        const value = row[name] ?? null
        return postgres === 'bytea' && typeof value === 'string' ? new TextEncoder().encode(value) : value
      }),
    ),
  )
}

/** Columns that PostgreSQL has besides, because it cannot look into the JSON of an event. */
function derivedColumns({ name }: CopiedTable): readonly Pick<CopiedColumn, 'name' | 'postgres'>[] {
  if (name !== 'review_events') return []
  return [
    { name: 'number', postgres: 'text' },
    { name: 'issued_at', postgres: 'bigint' },
  ]
}

function derivedIn({ name }: CopiedTable, row: StoredRow) {
  if (name !== 'review_events') return {}
  const { number, issuedAt } = noticeOf(JSON.parse(String(row['event'])) as ReviewEvent)
  return { number, issued_at: issuedAt }
}

function weightOf(row: StoredRow): number {
  return Object.values(row).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' || value instanceof Uint8Array ? value.length : 8),
    0,
  )
}

/** What both have. Throws where PostgreSQL lacks a table or a column of SQLite's. */
async function copiedTables(sqlite: DatabaseSync, on: PostgresQuery): Promise<readonly CopiedTable[]> {
  const { rows } = await on(
    `SELECT table_name, column_name, data_type, is_identity FROM information_schema.columns
     WHERE table_schema = current_schema()`,
  )
  const names = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map((row) => String(row['name']))
    .filter((name) => !left.has(name))
  return [...first, ...names.filter((name) => !first.includes(name))].map((name) =>
    copiedTable(
      name,
      sqlite.prepare(`PRAGMA table_info(${name})`).all(),
      rows.filter((row) => row['table_name'] === name),
    ),
  )
}

function copiedTable(name: string, here: readonly StoredRow[], there: readonly StoredRow[]): CopiedTable {
  const columns = here.map((column): CopiedColumn => {
    const other = there.find((row) => row['column_name'] === column['name'])
    if (!other) throw new Error(`PostgreSQL has no ${name}.${String(column['name'])}`)
    return {
      name: String(column['name']),
      sqlite: column['type'] as CopiedColumn['sqlite'],
      postgres: other['data_type'] as CopiedColumn['postgres'],
    }
  })
  const key = here
    .filter((column) => Number(column['pk']) > 0)
    .sort((a, b) => Number(a['pk']) - Number(b['pk']))
    .map((column) => String(column['name']))
    .join(', ')
  const counter = there.find((row) => row['is_identity'] === 'YES')?.['column_name']
  const isCounted = counter === 'nr'
  return {
    name,
    columns,
    order: { sqlite: isCounted ? 'rowid' : key, postgres: isCounted ? 'nr' : key },
    counter: typeof counter === 'string' ? counter : undefined,
  }
}
