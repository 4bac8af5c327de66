import { describe, expect, it } from 'vitest'
import type { PowerCase } from '../../../src/model/cases/powerCase.ts'
import { openDatabase } from '../../../src/server/store/database.ts'
import { migrations } from '../../../src/server/store/schema.ts'
import { sqliteTables } from '../../../src/server/store/sqliteTables.ts'
import { aChart, databaseOfVersion, freshDirectory } from './parts.ts'

function aCase(number: string, day: string, person = '张三'): PowerCase {
  const event = { step: '受理', start: `2026-03-${day}T09:00:00`, person, row: 0 }
  return { number, events: [event], suspensions: [], isClosed: false, isExtended: false }
}

function withChart() {
  const database = openDatabase(freshDirectory())
  const tables = sqliteTables(database)
  for (const id of ['a', 'b']) tables.charts.create(aChart(id), undefined, [])
  const countOf = (table: string) => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()!['n']
  return { database, ...tables, countOf }
}

const judged = {
  case: 'A1',
  key: 'skipped 审查',
  state: 'dismissed',
  reason: '补录',
  by: '王',
  at: 5,
} as const

describe('cases', () => {
  it('[CS4] are kept once, and take what is new', () => {
    const { cases } = withChart()
    expect(cases.bring('a', [aCase('A1', '02'), aCase('A2', '03')])).toEqual({
      added: 2,
      extended: 0,
      same: 0,
    })
    const longer = { ...aCase('A1', '02'), isClosed: true }
    expect(cases.bring('a', [longer, aCase('A2', '03')])).toEqual({ added: 0, extended: 1, same: 1 })
    const { cases: kept, total, names } = cases.page('a', 'A1', 10)
    expect([kept.map(({ number }) => number), total, [...names.values()]]).toEqual([['A2'], 2, ['张三']])
    expect(cases.page('b', '', 10).total).toBe(0)
  })

  it('[CS4] of which a finding was judged keep that over another import', () => {
    const { cases } = withChart()
    expect(cases.judge('a', judged)).toBe(false)
    cases.bring('a', [aCase('A1', '02')])
    expect(cases.judge('a', judged)).toBe(true)
    cases.bring('a', [aCase('A1', '04')])
    expect(cases.judgements('a')).toEqual([judged])
  })

  it('[CS2] have no name in their record', () => {
    const { database, cases } = withChart()
    cases.bring('a', [aCase('A1', '02', '张三、李四')])
    expect(String(database.prepare('SELECT record FROM cases').get()!['record'])).not.toMatch(/[张李]/)
    expect(new Set(cases.page('a', '', 1).names.values())).toEqual(new Set(['张三', '李四']))
  })

  it('[CS6] go when they are old, with what was said, the names and the settings', () => {
    const { cases, countOf } = withChart()
    cases.bring('a', [aCase('A1', '02')])
    cases.bring('b', [aCase('B1', '20')])
    cases.judge('a', judged)
    cases.keepSettings('a', { holdings: [{ person: '张三', post: '科长' }], choices: [], untraced: [] })
    cases.prune('2026-03-10T00:00:00')
    expect(['cases', 'case_persons', 'case_judgements', 'case_settings'].map(countOf)).toEqual([1, 1, 0, 0])
  })

  it('[CS6] go with their chart, and when they are taken away', () => {
    const { cases, charts, countOf } = withChart()
    for (const id of ['a', 'b']) {
      cases.bring(id, [aCase('A1', '02')])
      cases.judge(id, judged)
    }
    charts.remove('a', 1)
    charts.purge(2)
    cases.remove('b')
    expect(['cases', 'case_persons', 'case_judgements', 'case_settings'].map(countOf)).toEqual([0, 0, 0, 0])
  })

  it('[CS4] come to a database of an earlier version', () => {
    const directory = freshDirectory()
    databaseOfVersion(directory, 6).close()
    const database = openDatabase(directory)
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length })
    expect(sqliteTables(database).cases.page('a', '', 1)).toEqual({ cases: [], total: 0, names: new Map() })
  })
})
