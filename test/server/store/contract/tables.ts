import { describe, expect, it } from 'vitest'
import type { NewKeptLink } from '../../../../src/server/store/tables.ts'
import { aChart, contentOf, entry, writer } from '../parts.ts'
import type { OpenTables } from './openTables.ts'

const link = (id: string, more: Partial<NewKeptLink> = {}): NewKeptLink => ({
  id,
  hash: `hash of ${id}`,
  role: 'editor',
  name: '给财务科的链接',
  createdAt: 5,
  ...more,
})

const changes = (after: string) => [{ root: 'steps', id: 's', field: 'name', after }]

export function tablesContract(open: OpenTables): void {
  describe('charts', () => {
    it('[ST2] are made with their first update and their links, or not at all', async () => {
      const { charts, log, links } = await open()
      const first = entry('a', writer(1)('受理', 1), { clients: [1] })
      expect(await charts.create(aChart('a'), first, [link('l', { chart: 'a' })])).toBe(true)
      expect(await charts.find('a')).toEqual(aChart('a'))
      expect(contentOf(await log.read('a'))).toEqual({ 受理: 1 })
      expect(await links.list('a')).toEqual([{ ...link('l', { chart: 'a' }), useCount: 0 }])
      expect(await charts.create(aChart('a', { title: '别的' }), first, [])).toBe(false)
      expect((await charts.find('a'))?.title).toBe('图 a')
      // The hash is taken: nothing of the chart stays.
      await expect(
        charts.create(aChart('b'), undefined, [link('m', { hash: 'hash of l' })]),
      ).rejects.toThrow()
      expect(await charts.find('b')).toBeUndefined()
    })

    it('are described, put in the bin and back; the last changed stands first', async () => {
      const { charts } = await open()
      await charts.create(aChart('a'), undefined, [])
      await charts.create(aChart('b'), undefined, [])
      await charts.describe('b', { title: '新名', unit: '某院', steps: 9, changedAt: 7 })
      await charts.remove('a', 20)
      await charts.remove('a', 30)
      expect(await charts.list()).toEqual([
        aChart('b', { title: '新名', unit: '某院', steps: 9, changedAt: 7 }),
        aChart('a', { deletedAt: 20 }),
      ])
      await charts.putBack('a')
      expect(await charts.find('a')).toEqual(aChart('a'))
    })

    it('stand in a folder, or as a template, whatever is described of them', async () => {
      const { charts } = await open()
      await charts.create(aChart('a', { sketch: 't0|' }), undefined, [])
      await charts.place('a', { folder: '行政许可', isTemplate: true })
      await charts.describe('a', { title: '新名', unit: '', steps: 2, changedAt: 7 })
      expect(await charts.find('a')).toMatchObject({ folder: '行政许可', isTemplate: true, sketch: 't0|' })
      await charts.place('a', { folder: '' })
      expect(await charts.find('a')).not.toHaveProperty('folder')
      await charts.place('a', { isTemplate: false })
      expect(await charts.find('a')).toEqual(
        aChart('a', { title: '新名', unit: '', steps: 2, changedAt: 7, sketch: 't0|' }),
      )
    })

    it('[ST9] leave nothing behind when they are purged', async () => {
      const { charts, log, links, people, revisions, rows } = await open()
      await people.create({ id: 'p', name: '张三', post: '科员' }, 1)
      for (const id of ['a', 'b']) {
        const change = { root: 'steps', id: 's', field: 'name', before: '审', after: '审查' }
        const first = entry(id, writer(1)('受理', 1), { clients: [1], changes: [change] })
        await charts.create(aChart(id), first, [link(`l${id}`, { chart: id })])
        await log.compact(id)
        await log.append([entry(id, writer(2)('审查', 1))])
        await links.use(`l${id}`, 'p', 3)
        await revisions.add({
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
      await charts.remove('a', 100)
      await charts.remove('b', 200)
      expect(await charts.purge(200)).toEqual(['a'])
      expect((await charts.list()).map(({ id }) => id)).toEqual(['b'])
      const kept = ['charts', 'updates', 'snapshots', 'clients', 'journal', 'links', 'link_uses', 'revisions']
      for (const table of kept) expect([table, await rows(table)]).toEqual([table, 1])
    })
  })

  describe('the log', () => {
    it('[ST2] takes all entries of an append or none, and numbers them for each chart', async () => {
      const { charts, log } = await open()
      await charts.create(aChart('a'), undefined, [])
      await charts.create(aChart('b'), undefined, [])
      const [zhang, li] = [writer(1), writer(2)]
      await log.append([entry('a', zhang('x', 1)), entry('b', li('y', 1)), entry('a', zhang('x', 2))])
      await expect(log.append([entry('a', zhang('x', 3)), entry('nowhere', li('y', 2))])).rejects.toThrow(
        'nowhere',
      )
      expect(contentOf(await log.read('a'))).toEqual({ x: 2 })
      expect([(await log.read('a')).seq, (await log.read('b')).seq, (await log.read('nowhere')).seq]).toEqual(
        [2, 1, 0],
      )
    })

    it('[ST2] binds a client id to whoever comes first, in each chart', async () => {
      const { charts, log } = await open()
      await charts.create(aChart('a'), undefined, [])
      await charts.create(aChart('b'), undefined, [])
      const update = writer(1)('x', 1)
      const largest = 2 ** 32 - 1
      await log.append([entry('a', update, { clients: [7, largest] })])
      await log.append([
        entry('a', update, { person: 'li', clients: [7, 8] }),
        entry('b', update, { person: 'li', clients: [7] }),
      ])
      expect((await log.read('a')).clients).toEqual([
        [7, 'zhang'],
        [8, 'li'],
        [largest, 'zhang'],
      ])
      expect((await log.read('b')).clients).toEqual([[7, 'li']])
    })

    it('[ST4] keeps who changed what, through a compaction', async () => {
      const { charts, log, people } = await open()
      await people.create({ id: 'zhang', name: '张三', post: '科员' }, 1)
      await charts.create(aChart('a'), undefined, [])
      const zhang = writer(1)
      for (const at of [1, 2, 3])
        await log.append([entry('a', zhang('x', at), { at, changes: changes(`第${at}`) })])
      await log.append([
        entry('a', zhang('x', 4), { at: 4, person: 'li', changes: changes('第4') }),
        entry('a', zhang('x', 5)),
      ])
      expect([await log.compact('a'), await log.compact('a')]).toEqual([true, false])
      expect(await log.journal('a', { since: 1 }, 2)).toEqual({
        entries: [
          { at: 4, author: 'li', changes: changes('第4') },
          { at: 3, author: '张三', changes: changes('第3') },
        ],
        older: 3,
      })
      expect((await log.journal('a', { since: 0 }, 100)).entries).toHaveLength(4)
      expect((await log.journal('a', { since: 0, before: 3 }, 100)).entries.map(({ at }) => at)).toEqual([
        2, 1,
      ])
      expect([await log.changedSince('a', 2), await log.changedSince('a', 4)]).toEqual([3, undefined])
    })

    it('[ST13] keeps what merging overruled, with names, the newest of a chart', async () => {
      const { charts, log, people } = await open()
      await people.create({ id: 'zhang', name: '张三', post: '科员' }, 1)
      await charts.create(aChart('a'), undefined, [])
      const zhang = writer(1)
      const spot = { root: 'steps', id: 's', field: 'note' }
      const lost = (value: string) => ({
        ...spot,
        kept: { by: 'li', value: '留' },
        lost: { by: 'zhang', value },
      })
      await log.append([entry('a', zhang('x', 1), { at: 1, conflicts: [lost('一'), lost('二')] })])
      expect(await log.conflicts('a', 1)).toEqual([
        { ...spot, seq: 1, at: 1, kept: { by: 'li', value: '留' }, lost: { by: '张三', value: '二' } },
      ])
      const many = Array.from({ length: 1_999 }, (_, at) => lost(`${at}`))
      await log.append([entry('a', zhang('x', 2), { at: 2, conflicts: many })])
      const kept = await log.conflicts('a', 5_000)
      expect(kept).toHaveLength(2_000)
      expect(kept.at(-1)!.lost.value).toBe('二')
    })
  })

  describe('links', () => {
    it('[ST11] are counted with every use, until the uses are used up', async () => {
      const { charts, links, people } = await open()
      await people.create({ id: 'p', name: '张三', post: '科员' }, 1)
      await charts.create(aChart('a'), undefined, [])
      const whole = link('l', { chart: 'a', maxUses: 2, expiresAt: 99, password: 'salt:hash' })
      await links.create(whole)
      await links.create(link('admin', { role: 'owner' }))
      const used = [await links.use('l', 'p', 1), await links.use('l', 'p', 2), await links.use('l', 'p', 3)]
      expect(used).toEqual([true, true, false])
      expect(await links.uses('l')).toEqual([1, 2].map((at) => ({ at, name: '张三', post: '科员' })))
      await links.revoke('l', 50)
      await links.revoke('l', 60)
      expect(await links.byHash('hash of l')).toEqual({ ...whole, useCount: 2, revokedAt: 50 })
      expect(await links.heldBy('p')).toEqual([await links.find('l')])
      expect((await links.list(undefined)).map(({ id }) => id)).toEqual(['admin'])
      expect([await links.find('none'), await links.byHash('none')]).toEqual([undefined, undefined])
    })
  })

  describe('people and revisions', () => {
    it('are found by their session, under the name they have now', async () => {
      const { people } = await open()
      await people.create({ id: 'p', name: '张三', post: '科员' }, 1)
      await people.begin('cookie', 'p', 2)
      await people.rename({ id: 'p', name: '张三丰', post: '科长' })
      expect(await people.bySession('cookie', 1, 0)).toEqual({ id: 'p', name: '张三丰', post: '科长' })
      expect([await people.bySession('other', 1, 0), await people.find('q')]).toEqual([undefined, undefined])
    })

    it('are listed newest first, and read one by one', async () => {
      const { charts, revisions } = await open()
      await charts.create(aChart('a'), undefined, [])
      const kept = { kind: 'named', name: '送审稿', authors: ['张三'], hash: 'h' } as const
      await revisions.add({ ...kept, id: '1', chart: 'a', at: 1, file: '{"一":1}' })
      await revisions.add({ ...kept, id: '2', chart: 'a', at: 1, file: '{}' })
      expect(await revisions.list('a', undefined, 9)).toEqual([
        { ...kept, id: '2', at: 1 },
        { ...kept, id: '1', at: 1 },
      ])
      expect([await revisions.read('a', '1'), await revisions.read('b', '1')]).toEqual([
        '{"一":1}',
        undefined,
      ])
    })
  })
}
