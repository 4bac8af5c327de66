import { expect, it } from 'vitest'
import { backUp } from '../../../src/server/store/backup.ts'
import { openDatabase, openReader } from '../../../src/server/store/database.ts'
import { sqliteTables } from '../../../src/server/store/sqliteTables.ts'
import { aChart, entry, freshDirectory, writer } from './parts.ts'

it('[HI3] a backup holds no owners of client ids', () => {
  const directory = freshDirectory()
  const database = openDatabase(directory)
  const { charts } = sqliteTables(database)
  charts.create(aChart('a'), entry('a', writer(1)('受理', 1), { clients: [1] }), [])
  const file = `${directory}/copy`
  backUp(directory, file)
  const copy = openReader(file)
  expect(copy.prepare('SELECT count(*) AS n FROM clients').get()).toEqual({ n: 0 })
  expect(database.prepare('SELECT count(*) AS n FROM clients').get()).toEqual({ n: 1 })
  copy.close()
})
