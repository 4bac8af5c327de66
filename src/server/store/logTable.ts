import { crc32 } from 'node:zlib'
import type { DatabaseSync } from 'node:sqlite'
import { conflictReader, conflictWriter } from './conflictRows.ts'
import { compact } from './compaction.ts'
import { expectSound, inTransaction } from './database.ts'
import { revisionKeeper } from './revisionTable.ts'
import { journalPage } from './journalPage.ts'
import { journalText } from './journalText.ts'
import { rowsReader, sourceOf } from './rows.ts'
import { mostJournal } from './kept.ts'
import type { StoredRow } from './storedRows.ts'
import type { LogEntry, LogTable } from './tables.ts'

/** Appends within the caller's transaction. Throws if a chart does not exist. */
export type Append = (entries: readonly LogEntry[]) => void

export function logTable(database: DatabaseSync, append: Append): LogTable {
  const rows = rowsReader(database)
  const clients = database.prepare('SELECT client, person FROM clients WHERE chart = ?')
  const journal = journalReader(database)
  const first = database.prepare('SELECT at FROM journal WHERE chart = ? AND at > ? ORDER BY at LIMIT 1')
  const prune = database.prepare('DELETE FROM journal WHERE at < ?')
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
    changedSince: (chart, at) => {
      const row = first.get(chart, at)
      return row && Number(row['at'])
    },
    pruneJournal: (before) => void prune.run(before),
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
  const note = journalWriter(database)
  const overrule = conflictWriter(database)
  return (entries) => {
    const last = new Map<string, number>()
    for (const { chart, update, person, at, clients, changes, conflicts, revision } of entries) {
      const seq = (last.get(chart) ?? lastOf(chart)) + 1
      last.set(chart, seq)
      if (revision) keep(revision)
      insert.run(chart, seq, at, person, update, crc32(update))
      for (const client of clients) bind.run(chart, client, person)
      if (changes.length > 0) note(chart, at, person, journalText(changes))
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

/** Letters that a chart's journal may grow by before it is looked at again. */
export const journalSlack = 1024 * 1024

/** Notes an entry; takes away the oldest ones of a chart whose journal is larger than `mostJournal`. */
function journalWriter(database: DatabaseSync) {
  const insert = database.prepare('INSERT INTO journal (chart, at, person, changes) VALUES (?, ?, ?, ?)')
  const shorten = database.prepare(
    `DELETE FROM journal WHERE chart = ?1 AND id <= (
       SELECT max(id) FROM (
         SELECT id, sum(octet_length(changes)) OVER (ORDER BY id DESC) AS bytes FROM journal WHERE chart = ?1
       ) WHERE bytes > ?2)`,
  )
  const grown = new Map<string, number>()
  return (chart: string, at: number, person: string, text: string) => {
    insert.run(chart, at, person, text)
    const by = (grown.get(chart) ?? 0) + text.length
    grown.set(chart, by > journalSlack ? 0 : by)
    if (by > journalSlack) shorten.run(chart, mostJournal)
  }
}

/** Author names: of the person, or of the link that a script used; the id if neither is known any more. */
function journalReader(database: DatabaseSync): LogTable['journal'] {
  const select = database.prepare(
    `SELECT journal.id AS id, at, CASE WHEN people.id IS NOT NULL THEN people.name WHEN links.id IS NOT NULL THEN links.name ELSE person END AS author, changes
     FROM journal
       LEFT JOIN people ON people.id = person
       LEFT JOIN links ON person = 'link:' || links.id
     WHERE journal.chart = ? AND at > ? AND journal.id < ? ORDER BY journal.id DESC LIMIT ?`,
  )
  return (chart, { since, before = Number.MAX_SAFE_INTEGER }, atMost) =>
    journalPage(sound(select.iterate(chart, since, before, atMost + 1)), atMost)

  function* sound(rows: Iterable<StoredRow>): Iterable<StoredRow> {
    for (const row of rows) {
      expectSound(database, [{ table: 'journal', key: String(row['id']) }])
      yield row
    }
  }
}
