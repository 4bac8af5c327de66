import { describe, expect, it } from 'vitest'
import type { ControlEvent } from '../../../src/model/control/controlEvent.ts'
import { openDatabase } from '../../../src/server/store/database.ts'
import { integrityCheck } from '../../../src/server/store/integrityCheck.ts'
import { migrations } from '../../../src/server/store/schema.ts'
import { harmedRows } from '../../../src/server/store/seals.ts'
import { sqliteTables } from '../../../src/server/store/sqliteTables.ts'
import { databaseOfVersion, freshDirectory } from './parts.ts'

const ended: ControlEvent = { kind: 'ended', measure: 'm', from: '2026-01-01', at: 1 }
const facts = { title: '图', unit: '', office: '', hash: 'h' }

describe('[CN10] what is kept of 防控', () => {
  it('comes to a database of an earlier version, which could be examined before', () => {
    const directory = freshDirectory()
    const before = databaseOfVersion(directory, 8)
    before.exec(
      "INSERT INTO charts (id, title, unit, steps, created_at, changed_at) VALUES ('a', '旧', '', 1, 1, 1)",
    )
    // A backup of that version is examined as it is.
    expect(() => harmedRows(before)).not.toThrow()
    before.close()
    const database = openDatabase(directory)
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length })
    const { control, charts } = sqliteTables(database)
    expect(control.charts()).toEqual([{ id: 'a', changedAt: 1, seq: 0 }])
    expect(control.add('a', 0, ended, { id: 'e', bytes: new Uint8Array([1, 2]) })).toBe(true)
    expect(control.add('a', 0, ended, { id: 'f', bytes: new Uint8Array([3]) })).toBe(false)
    expect(control.plan('a', 1, { events: [ended], through: 4, facts })).toBe(true)
    expect(control.list('a')).toEqual([ended, ended])
    expect([control.file('e'), control.file('f')]).toEqual([new Uint8Array([1, 2]), undefined])
    expect(control.charts()[0]?.seen).toEqual({ through: 4, facts })
    expect(integrityCheck(database).rows).toEqual([])
    // A purged chart leaves nothing behind.
    charts.remove('a', 5)
    charts.purge(6)
    expect([control.list('a'), control.file('e')]).toEqual([[], undefined])
  })
})
