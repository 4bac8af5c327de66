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
  it('[UN11] is kept field by field', () => {
    const { unit } = withCharts()
    expect([unit.read(), unit.emblem()]).toEqual([{}, undefined])
    unit.change({ name: '某局', style: 'blue' }, undefined)
    unit.change({ name: '某厅', emblem: 'e1' }, new Uint8Array([1, 2]))
    expect(unit.read()).toEqual({ name: '某厅', style: 'blue', emblem: 'e1' })
    expect(unit.emblem()).toEqual(new Uint8Array([1, 2]))
    unit.change({ style: null, emblem: null }, undefined)
    expect([unit.read(), unit.emblem()]).toEqual([{ name: '某厅' }, undefined])
  })

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
  it('[UN20] are refused to another chart in the transaction itself', () => {
    const { review } = withCharts()
    expect(review.add('a', 0, issued('甲〔2026〕1号', 1))).toBe(true)
    expect(review.add('b', 0, issued('甲〔2026〕1号', 2))).toBe(false)
    expect(review.list('b')).toEqual([])
    expect(review.add('b', 0, issued('甲〔2026〕2号', 2))).toBe(true)
    expect([
      review.takenElsewhere('甲〔2026〕2号', 'a'),
      review.takenElsewhere('甲〔2026〕2号', 'b'),
    ]).toEqual([true, false])
  })

  it('[UN21] are found by what they begin with, and the last one', () => {
    const { review } = withCharts()
    expect(review.lastNumber()).toBeUndefined()
    const numbers = ['甲〔2026〕9号', '甲〔2026〕10号', '甲乙〔2026〕1号', '甲〔2025〕3号', '乙〔2026〕1号']
    for (const [seq, number] of numbers.entries()) review.add('a', seq, issued(number, 10 - seq))
    expect([...review.numbersOf('甲〔2026〕')].sort()).toEqual(['甲〔2026〕10号', '甲〔2026〕9号'])
    expect(review.lastNumber()).toBe('甲〔2026〕9号')
  })

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
