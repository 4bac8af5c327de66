import type { DatabaseSync } from 'node:sqlite'
import type { FrozenYear, UnitEventTable } from './controlTables.ts'
import { inTransaction } from './database.ts'
import type { StoredRow } from './storedRows.ts'

export function unitEventTable(database: DatabaseSync): UnitEventTable {
  const count = database.prepare('SELECT count(*) AS events FROM unit_events WHERE stream = ?')
  const insert = database.prepare('INSERT INTO unit_events (stream, seq, event) VALUES (?, ?, ?)')
  const list = database.prepare('SELECT event FROM unit_events WHERE stream = ? ORDER BY seq')
  const streams = database.prepare(
    'SELECT stream, event FROM unit_events WHERE substr(stream, 1, ?) = ? ORDER BY stream, seq',
  )
  const freeze = database.prepare(
    'INSERT INTO frozen_years (name, at, sha256, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const years = database.prepare('SELECT name, at, sha256 FROM frozen_years ORDER BY at, name')
  const year = database.prepare('SELECT bytes FROM frozen_years WHERE name = ?')
  return {
    add: (stream, expected, events) =>
      inTransaction(database, () => {
        if (Number(count.get(stream)?.['events']) !== expected) return false
        for (const [at, event] of events.entries()) insert.run(stream, expected + at + 1, event)
        return true
      }),
    list: (stream) => list.all(stream).map(({ event }) => String(event)),
    streams: (beginning) => gatheredStreams(streams.all(beginning.length, beginning)),
    freeze: ({ name, at, sha256 }, bytes) =>
      inTransaction(database, () => freeze.run(name, at, sha256, bytes).changes === 1),
    years: () => years.all().map(frozenYearOf),
    year: (name) => {
      const bytes = year.get(name)?.['bytes']
      return bytes instanceof Uint8Array ? bytes : undefined
    },
  }
}

/** Rows of one stream stand together. */
export function gatheredStreams(rows: readonly StoredRow[]): ReturnType<UnitEventTable['streams']> {
  const found = new Map<string, string[]>()
  for (const { stream, event } of rows) {
    const events = found.get(String(stream)) ?? []
    events.push(String(event))
    found.set(String(stream), events)
  }
  return [...found].map(([stream, events]) => ({ stream, events }))
}

export function frozenYearOf({ name, at, sha256 }: StoredRow): FrozenYear {
  return { name: String(name), at: Number(at), sha256: String(sha256) }
}
