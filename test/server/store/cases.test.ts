import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/server/store/database.ts'
import { migrations } from '../../../src/server/store/schema.ts'
import { sqliteTables } from '../../../src/server/store/sqliteTables.ts'
import { databaseOfVersion, freshDirectory } from './parts.ts'

describe('cases', () => {
  it('[CS4] come to a database of an earlier version', () => {
    const directory = freshDirectory()
    databaseOfVersion(directory, 6).close()
    const database = openDatabase(directory)
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length })
    expect(sqliteTables(database).cases.page('a', '', 1)).toEqual({ cases: [], total: 0, names: new Map() })
  })
})
