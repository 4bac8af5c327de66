import { expect, it } from 'vitest'
import { openDatabase } from '../../../src/server/store/database.ts'
import { sqliteTables } from '../../../src/server/store/sqliteTables.ts'
import type { KeptPublication } from '../../../src/server/store/tables.ts'
import { aChart, entry, freshDirectory, writer } from './parts.ts'

const content = { json: '{}', svg: '', txt: '', html: '' }

function publication(id: string, at: number): KeptPublication {
  return {
    id,
    chart: 'a',
    at,
    revision: 'r',
    hash: '',
    title: '',
    view: 'flow',
    reviewedBy: '',
    approver: '',
  }
}

it('[TM2] what was written later stands first and holds, although the clock was set back between', () => {
  const { charts, log, publications, revisions, links, powers } = sqliteTables(openDatabase(freshDirectory()))
  charts.create(aChart('a'), undefined, [])
  const write = writer(1)
  for (const [id, at] of [
    ['早', 2_000_000],
    ['晚', 1_000_000],
  ] as const) {
    const change = { root: 'steps', id: 's', field: 'name', after: id }
    log.append([entry('a', write(id, 1), { at, changes: [change] })])
    const revision = { id, chart: 'a', at, kind: 'auto' as const, name: '', authors: [], hash: '', file: '' }
    revisions.add(revision)
    publications.add(publication(id, at), content)
    links.create({ id, hash: id, chart: 'a', role: 'viewer', name: '', createdAt: at })
  }
  expect(publications.current('a')?.id).toBe('晚')
  expect(publications.list('a').map(({ id }) => id)).toEqual(['晚', '早'])
  expect(powers.charts()[0]?.version.endsWith('/晚')).toBe(true)
  expect(revisions.list('a', undefined, 9).map(({ id }) => id)).toEqual(['晚', '早'])
  expect(log.journal('a', { since: 0 }, 10).entries.map(({ changes }) => changes[0]?.after)).toEqual([
    '晚',
    '早',
  ])
  expect(links.list('a').map(({ id }) => id)).toEqual(['早', '晚'])
})
