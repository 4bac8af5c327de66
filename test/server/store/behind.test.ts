import { expect, it } from 'vitest'
import { backUp } from '../../../src/server/store/backup.ts'
import { openDatabase, openReader } from '../../../src/server/store/database.ts'
import { sqliteTables } from '../../../src/server/store/sqliteTables.ts'
import { aChart, entry, freshDirectory, writer } from './parts.ts'

it('[HI2] charts whose last updates no revision shows are found, with who wrote them', () => {
  const { charts, log } = sqliteTables(openDatabase(freshDirectory()))
  const write = writer(1)
  for (const id of ['a', 'b']) charts.create(aChart(id), entry(id, write(id, 1)), [])
  charts.keptThrough('a', charts.seqOf('a'))
  log.append([entry('a', write('甲', 1), { person: 'li' })])
  charts.keptThrough('b', charts.seqOf('b'))
  expect(charts.behind()).toEqual([{ id: 'a', people: ['li'] }])
  charts.keptThrough('a', charts.seqOf('a'))
  expect(charts.behind()).toEqual([])
})

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
