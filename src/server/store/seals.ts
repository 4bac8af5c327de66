/**
 * A checksum (CRC-32) for every row that is served. Triggers note each row that changed in
 * `unsealed`; before a transaction commits, the sums of the noted rows are written anew. A row
 * without its sum, or with another, was changed by nobody of us: a flipped bit.
 */
import { crc32 } from 'node:zlib'
import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'

interface SealedTable {
  /** The key of a row, in SQL. */
  readonly key: string
  /** Finds the rows of a key; as many parameters as the key has parts. */
  readonly where: string
  /** Since which version of the database its rows have sums; absent: since there are any, or as long as there is the table. */
  readonly since?: number
}

const byId: SealedTable = { key: 'id', where: 'id = ?' }

const sealedTables = {
  charts: byId,
  clients: { key: "chart || '/' || client", where: 'chart = ? AND client = ?', since: 12 },
  journal: byId,
  conflicts: { ...byId, since: 12 },
  links: byId,
  link_uses: { key: 'link', where: 'link = ? ORDER BY rowid' },
  people: byId,
  sessions: { key: 'hash', where: 'hash = ?' },
  revisions: byId,
  review_events: { key: "chart || '/' || seq", where: 'chart = ? AND seq = ?' },
  publications: byId,
  powers: byId,
  power_deeds: byId,
  digests: { key: 'chart', where: 'chart = ?' },
  unit: { key: 'field', where: 'field = ?' },
  cases: byId,
  case_persons: byId,
  case_judgements: byId,
  case_settings: { key: 'chart', where: 'chart = ?' },
  control_events: { key: "chart || '/' || seq", where: 'chart = ? AND seq = ?' },
  control_seen: { key: 'chart', where: 'chart = ?' },
  evidence_files: byId,
  unit_events: { key: "stream || '/' || seq", where: 'stream = ? AND seq = ?' },
  frozen_years: { key: 'name', where: 'name = ?' },
} as const satisfies { readonly [table: string]: SealedTable }

export type SealedName = keyof typeof sealedTables

const tableNames = Object.keys(sealedTables) as SealedName[]

/** Databases of earlier versions have fewer. */
function tablesIn(database: DatabaseSync): readonly SealedName[] {
  const found = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  const names = new Set(found.map(({ name }) => name))
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
  return tableNames.filter((table) => {
    const { since = 0 }: SealedTable = sealedTables[table]
    return names.has(table) && version >= since
  })
}

export interface RowPlace {
  readonly table: SealedName
  readonly key: string
}

export interface Seals {
  /** Writes the sums of the rows that changed. Call within a transaction. */
  readonly seal: () => void
  /** Some rows changed since `seal`. */
  readonly isPending: () => boolean
  readonly isSound: (place: RowPlace) => boolean
}

/** Undefined for a database of a version without sums. */
export function openSeals(database: DatabaseSync): Seals | undefined {
  if (!hasSums(database)) return undefined
  const noted = database.prepare('SELECT DISTINCT tbl, key FROM unsealed')
  const any = database.prepare('SELECT 1 FROM unsealed LIMIT 1')
  const forget = database.prepare('DELETE FROM unsealed')
  const drop = database.prepare('DELETE FROM sums WHERE tbl = ? AND key = ?')
  const keep = database.prepare(
    'INSERT INTO sums (tbl, key, sum) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET sum = excluded.sum',
  )
  const kept = database.prepare('SELECT sum FROM sums WHERE tbl = ? AND key = ?')
  const sumOf = summing(database)
  const isPending = () => any.get() !== undefined
  return {
    isPending,
    seal: () => {
      if (!isPending()) return
      for (const { tbl, key } of noted.all()) {
        const sum = sumOf({ table: tbl as SealedName, key: String(key) })
        if (sum === undefined) drop.run(tbl!, key!)
        else keep.run(tbl!, key!, sum)
      }
      forget.run()
    },
    isSound: (place) => kept.get(place.table, place.key)?.['sum'] === sumOf(place),
  }
}

/** Seals every row as it is, but for the `harmed` ones, which stay harmed. Call within a transaction. */
export function sealAll(database: DatabaseSync, harmed: readonly RowPlace[]): void {
  const seals = openSeals(database)
  if (!seals) return
  database.exec('DELETE FROM unsealed; DELETE FROM sums')
  for (const table of tablesIn(database))
    database.exec(`INSERT INTO unsealed SELECT DISTINCT '${table}', ${sealedTables[table].key} FROM ${table}`)
  seals.seal()
  const spoil = database.prepare('UPDATE sums SET sum = sum + 1 WHERE tbl = ? AND key = ?')
  for (const { table, key } of harmed) spoil.run(table, key)
}

/** Empties a table of a copy, with its sums. */
export function emptied(database: DatabaseSync, table: SealedName): void {
  database.exec(`DELETE FROM ${table}`)
  if (!hasSums(database)) return
  for (const kept of ['sums', 'unsealed']) database.prepare(`DELETE FROM ${kept} WHERE tbl = ?`).run(table)
}

/** Every row that differs from its sum, has none, or is missing. Reads all rows. */
export function harmedRows(database: DatabaseSync): readonly RowPlace[] {
  if (!hasSums(database)) return []
  const sumOf = summing(database)
  const pending = new Set(database.prepare('SELECT tbl, key FROM unsealed').all().map(nameOf))
  const sums = database.prepare('SELECT key, sum FROM sums WHERE tbl = ?')
  const strangers = database.prepare('SELECT DISTINCT tbl FROM sums').all()
  const unknown = strangers.filter(({ tbl }) => !Object.hasOwn(sealedTables, String(tbl)))
  const harmed = tablesIn(database).flatMap((table) => {
    const { key } = sealedTables[table]
    const rows = database.prepare(`SELECT DISTINCT ${key} AS key FROM ${table}`).all()
    const left = new Map(sums.all(table).map((row) => [String(row['key']), row['sum']]))
    const wrong = rows
      .map((row) => String(row['key']))
      .filter((one) => {
        const expected = left.get(one)
        left.delete(one)
        return expected !== sumOf({ table, key: one })
      })
    return [...wrong, ...left.keys()].map((one) => ({ table, key: one }))
  })
  const all = [...harmed, ...unknown.map(({ tbl }) => ({ table: 'charts' as const, key: String(tbl) }))]
  return all.filter(({ table, key }) => !pending.has(`${table}/${key}`))
}

function nameOf({ tbl, key }: Readonly<Record<string, SQLOutputValue>>): string {
  return `${String(tbl)}/${String(key)}`
}

function hasSums(database: DatabaseSync): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'sums'").get() !== undefined
}

/** The sum of the rows of a key; undefined if there is none. */
function summing(database: DatabaseSync): (place: RowPlace) => number | undefined {
  const select: { readonly [table: string]: StatementSync } = Object.fromEntries(
    tablesIn(database).map((table) => [
      table,
      database.prepare(`SELECT * FROM ${table} WHERE ${sealedTables[table].where}`),
    ]),
  )
  return ({ table, key }) => {
    const parts = sealedTables[table].where.includes(' AND ') ? key.split('/') : [key]
    const rows = select[table]?.all(...parts) ?? []
    return rows.length === 0 ? undefined : rows.reduce(addRow, 0)
  }
}

/** Columns without a value are left out: a column that is added later changes no sum. */
function addRow(sum: number, row: Readonly<Record<string, SQLOutputValue>>): number {
  return Object.entries(row).reduce((crc, [column, value]) => {
    if (value === null) return crc
    const named = crc32(`${column}\0${typeof value}\0`, crc)
    return crc32(value instanceof Uint8Array ? value : String(value), named)
  }, sum)
}
