import { crc32 } from 'node:zlib'
import type { DatabaseSync } from 'node:sqlite'
import type { FieldChange, JournalEntry } from '../../protocol/api.ts'
import { conflictReader, conflictWriter } from './conflictRows.ts'
import { compact } from './compaction.ts'
import { inTransaction } from './database.ts'
import { revisionKeeper } from './revisionTable.ts'
import { rowsReader, sourceOf } from './rows.ts'
import type { LogEntry, LogTable } from './tables.ts'

/** Appends within the caller's transaction. Throws if a chart does not exist. */
export type Append = (entries: readonly LogEntry[]) => void

export function logTable(database: DatabaseSync, append: Append): LogTable {
  const rows = rowsReader(database)
  const clients = database.prepare('SELECT client, person FROM clients WHERE chart = ?')
  const journal = journalReader(database)
  return {
    append: (entries) => inTransaction(database, () => append(entries)),
    read: (chart) => {
      const { snapshot, updates, seq } = sourceOf(rows(chart))
      return {
        snapshot: snapshot?.bytes,
        updates: updates.map(({ bytes }) => bytes),
        clients: clients.all(chart).map((row) => [Number(row['client']), String(row['person'])]),
        seq,
      }
    },
    compact: (chart) => compact(database, chart),
    journal,
    conflicts: conflictReader(database),
  }
}

export function appender(database: DatabaseSync): Append {
  const find = database.prepare('SELECT seq FROM charts WHERE id = ?')
  const count = database.prepare('UPDATE charts SET seq = ? WHERE id = ?')
  const insert = database.prepare(
    'INSERT INTO updates (chart, seq, at, person, bytes, crc) VALUES (?, ?, ?, ?, ?, ?)',
  )
  // An existing owner of a client id is kept.
  const bind = database.prepare('INSERT INTO clients VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const keep = revisionKeeper(database)
  const note = database.prepare('INSERT INTO journal (chart, at, person, changes) VALUES (?, ?, ?, ?)')
  const overrule = conflictWriter(database)
  return (entries) => {
    const last = new Map<string, number>()
    for (const { chart, update, person, at, clients, changes, conflicts, revision } of entries) {
      const seq = (last.get(chart) ?? lastOf(chart)) + 1
      last.set(chart, seq)
      if (revision) keep(revision)
      insert.run(chart, seq, at, person, update, crc32(update))
      for (const client of clients) bind.run(chart, client, person)
      if (changes.length > 0) note.run(chart, at, person, JSON.stringify(changes))
      if (conflicts && conflicts.length > 0) overrule({ chart, seq, at }, conflicts)
    }
    for (const [chart, seq] of last) count.run(seq, chart)
  }

  function lastOf(chart: string): number {
    const row = find.get(chart)
    if (!row) throw new Error(`No chart ${chart} to append to`)
    return Number(row['seq'])
  }
}

/** Author names: of the person, or of the link that a script used; the id if neither is known any more. */
function journalReader(database: DatabaseSync): LogTable['journal'] {
  const select = database.prepare(
    `SELECT at, CASE WHEN people.id IS NOT NULL THEN people.name WHEN links.id IS NOT NULL THEN links.name ELSE person END AS author, changes
     FROM journal
       LEFT JOIN people ON people.id = person
       LEFT JOIN links ON person = 'link:' || links.id
     WHERE journal.chart = ? AND at > ? ORDER BY journal.id DESC LIMIT ?`,
  )
  return (chart, since, atMost): readonly JournalEntry[] =>
    select.all(chart, since, atMost).map((row) => ({
      at: Number(row['at']),
      author: String(row['author']),
      changes: JSON.parse(String(row['changes'])) as readonly FieldChange[],
    }))
}
