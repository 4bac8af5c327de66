import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/server/store/database.ts'
import { sqliteTables } from '../../../src/server/store/sqliteTables.ts'
import { databaseOfVersion, freshDirectory } from './parts.ts'

describe('links and sessions', () => {
  it('[ST14] of an earlier version keep what they allowed, and nobody is logged out', () => {
    const directory = freshDirectory()
    const before = databaseOfVersion(directory, 3)
    before.exec(`
      INSERT INTO charts (id, title, unit, steps, created_at, changed_at) VALUES ('c', '', '', 1, 1, 1);
      INSERT INTO links (id, hash, chart, role, name, created_at) VALUES
        ('admin', 'h1', NULL, 'owner', '', 1), ('share', 'h2', 'c', 'editor', '', 1);
      INSERT INTO people VALUES ('p', '张三', '', 1);
      INSERT INTO sessions VALUES ('0123456789abcdef0123', 'p', 1);
    `)
    before.close()
    const { links, people } = sqliteTables(openDatabase(directory))
    expect(links.list(undefined)).toEqual([
      { id: 'admin', hash: 'h1', role: 'owner', name: '', createdAt: 1, useCount: 0 },
    ])
    expect(links.find('share')).toMatchObject({ chart: 'c', role: 'editor' })
    const now = Date.now()
    expect(people.bySession('0123456789abcdef0123', now, now - 60_000)).toMatchObject({ name: '张三' })
    expect(people.sessions(0)).toMatchObject([{ id: '0123456789abcdef', beganAt: 1 }])
  })
})
