import type { DatabaseSync } from 'node:sqlite'
import type { FindingJudgement, FindingState } from '../../model/cases/findingState.ts'
import { mergedCase } from '../../model/cases/mergedCase.ts'
import type { PowerCase } from '../../model/cases/powerCase.ts'
import { withPersons } from '../../model/cases/withPersons.ts'
import { expectSound, inTransaction } from './database.ts'
import type { SealedName } from './seals.ts'
import type { CaseSettings } from '../../model/cases/answers.ts'
import type { StoredRow } from './storedRows.ts'
import { mostCases, noCaseSettings, type CaseTable } from './caseTables.ts'

export function caseTable(database: DatabaseSync): CaseTable {
  const { tokenOf, names } = personsOf(database)
  const find = database.prepare('SELECT id, record FROM cases WHERE chart = ? AND number = ?')
  const keep = database.prepare(
    `INSERT INTO cases (chart, number, last, record) VALUES (?, ?, ?, ?)
     ON CONFLICT (chart, number) DO UPDATE SET last = excluded.last, record = excluded.record`,
  )
  const count = database.prepare('SELECT count(*) AS cases FROM cases WHERE chart = ?')
  const next = database.prepare(
    'SELECT id, record FROM cases WHERE chart = ? AND number > ? ORDER BY number LIMIT ?',
  )
  const total = (chart: string) => Number(count.get(chart)?.['cases'])
  /** Whether the case was new, longer than what was kept, or the same. */
  const bringOne = (chart: string, brought: PowerCase): 'added' | 'extended' | 'same' => {
    const row = find.get(chart, brought.number)
    if (row) expectSound(database, [{ table: 'cases', key: String(row['id']) }])
    const kept = row && caseIn(row)
    const merged = kept ? mergedCase(kept, brought) : brought
    if (merged === kept) return 'same'
    keep.run(chart, merged.number, merged.events.at(-1)?.start ?? '', JSON.stringify(merged))
    return kept ? 'extended' : 'added'
  }
  return {
    bring: (chart, cases) =>
      inTransaction(database, () => {
        const fresh = cases.filter(({ number }) => find.get(chart, number) === undefined).length
        if (total(chart) + fresh > mostCases) return undefined
        const brought = { added: 0, extended: 0, same: 0 }
        const told = withPersons({ cases, holdings: [] }, (name) => tokenOf(chart, name))
        for (const one of told.cases) brought[bringOne(chart, one)] += 1
        return brought
      }),
    page: (chart, after, atMost) => ({
      cases: soundIn(database, 'cases', next.all(chart, after, atMost)).map(caseIn),
      total: total(chart),
      names: names(chart),
    }),
    ...removals(database),
    ...judgements(database),
    ...settingsOf(database),
  }
}

function removals(database: DatabaseSync): Pick<CaseTable, 'remove' | 'prune'> {
  const drop = ['cases', 'case_persons', 'case_settings'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE chart = ?`),
  )
  const prune = database.prepare('DELETE FROM cases WHERE last < ?')
  // Names without a case are nobody's business any more.
  const forget = database.prepare(
    'DELETE FROM case_persons WHERE NOT EXISTS (SELECT 1 FROM cases WHERE cases.chart = case_persons.chart)',
  )
  const forgetSettings = database.prepare(
    'DELETE FROM case_settings WHERE NOT EXISTS (SELECT 1 FROM cases WHERE cases.chart = case_settings.chart)',
  )
  return {
    remove: (chart) =>
      inTransaction(database, () => {
        for (const statement of drop) statement.run(chart)
      }),
    prune: (before) =>
      inTransaction(database, () => {
        if (Number(prune.run(before).changes) === 0) return
        forget.run()
        forgetSettings.run()
      }),
  }
}

function judgements(database: DatabaseSync): Pick<CaseTable, 'judge' | 'judgements'> {
  const has = database.prepare('SELECT 1 FROM cases WHERE chart = ? AND number = ?')
  const add = database.prepare(
    `INSERT INTO case_judgements (chart, number, key, state, reason, person, at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const list = database.prepare('SELECT * FROM case_judgements WHERE chart = ? ORDER BY id')
  return {
    judge: (chart, { case: number, key, state, reason, by, at }) =>
      inTransaction(database, () => {
        if (has.get(chart, number) === undefined) return false
        add.run(chart, number, key, state, reason, by, at)
        return true
      }),
    judgements: (chart) => soundIn(database, 'case_judgements', list.all(chart)).map(judgementOf),
  }
}

export function judgementOf(row: StoredRow): FindingJudgement {
  return {
    case: String(row['number']),
    key: String(row['key']),
    state: row['state'] as FindingState,
    reason: String(row['reason']),
    by: String(row['person']),
    at: Number(row['at']),
  }
}

function settingsOf(database: DatabaseSync): Pick<CaseTable, 'settings' | 'keepSettings'> {
  const read = database.prepare('SELECT value FROM case_settings WHERE chart = ?')
  const keep = database.prepare(
    `INSERT INTO case_settings (chart, value) VALUES (?, ?)
     ON CONFLICT (chart) DO UPDATE SET value = excluded.value`,
  )
  return {
    settings: (chart) => {
      const row = read.get(chart)
      if (!row) return noCaseSettings
      expectSound(database, [{ table: 'case_settings', key: chart }])
      return caseSettingsIn(row)
    },
    keepSettings: (chart, settings) => void keep.run(chart, JSON.stringify(settings)),
  }
}

export function caseSettingsIn(row: StoredRow): CaseSettings {
  return JSON.parse(String(row['value'])) as CaseSettings
}

/** Names of persons as numbers: a record that lies about tells nobody's name. */
function personsOf(database: DatabaseSync) {
  const find = database.prepare('SELECT id FROM case_persons WHERE chart = ? AND name = ?')
  const add = database.prepare('INSERT INTO case_persons (chart, name) VALUES (?, ?) RETURNING id')
  const list = database.prepare('SELECT id, name FROM case_persons WHERE chart = ?')
  return {
    tokenOf: (chart: string, name: string) => String((find.get(chart, name) ?? add.get(chart, name))!['id']),
    names: (chart: string): ReadonlyMap<string, string> =>
      new Map(
        soundIn(database, 'case_persons', list.all(chart)).map((row) => [
          String(row['id']),
          String(row['name']),
        ]),
      ),
  }
}

/** Rows as they were written. Throws `StoreError('damaged')`. */
function soundIn<R extends StoredRow>(
  database: DatabaseSync,
  table: SealedName,
  rows: readonly R[],
): readonly R[] {
  expectSound(
    database,
    rows.map(({ id }) => ({ table, key: String(id) })),
  )
  return rows
}

export function caseIn(row: StoredRow): PowerCase {
  return JSON.parse(String(row['record'])) as PowerCase
}
