import type { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it } from 'vitest'
import { compactionSteps } from '../../../src/server/store/compaction.ts'
import { openDatabase } from '../../../src/server/store/database.ts'
import { integrityCheck } from '../../../src/server/store/integrityCheck.ts'
import { sqliteTables } from '../../../src/server/store/sqliteTables.ts'
import type { Tables } from '../../../src/server/store/tables.ts'
import { aChart, contentOf, ended, entry, freshDirectory, started, writer } from './parts.ts'

let directory: string
let database: DatabaseSync
let tables: Tables
let write: ReturnType<typeof writer>

const append = (key: string, value: unknown) => tables.log.append([entry('c', write(key, value))])
const content = () => contentOf(tables.log.read('c'))
const count = (table: string) => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']
const everyStep = compactionSteps.map(({ name }) => name)

beforeEach(() => {
  directory = freshDirectory()
  reopen()
  tables.charts.create(aChart('c'), undefined, [])
  write = writer(1)
})

function reopen(): void {
  if (database?.isOpen) database.close()
  database = openDatabase(directory)
  tables = sqliteTables(database)
}

/** A chart with a snapshot and updates after it; some of what was written is deleted again. */
function worked(): void {
  for (let n = 0; n < 30; n += 1) append(`环节${n % 7}`, { name: `第 ${n} 稿` })
  tables.log.compact('c')
  for (let n = 30; n < 60; n += 1) append(`环节${n % 11}`, `第 ${n} 稿`)
}

/** One bit, where it does not change the length of anything. */
function flip(table: string, where = 'true'): void {
  const row = database.prepare(`SELECT rowid AS place, bytes FROM ${table} WHERE ${where} LIMIT 1`).get()!
  const bytes = row['bytes'] as Uint8Array
  bytes[bytes.length >> 1]! ^= 1
  database.prepare(`UPDATE ${table} SET bytes = ? WHERE rowid = ?`).run(bytes, row['place']!)
}

/** The steps up to this one, in this process. */
function stepsUpTo(last: string): void {
  let compaction = { chart: 'c' }
  for (const { run } of compactionSteps.slice(0, everyStep.indexOf(last) + 1))
    compaction = run(database, compaction)
}

describe('a compaction', () => {
  it('[ST4] says the same in one snapshot', () => {
    worked()
    const before = content()
    const { seq } = tables.log.read('c')
    expect(tables.log.compact('c')).toBe(true)
    expect([count('snapshots'), count('updates'), content()]).toEqual([1, 0, before])
    expect(tables.log.read('c').seq).toBe(seq)
    append('之后', 1)
    expect([content(), tables.log.read('c').seq]).toEqual([{ ...before, 之后: 1 }, seq + 1])
    expect(tables.log.compact('nowhere')).toBe(false)
  })

  it('[ST4] forgets what was deleted', () => {
    for (const value of ['秘密', '公开']) append('a', { name: value })
    tables.log.compact('c')
    const { snapshot } = tables.log.read('c')
    expect(new TextDecoder().decode(snapshot)).toContain('公开')
    expect(new TextDecoder().decode(snapshot)).not.toContain('秘密')
  })

  it.each(everyStep)('[ST4] may be killed after “%s”', async (step) => {
    worked()
    const before = content()
    database.close()
    expect(await ended(started(new URL('./compacting.ts', import.meta.url), directory, step))).toBe('SIGKILL')
    reopen()
    expect(content()).toEqual(before)
    expect(integrityCheck(database).wrong).toEqual([])
    // It goes on where it was, and the next compaction leaves nothing of this one.
    append('之后', 1)
    expect(content()).toEqual({ ...before, 之后: 1 })
    tables.log.compact('c')
    expect([count('snapshots'), count('updates'), content()]).toEqual([1, 0, { ...before, 之后: 1 }])
  })

  it('[ST4] takes nothing away when the snapshot says something else', () => {
    worked()
    const before = [count('updates'), content()]
    const other = sqliteTables(database)
    const steps = compactionSteps.map((step) =>
      step.name === 'merge'
        ? {
            ...step,
            run: (...[, compaction]: Parameters<typeof step.run>) => ({
              ...compaction,
              merged: writer(2)('x', 1),
            }),
          }
        : step,
    )
    let compaction = { chart: 'c' }
    expect(() => {
      for (const { run } of steps) compaction = run(database, compaction)
    }).toThrow(expect.objectContaining({ fault: 'damaged' }))
    expect([count('updates'), contentOf(other.log.read('c'))]).toEqual(before)
    expect(count('snapshots')).toBe(1)
  })
})

describe('a harmed chart', () => {
  it.each(['write', 'verify'])('[ST5] is read from the older snapshot and the log, after “%s”', (step) => {
    worked()
    const before = content()
    stepsUpTo(step)
    flip('snapshots', 'id = (SELECT max(id) FROM snapshots)')
    expect(content()).toEqual(before)
    expect(integrityCheck(database).wrong).toMatchObject([{ id: 'c', harms: [{ kind: 'snapshot' }] }])
    expect([tables.log.compact('c'), content(), count('snapshots')]).toEqual([true, before, 1])
  })

  it.each([
    ['a flipped bit in the snapshot', () => flip('snapshots')],
    ['a flipped bit in an update', () => flip('updates', 'seq = 40')],
    ['an update that is missing', () => database.exec('DELETE FROM updates WHERE seq = 40')],
    ['the last update missing', () => database.exec('DELETE FROM updates WHERE seq = 60')],
    ['no snapshot', () => database.exec('DELETE FROM snapshots')],
  ])('[ST5] is never read in part: %s', (_, harm) => {
    worked()
    expect(Object.keys(content())).toHaveLength(11)
    harm()
    const damaged = expect.objectContaining({ name: 'StoreError', fault: 'damaged' })
    const before = [count('updates'), count('snapshots')]
    expect(() => tables.log.read('c')).toThrow(damaged)
    expect(() => tables.log.compact('c')).toThrow(damaged)
    expect([count('updates'), count('snapshots')]).toEqual(before)
    expect(integrityCheck(database).wrong[0]?.harms.at(-1)).toEqual({ kind: 'unreadable' })
  })
})
