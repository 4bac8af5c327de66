import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { backUp, restore } from '../../../src/server/store/backup.ts'
import { openDatabase } from '../../../src/server/store/database.ts'
import { databaseFile } from '../../../src/server/store/paths.ts'
import { freshDirectory } from './parts.ts'

it('[CL7] a backup with a trigger that is not ours is named and not restored', () => {
  const from = freshDirectory()
  openDatabase(from).close()
  const sound = `${from}/sound.db`
  expect(backUp(from, sound).triggers).toEqual([])
  expect(restore(freshDirectory(), sound, 'keep').triggers).toEqual([])
  const strange = new DatabaseSync(databaseFile(from))
  strange.exec(
    'CREATE TRIGGER dropper AFTER INSERT ON updates BEGIN DELETE FROM updates WHERE seq = new.seq; END',
  )
  strange.close()
  const copy = `${from}/copy.db`
  expect(backUp(from, copy).triggers).toEqual(['dropper'])
  const to = freshDirectory()
  expect(() => restore(to, copy, 'keep')).toThrow('foreign')
  expect(existsSync(databaseFile(to))).toBe(false)
})
