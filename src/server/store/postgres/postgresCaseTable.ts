import { mergedCase } from '../../../model/cases/mergedCase.ts'
import type { PowerCase } from '../../../model/cases/powerCase.ts'
import { withPersons } from '../../../model/cases/withPersons.ts'
import { caseIn, caseSettingsIn, judgementOf } from '../caseTable.ts'
import { mostCases, noCaseSettings, type CaseTable } from '../caseTables.ts'
import type { Later } from '../tables.ts'
import type { PostgresDatabase } from './postgresDatabase.ts'
import { withoutNul, type PostgresQuery } from './postgresQuery.ts'

export function postgresCaseTable(database: PostgresDatabase): Later<CaseTable> {
  const { query, reading, writing } = database
  return {
    bring: (chart, cases) => writing((on) => bring(on, chart, cases)),
    page: (chart, after, atMost) =>
      reading(async (on) => {
        const { rows } = await on(
          'SELECT record FROM cases WHERE chart = $1 AND number > $2 ORDER BY number LIMIT $3',
          [chart, after, atMost],
        )
        const names = await on('SELECT id, name FROM case_persons WHERE chart = $1', [chart])
        return {
          cases: rows.map(caseIn),
          total: await totalOf(on, chart),
          names: new Map(names.rows.map((row) => [String(row['id']), String(row['name'])])),
        }
      }),
    ...removals(database),
    judge: (chart, { case: number, key, state, reason, by, at }) =>
      writing(async (on) => {
        const { count } = await on(
          `INSERT INTO case_judgements (chart, number, key, state, reason, person, at)
           SELECT chart, number, $3, $4, $5, $6, $7::bigint FROM cases WHERE chart = $1 AND number = $2`,
          [chart, number, key, state, reason, by, at],
        )
        return count > 0
      }),
    judgements: async (chart) => {
      const { rows } = await query('SELECT * FROM case_judgements WHERE chart = $1 ORDER BY id', [chart])
      return rows.map(judgementOf)
    },
    settings: async (chart) => {
      const { rows } = await query('SELECT value FROM case_settings WHERE chart = $1', [chart])
      return rows[0] ? caseSettingsIn(rows[0]) : noCaseSettings
    },
    keepSettings: (chart, settings) =>
      writing(
        async (on) =>
          void (await on(
            `INSERT INTO case_settings (chart, value) VALUES ($1, $2)
             ON CONFLICT (chart) DO UPDATE SET value = excluded.value`,
            [chart, JSON.stringify(settings)],
          )),
      ),
  }
}

function removals({ writing }: PostgresDatabase): Pick<Later<CaseTable>, 'remove' | 'prune'> {
  return {
    remove: (chart) =>
      writing(async (on) => {
        for (const table of ['cases', 'case_persons', 'case_settings'])
          await on(`DELETE FROM ${table} WHERE chart = $1`, [chart])
      }),
    prune: (before) =>
      writing(async (on) => {
        if ((await on('DELETE FROM cases WHERE last < $1', [before])).count === 0) return
        // Names without a case are nobody's business any more.
        await on(forgotten('case_persons'))
        await on(forgotten('case_settings'))
      }),
  }
}

/** A few statements, however many cases: 200,000 of them would wait for as many answers. */
async function bring(on: PostgresQuery, chart: string, cases: readonly PowerCase[]) {
  const { rows } = await on('SELECT number, record FROM cases WHERE chart = $1 AND number = ANY($2)', [
    chart,
    cases.map(({ number }) => number),
  ])
  const kept = new Map(rows.map((row) => [String(row['number']), caseIn(row)]))
  const fresh = cases.filter(({ number }) => !kept.has(withoutNul(number))).length
  if ((await totalOf(on, chart)) + fresh > mostCases) return undefined
  const told = await withTokens(on, chart, cases)
  const brought = { added: 0, extended: 0, same: 0 }
  const changed = new Map<string, PowerCase>()
  for (const one of told) {
    const number = withoutNul(one.number)
    const before = kept.get(number)
    const merged = before ? mergedCase(before, one) : one
    brought[before === undefined ? 'added' : merged === before ? 'same' : 'extended'] += 1
    if (merged === before) continue
    kept.set(number, merged)
    changed.set(number, merged)
  }
  const all = [...changed]
  await on(
    `INSERT INTO cases (chart, number, last, record)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[])
     ON CONFLICT (chart, number) DO UPDATE SET last = excluded.last, record = excluded.record`,
    [
      chart,
      all.map(([number]) => number),
      all.map(([, one]) => one.events.at(-1)?.start ?? ''),
      all.map(([, one]) => JSON.stringify(one)),
    ],
  )
  return brought
}

/** With numbers in place of the names of persons, which stand apart. */
async function withTokens(
  on: PostgresQuery,
  chart: string,
  cases: readonly PowerCase[],
): Promise<readonly PowerCase[]> {
  const names = new Set<string>()
  withPersons({ cases, holdings: [] }, (name) => {
    names.add(withoutNul(name))
    return ''
  })
  await on(
    'INSERT INTO case_persons (chart, name) SELECT $1, * FROM unnest($2::text[]) ON CONFLICT DO NOTHING',
    [chart, [...names]],
  )
  const { rows } = await on('SELECT id, name FROM case_persons WHERE chart = $1', [chart])
  const tokens = new Map(rows.map((row) => [String(row['name']), String(row['id'])]))
  return withPersons({ cases, holdings: [] }, (name) => tokens.get(withoutNul(name)) ?? '').cases
}

/** What is left of a chart that has no cases any more. */
function forgotten(table: 'case_persons' | 'case_settings'): string {
  return `DELETE FROM ${table} WHERE NOT EXISTS (SELECT 1 FROM cases WHERE cases.chart = ${table}.chart)`
}

async function totalOf(on: PostgresQuery, chart: string): Promise<number> {
  const { rows } = await on('SELECT count(*) AS cases FROM cases WHERE chart = $1', [chart])
  return Number(rows[0]?.['cases'])
}
