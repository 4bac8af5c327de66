import type { MergeConflict } from '../../../protocol/api.ts'
import { isCompact, isFaithful, mergedOf } from '../compaction.ts'
import { conflictOf } from '../conflictRows.ts'
import { journalPage } from '../journalPage.ts'
import { keptSnapshotOf, keptUpdateOf, sha256, sourceOf, type LogRows } from '../rows.ts'
import { StoreError } from '../storeError.ts'
import type { Later, LogTable } from '../tables.ts'
import type { LaterAppend } from './openAppend.ts'
import type { PostgresDatabase } from './postgresDatabase.ts'
import type { PostgresQuery } from './postgresQuery.ts'
import type { StoredRow } from '../storedRows.ts'

export function postgresLogTable(database: PostgresDatabase, append: LaterAppend): Later<LogTable> {
  const { query, reading, writing } = database
  return {
    append: (entries) => writing((on) => append(on, entries)),
    read: (chart) =>
      reading(async (on) => {
        const { snapshot, updates, seq } = sourceOf(await logRowsIn(on, chart))
        const { rows } = await on('SELECT client, person FROM clients WHERE chart = $1 ORDER BY client', [
          chart,
        ])
        return {
          snapshot: snapshot?.bytes,
          updates: updates.map(({ bytes }) => bytes),
          clients: rows.map((row) => [Number(row['client']), String(row['person'])] as const),
          seq,
        }
      }),
    compact: (chart) => compacted(database, chart),
    journal: async (chart, { since, before = Number.MAX_SAFE_INTEGER }, atMost) => {
      const { rows } = await query(
        `SELECT journal.id AS id, at, changes,
           CASE WHEN people.id IS NOT NULL THEN people.name WHEN links.id IS NOT NULL THEN links.name ELSE person END AS author
         FROM journal
           LEFT JOIN people ON people.id = person
           LEFT JOIN links ON person = 'link:' || links.id
         WHERE journal.chart = $1 AND at > $2 AND journal.id < $3 ORDER BY journal.id DESC LIMIT $4`,
        [chart, since, before, atMost + 1],
      )
      return journalPage(rows, atMost)
    },
    changedSince: async (chart, at) => {
      const { rows } = await query(
        'SELECT at FROM journal WHERE chart = $1 AND at > $2 ORDER BY at LIMIT 1',
        [chart, at],
      )
      return rows[0] && Number(rows[0]['at'])
    },
    pruneJournal: (before) =>
      writing(async (on) => void (await on('DELETE FROM journal WHERE at < $1', [before]))),
    conflicts: (chart, atMost) =>
      reading(async (on) => {
        const { rows } = await on(
          'SELECT seq, at, entry FROM conflicts WHERE chart = $1 ORDER BY id DESC LIMIT $2',
          [chart, atMost],
        )
        if (rows.length === 0) return []
        const people = await on('SELECT id, name FROM people WHERE id = ANY($1)', [rows.flatMap(sidesOf)])
        const names = new Map(people.rows.map((row) => [String(row['id']), String(row['name'])]))
        return rows.map((row) => conflictOf(row, (id) => names.get(id)))
      }),
  }
}

function sidesOf(row: StoredRow): readonly string[] {
  const { kept, lost } = JSON.parse(String(row['entry'])) as MergeConflict
  return [kept.by, lost.by]
}

/** All rows of a chart, intact or not. */
export async function logRowsIn(on: PostgresQuery, chart: string): Promise<LogRows> {
  const seq = await on('SELECT seq FROM charts WHERE id = $1', [chart])
  const snapshots = await on(
    'SELECT id, through, bytes, sha256, verified FROM snapshots WHERE chart = $1 ORDER BY verified DESC, through DESC, id DESC',
    [chart],
  )
  const updates = await on('SELECT seq, bytes, crc FROM updates WHERE chart = $1 ORDER BY seq', [chart])
  return {
    seq: Number(seq.rows[0]?.['seq'] ?? 0),
    snapshots: snapshots.rows.map(keptSnapshotOf),
    updates: updates.rows.map(keptUpdateOf),
  }
}

/** The steps of `compaction.ts`, each committed: the process may end after any of them. */
async function compacted({ reading, writing }: PostgresDatabase, chart: string): Promise<boolean> {
  const rows = await reading((on) => logRowsIn(on, chart))
  if (isCompact(rows)) return false
  const source = sourceOf(rows)
  const bytes = mergedOf(source)
  const id = await writing(async (on) => {
    const { rows: made } = await on(
      'INSERT INTO snapshots (chart, through, bytes, sha256) VALUES ($1, $2, $3, $4) RETURNING id',
      [chart, source.seq, bytes, sha256(bytes)],
    )
    return Number(made[0]?.['id'])
  })
  // Read back before anything is taken away.
  if (!isFaithful(await reading((on) => logRowsIn(on, chart)), id, source.snapshot?.id)) {
    await writing(async (on) => void (await on('DELETE FROM snapshots WHERE id = $1', [id])))
    throw new StoreError('damaged')
  }
  await writing(async (on) => void (await on('UPDATE snapshots SET verified = 1 WHERE id = $1', [id])))
  await writing(async (on) => {
    await on('DELETE FROM updates WHERE chart = $1 AND seq <= $2', [chart, source.seq])
    await on('DELETE FROM snapshots WHERE chart = $1 AND id <> $2', [chart, id])
  })
  return true
}
