import { readFileSync, writeFileSync, statSync, mkdirSync, readdirSync, truncateSync, cpSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { openDatabase, openReader } from '../../../src/server/store/database.ts'
import { backupsIn, backupWith, backUpOf } from '../../../src/server/store/backups.ts'
import { integrityCheck } from '../../../src/server/store/integrityCheck.ts'
import { lockDirectory } from '../../../src/server/store/lock.ts'
import { databaseFile, lockFile } from '../../../src/server/store/paths.ts'
import { sha256 } from '../../../src/server/store/rows.ts'
import { applicationId, migrations } from '../../../src/server/store/schema.ts'
import { sqliteTables } from '../../../src/server/store/sqliteTables.ts'
import { walIsCut } from '../../../src/server/store/walIsCut.ts'
import { aChart, databaseOfVersion, entry, freshDirectory, writer } from './parts.ts'

const words = {
  charts: 'GRAFIKNAME',
  clients: 'BEARBEITERKENNUNG',
  journal: 'JOURNALWORT',
  conflicts: 'UEBERSTIMMTES',
  links: 'LINKPRUEFSUMME',
  link_uses: 'BENUTZERKENNUNG',
  people: 'PERSONENNAME',
  sessions: 'SITZUNGSKENNUNG',
  revisions: 'FASSUNGSINHALT',
  review_events: 'BEMERKUNGSWORT',
  publications: 'OEFFENTLICHTEXT',
  powers: 'VOLLMACHTNAME',
  power_deeds: 'VERZEICHNISAENDERER',
  digests: 'KURZFASSUNG',
  unit: 'EINHEITSNAME',
  cases: 'VORGANGSNUMMER',
  case_persons: 'BEARBEITERNAME',
  case_judgements: 'BEURTEILUNGSWORT',
  case_settings: 'EINSTELLUNGSWORT',
  control_events: 'MASSNAHMEWORT',
  control_seen: 'UEBERSICHTSWORT',
  evidence_files: 'BELEGINHALT',
  unit_events: 'WARNUNGSWORT',
  frozen_years: 'JAHRESINHALT',
}

function filled(directory: string) {
  const database = openDatabase(directory)
  const tables = sqliteTables(database)
  const change = { root: 'steps', id: 's', field: 'name', after: words.journal }
  const overruled = { ...change, kept: { by: 'p' }, lost: { by: 'q', value: words.conflicts } }
  const first = entry('a', writer(1)('x', 1), {
    changes: [change],
    conflicts: [overruled],
    clients: [1],
    person: words.clients,
  })
  const link = { id: 'l', hash: words.links, chart: 'a', role: 'viewer' as const, name: '', createdAt: 1 }
  tables.charts.create(aChart('a', { title: words.charts }), first, [link])
  tables.links.use('l', words.link_uses, 2)
  tables.people.create({ id: 'p', name: words.people, post: '' }, 1)
  tables.people.begin(words.sessions, 'p', 1)
  const revision = {
    id: 'r',
    chart: 'a',
    at: 1,
    kind: 'auto' as const,
    name: '',
    authors: [],
    hash: sha256(words.revisions),
  }
  tables.revisions.add({ ...revision, file: words.revisions })
  const issued = { kind: 'issued', notice: { number: words.review_events } }
  tables.review.add('a', 0, issued as unknown as Parameters<typeof tables.review.add>[2])
  const act = { id: 'pub', chart: 'a', at: 1, revision: 'r', hash: '', title: '', view: 'flow' as const }
  const content = { json: '{}', svg: '', txt: words.publications, html: '' }
  tables.publications.add({ ...act, reviewedBy: '', approver: '' }, content)
  tables.powers.change([{ kind: 'put', id: 'w', fields: { name: words.powers } }], words.power_deeds, 0)
  const event = { step: '受理', start: '2026-01-01T08:00', person: words.case_persons, row: 1 } as never
  tables.cases.bring('a', [
    { number: words.cases, events: [event], suspensions: [], isClosed: false, isExtended: false },
  ])
  const said = { case: words.cases, key: 'k', state: 'confirmed', reason: words.case_judgements } as const
  tables.cases.judge('a', { ...said, by: 'p', at: 1 })
  tables.cases.keepSettings('a', { holdings: [], choices: [], untraced: [words.case_settings] })
  tables.powers.keepDigests([{ chart: 'a', version: '1', text: words.digests }])
  tables.unit.change({ name: words.unit }, undefined)
  const checked = { kind: 'ended', measure: words.control_events, from: '2026-01-01', at: 1 } as const
  tables.control.add('a', 0, checked, { id: 'ev', bytes: Buffer.from(words.evidence_files) })
  tables.unitEvents.add('warning:w', 0, [words.unit_events])
  tables.unitEvents.freeze({ name: '2026', at: 1, sha256: '' }, Buffer.from(words.frozen_years))
  const facts = { title: words.control_seen, unit: '', office: '', hash: '' }
  tables.control.plan('a', 1, { events: [], through: 1, facts })
  return { database, tables }
}

/** What the check says of the rows of a file. */
function rowsOf(path: string) {
  const reader = openReader(path)
  try {
    return integrityCheck(reader)
  } finally {
    reader.close()
  }
}

function flipped(directory: string, word: string): void {
  const bytes = readFileSync(databaseFile(directory))
  let count = 0
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1)) {
    bytes[at + 3]! ^= 1
    count += 1
  }
  expect(count).toBeGreaterThan(0)
  writeFileSync(databaseFile(directory), bytes)
}

it.each(Object.entries(words))('[DT1] a flipped bit in %s is seen', (_, word) => {
  const directory = freshDirectory()
  filled(directory).database.close()
  expect(rowsOf(databaseFile(directory))).toMatchObject({ rows: [], structure: [] })
  flipped(directory, word)
  const { rows, wrong, structure } = rowsOf(databaseFile(directory))
  expect(rows.length + wrong.length + structure.length).toBeGreaterThan(0)
})

it('[DT2] a damaged row is refused, its neighbours are not', () => {
  const directory = freshDirectory()
  filled(directory).database.close()
  flipped(directory, words.publications)
  const { publications, unit } = sqliteTables(openDatabase(directory))
  expect(() => publications.format('pub', 'txt')).toThrow('damaged')
  expect(() => publications.current('a')).toThrow('damaged')
  expect(unit.read()).toEqual({ name: words.unit })
})

it('[DT2] damaged journals, merges, sessions and cases are refused, a damaged digest is made anew', () => {
  const directory = freshDirectory()
  filled(directory).database.close()
  for (const table of ['journal', 'conflicts', 'sessions', 'cases', 'case_judgements'] as const)
    flipped(directory, words[table])
  flipped(directory, words.digests)
  const { log, people, cases, powers } = sqliteTables(openDatabase(directory))
  expect(() => log.journal('a', { since: 0 }, 9)).toThrow('damaged')
  expect(() => log.conflicts('a', 9)).toThrow('damaged')
  expect(() => cases.page('a', '', 9)).toThrow('damaged')
  expect(() => cases.judgements('a')).toThrow('damaged')
  expect(people.bySession(words.sessions, 2, 0)).toBeUndefined()
  expect(powers.charts()).toMatchObject([{ id: 'a' }])
  expect(powers.charts()[0]).not.toHaveProperty('digest')
  powers.keepDigests([{ chart: 'a', version: '1', text: '新的' }])
  expect(powers.charts()[0]?.digest?.text).toBe('新的')
})

it('[DT2] a session that is used for days stays sound', () => {
  const { people } = filled(freshDirectory()).tables
  for (let at = 2; at < 9; at += 1) expect(people.bySession(words.sessions, at * 4e6, 0)?.id).toBe('p')
  people.rename({ id: 'p', name: '改', post: '' })
  expect(people.bySession(words.sessions, 9 * 4e6, 0)?.name).toBe('改')
})

it('[DT1] who owns a client id and what merging overruled get their sums in a database of before', () => {
  const directory = freshDirectory()
  const old = databaseOfVersion(directory, migrations.length - 1)
  const chart =
    "INSERT INTO charts (id, title, unit, steps, created_at, changed_at) VALUES ('a', '旧', '', 0, 1, 1)"
  old.exec(`${chart}; INSERT INTO clients VALUES ('a', 7, 'p')`)
  old.exec("INSERT INTO conflicts (chart, seq, at, entry) VALUES ('a', 1, 1, '{}')")
  old.close()
  openDatabase(directory).close()
  expect(rowsOf(databaseFile(directory)).rows).toEqual([])
  const after = new DatabaseSync(databaseFile(directory))
  after.exec("PRAGMA foreign_keys = ON; DROP TRIGGER clients_u; UPDATE clients SET person = 'q'")
  after.close()
  expect(rowsOf(databaseFile(directory)).rows).toEqual([{ table: 'clients', key: 'a/7' }])
})

it('[DT1] sums come to a database of an earlier version, and go along with every change', () => {
  const directory = freshDirectory()
  const old = new DatabaseSync(databaseFile(directory))
  old.exec(migrations.slice(0, 3).join('\n'))
  old.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = 3`)
  old.exec(
    "INSERT INTO charts (id, title, unit, steps, created_at, changed_at) VALUES ('a', '旧', '', 0, 1, 1)",
  )
  old.close()
  const { charts, links } = sqliteTables(openDatabase(directory))
  const link = { id: 'l', hash: 'h', chart: 'a', role: 'viewer' as const, name: '', createdAt: 1 }
  links.create(link)
  links.revoke('l', 5)
  charts.describe('a', { title: '新', unit: '', steps: 1, changedAt: 2 })
  expect(links.find('l')).toMatchObject({ revokedAt: 5 })
  expect(rowsOf(databaseFile(directory)).rows).toEqual([])
  charts.remove('a', 1)
  charts.purge(2)
  expect(rowsOf(databaseFile(directory)).rows).toEqual([])
})

it('[DT3] a log that is cut short, or has a flipped bit, is seen after a kill', () => {
  const directory = freshDirectory()
  const { database } = filled(directory)
  const [cut, flip, whole] = ['cut', 'flip', 'whole'].map((name) => {
    // As a killed process leaves it: the files are copied while it lives.
    const copy = `${directory}-${name}`
    cpSync(directory, copy, { recursive: true })
    return copy
  }) as [string, string, string]
  database.close()
  truncateSync(`${databaseFile(cut)}-wal`, statSync(`${databaseFile(cut)}-wal`).size - 5000)
  const wal = readFileSync(`${databaseFile(flip)}-wal`)
  wal[wal.length - 2000]! ^= 4
  writeFileSync(`${databaseFile(flip)}-wal`, wal)
  expect([walIsCut(cut), walIsCut(flip), walIsCut(whole)]).toEqual([true, true, false])
})

it('[DT4] only the owner may look into the data directory and its files', () => {
  const directory = `${freshDirectory()}/data`
  mkdirSync(directory, { mode: 0o755 })
  const lock = lockDirectory(directory)
  const { database } = filled(directory)
  const modes = readdirSync(directory).map((name) => statSync(`${directory}/${name}`).mode & 0o777)
  expect(new Set(modes)).toEqual(new Set([0o600]))
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  expect(statSync(lockFile(directory)).mode & 0o777).toBe(0o600)
  database.close()
  lock.release()
})

it('[DT5] a backup a day, tried by restoring it, fourteen kept; the doctor finds in it what is damaged', async () => {
  const directory = freshDirectory()
  const folder = `${freshDirectory()}/backups`
  filled(directory).database.close()
  for (let day = 11; day < 26; day += 1) {
    expect(await backUpOf(`2026-03-${day}`, { directory }, folder)).toEqual({
      file: `${folder}/qingquan-2026-03-${day}.bak`,
      harms: 0,
    })
    expect(await backUpOf(`2026-03-${day}`, { directory }, folder)).toBeUndefined()
  }
  expect(backupsIn(folder)).toHaveLength(14)
  expect(backupsIn(folder)[0]).toBe(`${folder}/qingquan-2026-03-25.bak`)
  flipped(directory, words.powers)
  const [harmed] = rowsOf(databaseFile(directory)).rows
  expect(harmed).toEqual({ table: 'powers', key: 'w' })
  expect(backupWith(harmed!, backupsIn(folder))).toBe(`${folder}/qingquan-2026-03-25.bak`)
  // What is damaged already (the power, and the change that made it) is kept as it is, and takes none of
  // the older ones away.
  expect((await backUpOf('2026-03-26', { directory }, folder))?.harms).toBe(2)
  expect(backupsIn(folder)).toHaveLength(15)
})
