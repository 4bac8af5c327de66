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

  it('[ST14] count a user once, and tell what has ended', () => {
    const { links } = sqliteTables(openDatabase(freshDirectory()))
    const link = { hash: 'h', role: 'viewer', name: '', createdAt: 1, scope: 'unit' } as const
    links.create({
      ...link,
      id: 'l',
      maxUses: 1,
      expiresAt: 50,
      catalogue: 'edit',
      publishes: true,
      copies: 'lock',
    })
    expect([links.useOnce('l', 'a', 2), links.useOnce('l', 'a', 3), links.useOnce('l', 'b', 4)]).toEqual([
      true,
      true,
      false,
    ])
    expect(links.uses('l')).toMatchObject([{ at: 2 }])
    expect(links.find('l')).toMatchObject({
      scope: 'unit',
      catalogue: 'edit',
      publishes: true,
      copies: 'lock',
    })
    expect([links.endedBetween(40, 49), links.endedBetween(40, 50)]).toEqual([[], [undefined]])
  })

  it('[ST14] end by lack of use, and when they are told to', () => {
    const { people } = sqliteTables(openDatabase(freshDirectory()))
    people.create({ id: 'p', name: '张三', post: '' }, 1)
    for (const hash of ['a'.repeat(20), 'b'.repeat(20)]) people.begin(hash, 'p', 10)
    expect(people.bySession('a'.repeat(20), 8_000_000, 5)).toBeDefined()
    expect(people.bySession('b'.repeat(20), 8_000_000, 11)).toBeUndefined()
    expect(people.bySession('a'.repeat(20), 8_000_000, 11)).toBeDefined()
    expect([people.endSession('a'.repeat(16)), people.endSession('a'.repeat(16))]).toEqual([true, false])
    expect(people.sessions(0)).toEqual([])
  })
})
