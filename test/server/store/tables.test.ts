import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/server/store/database.ts'
import { sqliteTables } from '../../../src/server/store/sqliteTables.ts'
import type { NewKeptLink } from '../../../src/server/store/tables.ts'
import { aChart, contentOf, entry, freshDirectory, writer } from './parts.ts'

function opened() {
  const database = openDatabase(freshDirectory())
  return { database, tables: sqliteTables(database) }
}

const link = (id: string, more: Partial<NewKeptLink> = {}): NewKeptLink => ({
  id,
  hash: `hash of ${id}`,
  role: 'editor',
  name: '给财务科的链接',
  createdAt: 5,
  ...more,
})

const changes = (after: string) => [{ root: 'steps', id: 's', field: 'name', after }]

describe('charts', () => {
  it('[ST2] are made with their first update and their links, or not at all', () => {
    const { charts, log, links } = opened().tables
    const first = entry('a', writer(1)('受理', 1), { clients: [1] })
    expect(charts.create(aChart('a'), first, [link('l', { chart: 'a' })])).toBe(true)
    expect(charts.find('a')).toEqual(aChart('a'))
    expect(contentOf(log.read('a'))).toEqual({ 受理: 1 })
    expect(links.list('a')).toEqual([{ ...link('l', { chart: 'a' }), useCount: 0 }])
    expect(charts.create(aChart('a', { title: '别的' }), first, [])).toBe(false)
    expect(charts.find('a')?.title).toBe('图 a')
    // The hash is taken: nothing of the chart stays.
    expect(() => charts.create(aChart('b'), undefined, [link('m', { hash: 'hash of l' })])).toThrow()
    expect(charts.find('b')).toBeUndefined()
  })

  it('are described, put in the bin and back; the last changed stands first', () => {
    const { charts } = opened().tables
    charts.create(aChart('a'), undefined, [])
    charts.create(aChart('b'), undefined, [])
    charts.describe('b', { title: '新名', unit: '某院', steps: 9, changedAt: 7 })
    charts.remove('a', 20)
    charts.remove('a', 30)
    expect(charts.list()).toEqual([
      aChart('b', { title: '新名', unit: '某院', steps: 9, changedAt: 7 }),
      aChart('a', { deletedAt: 20 }),
    ])
    charts.putBack('a')
    expect(charts.find('a')).toEqual(aChart('a'))
  })

  it('stand in a folder, or as a template, whatever is described of them', () => {
    const { charts } = opened().tables
    charts.create(aChart('a', { sketch: 't0|' }), undefined, [])
    charts.place('a', { folder: '行政许可', isTemplate: true })
    charts.describe('a', { title: '新名', unit: '', steps: 2, changedAt: 7 })
    expect(charts.find('a')).toMatchObject({ folder: '行政许可', isTemplate: true, sketch: 't0|' })
    charts.place('a', { folder: '' })
    expect(charts.find('a')).not.toHaveProperty('folder')
    charts.place('a', { isTemplate: false })
    expect(charts.find('a')).toEqual(
      aChart('a', { title: '新名', unit: '', steps: 2, changedAt: 7, sketch: 't0|' }),
    )
  })

  it('[ST9] leave nothing behind when they are purged', () => {
    const { database, tables } = opened()
    const { charts, log, links, people, revisions } = tables
    people.create({ id: 'p', name: '张三', post: '科员' }, 1)
    for (const id of ['a', 'b']) {
      const change = { root: 'steps', id: 's', field: 'name', before: '审', after: '审查' }
      const first = entry(id, writer(1)('受理', 1), { clients: [1], changes: [change] })
      charts.create(aChart(id), first, [link(`l${id}`, { chart: id })])
      log.compact(id)
      log.append([entry(id, writer(2)('审查', 1))])
      links.use(`l${id}`, 'p', 3)
      revisions.add({
        id: `r${id}`,
        chart: id,
        at: 1,
        kind: 'auto',
        name: '',
        authors: [],
        hash: '',
        file: '',
      })
    }
    charts.remove('a', 100)
    charts.remove('b', 200)
    expect(charts.purge(200)).toEqual(['a'])
    expect(charts.list().map(({ id }) => id)).toEqual(['b'])
    const kept = ['charts', 'updates', 'snapshots', 'clients', 'journal', 'links', 'link_uses', 'revisions']
    for (const table of kept)
      expect([table, database.prepare(`SELECT count(*) AS n FROM ${table}`).get()]).toEqual([table, { n: 1 }])
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  })
})

describe('the log', () => {
  it('[ST2] takes all entries of an append or none, and numbers them for each chart', () => {
    const { charts, log } = opened().tables
    charts.create(aChart('a'), undefined, [])
    charts.create(aChart('b'), undefined, [])
    const [zhang, li] = [writer(1), writer(2)]
    log.append([entry('a', zhang('x', 1)), entry('b', li('y', 1)), entry('a', zhang('x', 2))])
    expect(() => log.append([entry('a', zhang('x', 3)), entry('nowhere', li('y', 2))])).toThrow('nowhere')
    expect(contentOf(log.read('a'))).toEqual({ x: 2 })
    expect([log.read('a').seq, log.read('b').seq, log.read('nowhere').seq]).toEqual([2, 1, 0])
  })

  it('[ST2] binds a client id to whoever comes first, in each chart', () => {
    const { charts, log } = opened().tables
    charts.create(aChart('a'), undefined, [])
    charts.create(aChart('b'), undefined, [])
    const update = writer(1)('x', 1)
    const largest = 2 ** 32 - 1
    log.append([entry('a', update, { clients: [7, largest] })])
    log.append([
      entry('a', update, { person: 'li', clients: [7, 8] }),
      entry('b', update, { person: 'li', clients: [7] }),
    ])
    expect(log.read('a').clients).toEqual([
      [7, 'zhang'],
      [8, 'li'],
      [largest, 'zhang'],
    ])
    expect(log.read('b').clients).toEqual([[7, 'li']])
  })

  it('[ST4] keeps who changed what, through a compaction', () => {
    const { charts, log, people } = opened().tables
    people.create({ id: 'zhang', name: '张三', post: '科员' }, 1)
    charts.create(aChart('a'), undefined, [])
    const zhang = writer(1)
    for (const at of [1, 2, 3]) log.append([entry('a', zhang('x', at), { at, changes: changes(`第${at}`) })])
    log.append([
      entry('a', zhang('x', 4), { at: 4, person: 'li', changes: changes('第4') }),
      entry('a', zhang('x', 5)),
    ])
    expect([log.compact('a'), log.compact('a')]).toEqual([true, false])
    expect(log.journal('a', { since: 1 }, 2)).toEqual({
      entries: [
        { at: 4, author: 'li', changes: changes('第4') },
        { at: 3, author: '张三', changes: changes('第3') },
      ],
      older: 3,
    })
    expect(log.journal('a', { since: 0 }, 100).entries).toHaveLength(4)
    expect(log.journal('a', { since: 0, before: 3 }, 100).entries.map(({ at }) => at)).toEqual([2, 1])
    expect([log.changedSince('a', 2), log.changedSince('a', 4)]).toEqual([3, undefined])
  })

  it('[ST13] keeps what merging overruled, with names, the newest of a chart', () => {
    const { charts, log, people } = opened().tables
    people.create({ id: 'zhang', name: '张三', post: '科员' }, 1)
    charts.create(aChart('a'), undefined, [])
    const zhang = writer(1)
    const spot = { root: 'steps', id: 's', field: 'note' }
    const lost = (value: string) => ({
      ...spot,
      kept: { by: 'li', value: '留' },
      lost: { by: 'zhang', value },
    })
    log.append([entry('a', zhang('x', 1), { at: 1, conflicts: [lost('一'), lost('二')] })])
    expect(log.conflicts('a', 1)).toEqual([
      { ...spot, seq: 1, at: 1, kept: { by: 'li', value: '留' }, lost: { by: '张三', value: '二' } },
    ])
    const many = Array.from({ length: 1_999 }, (_, at) => lost(`${at}`))
    log.append([entry('a', zhang('x', 2), { at: 2, conflicts: many })])
    const kept = log.conflicts('a', 5_000)
    expect(kept).toHaveLength(2_000)
    expect(kept.at(-1)!.lost.value).toBe('二')
  })
})

describe('links', () => {
  it('[ST11] are counted with every use, until the uses are used up', () => {
    const { charts, links, people } = opened().tables
    people.create({ id: 'p', name: '张三', post: '科员' }, 1)
    charts.create(aChart('a'), undefined, [])
    const whole = link('l', { chart: 'a', maxUses: 2, expiresAt: 99, password: 'salt:hash' })
    links.create(whole)
    links.create(link('admin', { role: 'owner' }))
    expect([1, 2, 3].map((at) => links.use('l', 'p', at))).toEqual([true, true, false])
    expect(links.uses('l')).toEqual([1, 2].map((at) => ({ at, name: '张三', post: '科员' })))
    links.revoke('l', 50)
    links.revoke('l', 60)
    expect(links.byHash('hash of l')).toEqual({ ...whole, useCount: 2, revokedAt: 50 })
    expect(links.heldBy('p')).toEqual([links.find('l')])
    expect(links.list(undefined).map(({ id }) => id)).toEqual(['admin'])
    expect([links.find('none'), links.byHash('none')]).toEqual([undefined, undefined])
  })
})

describe('people and revisions', () => {
  it('are found by their session, under the name they have now', () => {
    const { people } = opened().tables
    people.create({ id: 'p', name: '张三', post: '科员' }, 1)
    people.begin('cookie', 'p', 2)
    people.rename({ id: 'p', name: '张三丰', post: '科长' })
    expect(people.bySession('cookie', 1, 0)).toEqual({ id: 'p', name: '张三丰', post: '科长' })
    expect([people.bySession('other', 1, 0), people.find('q')]).toEqual([undefined, undefined])
  })

  it('are listed newest first, and read one by one', () => {
    const { charts, revisions } = opened().tables
    charts.create(aChart('a'), undefined, [])
    const kept = { kind: 'named', name: '送审稿', authors: ['张三'], hash: 'h' } as const
    revisions.add({ ...kept, id: '1', chart: 'a', at: 1, file: '{"一":1}' })
    revisions.add({ ...kept, id: '2', chart: 'a', at: 1, file: '{}' })
    expect(revisions.list('a', undefined, 9)).toEqual([
      { ...kept, id: '2', at: 1 },
      { ...kept, id: '1', at: 1 },
    ])
    expect([revisions.read('a', '1'), revisions.read('b', '1')]).toEqual(['{"一":1}', undefined])
  })
})
