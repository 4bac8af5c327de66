/** Appends entries within a transaction, all or none; few statements, however many entries there are. */
import { crc32 } from 'node:zlib'
import { mostConflicts } from '../conflictRows.ts'
import { journalText } from '../journalText.ts'
import { mostJournal } from '../kept.ts'
import { journalSlack } from '../logTable.ts'
import type { LogEntry, NewRevision } from '../tables.ts'
import type { PostgresQuery } from './postgresQuery.ts'

interface Numbered extends LogEntry {
  readonly seq: number
}

/** Appends within the caller's transaction. Throws if a chart does not exist. */
export type LaterAppend = (on: PostgresQuery, entries: readonly LogEntry[]) => Promise<void>

/** Remembers how much the journals have grown, so that not every entry sums one up. */
export function openAppend(): LaterAppend {
  const grown = new Map<string, number>()
  return (on, entries) => appendAll(on, entries, grown)
}

type Grown = Map<string, number>

async function appendAll(on: PostgresQuery, entries: readonly LogEntry[], grown: Grown): Promise<void> {
  const numbered = await numberedIn(on, entries)
  for (const { revision } of entries) if (revision) await keepRevision(on, revision)
  await on(
    `INSERT INTO updates (chart, seq, at, person, bytes, crc)
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::bytea[], $6::bigint[])`,
    [
      numbered.map(({ chart }) => chart),
      numbered.map(({ seq }) => seq),
      numbered.map(({ at }) => at),
      numbered.map(({ person }) => person),
      numbered.map(({ update }) => update),
      numbered.map(({ update }) => crc32(update)),
    ],
  )
  await bindClients(on, entries)
  await note(on, entries, grown)
  for (const entry of numbered) await overrule(on, entry)
  await on(
    `UPDATE charts SET seq = last.seq
     FROM (SELECT chart, max(seq) AS seq FROM unnest($1::text[], $2::bigint[]) AS one (chart, seq) GROUP BY chart) AS last
     WHERE charts.id = last.chart`,
    [numbered.map(({ chart }) => chart), numbered.map(({ seq }) => seq)],
  )
}

/** Locks the charts, in one order, until the transaction ends. */
async function numberedIn(on: PostgresQuery, entries: readonly LogEntry[]): Promise<readonly Numbered[]> {
  const charts = [...new Set(entries.map(({ chart }) => chart))]
  const { rows } = await on('SELECT id, seq FROM charts WHERE id = ANY($1) ORDER BY id FOR UPDATE', [charts])
  const last = new Map(rows.map((row) => [String(row['id']), Number(row['seq'])]))
  return entries.map((entry) => {
    const before = last.get(entry.chart)
    if (before === undefined) throw new Error(`No chart ${entry.chart} to append to`)
    last.set(entry.chart, before + 1)
    return { ...entry, seq: before + 1 }
  })
}

/** Unless the last one of its chart has the same hash. */
async function keepRevision(on: PostgresQuery, revision: NewRevision): Promise<void> {
  const { id, chart, at, kind, name, authors, hash, file } = revision
  await on(
    `INSERT INTO revisions (id, chart, at, kind, name, authors, hash, file)
     SELECT $1::text, $2::text, $3::bigint, $4::text, $5::text, $6::text, $7::text, $8::text
     WHERE (SELECT hash FROM revisions WHERE chart = $2 ORDER BY nr DESC LIMIT 1) IS DISTINCT FROM $7`,
    [id, chart, at, kind, name, JSON.stringify(authors), hash, file],
  )
}

/** An existing owner of a client id is kept. */
async function bindClients(on: PostgresQuery, entries: readonly LogEntry[]): Promise<void> {
  const bound = entries.flatMap(({ chart, person, clients }) =>
    clients.map((client) => ({ chart, client, person })),
  )
  if (bound.length === 0) return
  await on(
    `INSERT INTO clients (chart, client, person)
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[]) ON CONFLICT DO NOTHING`,
    [bound.map(({ chart }) => chart), bound.map(({ client }) => client), bound.map(({ person }) => person)],
  )
}

/** Notes what was changed; takes away the oldest entries of a chart whose journal has become too large. */
async function note(on: PostgresQuery, entries: readonly LogEntry[], grown: Grown): Promise<void> {
  const noted = entries.flatMap(({ chart, at, person, changes }) =>
    changes.length > 0 ? [{ chart, at, person, text: journalText(changes) }] : [],
  )
  if (noted.length === 0) return
  await on(
    `INSERT INTO journal (chart, at, person, changes)
     SELECT chart, at, person, changes
     FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[]) WITH ORDINALITY AS one (chart, at, person, changes, place)
     ORDER BY place`,
    [
      noted.map(({ chart }) => chart),
      noted.map(({ at }) => at),
      noted.map(({ person }) => person),
      noted.map(({ text }) => text),
    ],
  )
  for (const { chart, text } of noted) {
    const by = (grown.get(chart) ?? 0) + text.length
    grown.set(chart, by > journalSlack ? 0 : by)
    if (by > journalSlack) await shorten(on, chart)
  }
}

async function shorten(on: PostgresQuery, chart: string): Promise<void> {
  await on(
    `DELETE FROM journal WHERE chart = $1 AND id <= (
       SELECT max(id) FROM (
         SELECT id, sum(octet_length(changes)) OVER (ORDER BY id DESC) AS bytes FROM journal WHERE chart = $1
       ) AS summed WHERE bytes > $2)`,
    [chart, mostJournal],
  )
}

async function overrule(on: PostgresQuery, { chart, seq, at, conflicts = [] }: Numbered): Promise<void> {
  if (conflicts.length === 0) return
  await on(
    `INSERT INTO conflicts (chart, seq, at, entry)
     SELECT $1, $2, $3, entry FROM unnest($4::text[]) WITH ORDINALITY AS one (entry, place) ORDER BY place`,
    [chart, seq, at, conflicts.map((conflict) => JSON.stringify(conflict))],
  )
  await on(
    `DELETE FROM conflicts WHERE chart = $1 AND id <= (
       SELECT id FROM conflicts WHERE chart = $1 ORDER BY id DESC LIMIT 1 OFFSET $2)`,
    [chart, mostConflicts],
  )
}
