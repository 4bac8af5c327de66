import { describe, expect, it } from 'vitest'
import type { ReviewEvent } from '../../../src/model/review/review.ts'
import { openDatabase } from '../../../src/server/store/database.ts'
import { migrations } from '../../../src/server/store/schema.ts'
import { sqliteTables } from '../../../src/server/store/sqliteTables.ts'
import { databaseOfVersion, aChart, freshDirectory } from './parts.ts'

const by = { id: 'z', name: '张三', post: '' }

function issued(number: string, at: number): ReviewEvent {
  const notice = {
    what: 'warning',
    colour: 'red',
    addressee: '甲',
    marks: [],
    deadline: '2026-12-01',
  } as const
  return { kind: 'issued', by, at, text: '', notice: { ...notice, id: number, number } }
}

function withCharts() {
  const database = openDatabase(freshDirectory())
  const tables = sqliteTables(database)
  for (const id of ['a', 'b']) tables.charts.create(aChart(id), undefined, [])
  return { database, ...tables }
}

describe('the unit', () => {
  it('[UN13] comes to a database of an earlier version, whose notices are numbered on', () => {
    const directory = freshDirectory()
    const before = databaseOfVersion(directory, 2)
    // As earlier versions allowed: two charts with one number.
    const insert = before.prepare('INSERT INTO review_events (chart, seq, event) VALUES (?, 1, ?)')
    for (const id of ['a', 'b']) {
      before.exec(
        `INSERT INTO charts (id, title, unit, steps, created_at, changed_at) VALUES ('${id}', '', '', 1, 1, 1)`,
      )
      insert.run(id, JSON.stringify(issued('甲〔2026〕7号', 1)))
    }
    before.close()
    const database = openDatabase(directory)
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length })
    const { unit, review } = sqliteTables(database)
    unit.change({ name: '某局' }, undefined)
    expect(unit.read()).toEqual({ name: '某局' })
    expect(review.numbersOf('甲〔2026〕')).toEqual(['甲〔2026〕7号', '甲〔2026〕7号'])
  })
})

describe('numbers of notices', () => {
  it('[UN20] are looked up in their index, not in every event of every chart', () => {
    const { database } = withCharts()
    const number = `event ->> '$.notice.number'`
    const plan = database
      .prepare(
        `EXPLAIN QUERY PLAN SELECT 1 FROM review_events WHERE event ->> '$.kind' = 'issued' AND ${number} = ? AND chart <> ? LIMIT 1`,
      )
      .all('x', 'a')
    expect(JSON.stringify(plan)).toContain('notice_numbers')
  })
})
