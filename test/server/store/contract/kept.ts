/** What is kept of the past is bounded, in bytes and in time, and says what was left out. */
import { describe, expect, it } from 'vitest'
import type { FieldChange } from '../../../../src/protocol/api.ts'
import { mostAutomatic, mostJournal } from '../../../../src/server/store/kept.ts'
import { aChart, entry, writer } from '../parts.ts'
import type { OpenTables } from './openTables.ts'

const note = (after: unknown, before?: unknown): FieldChange => ({
  root: 'steps',
  id: 's1',
  field: 'note',
  ...(before === undefined ? {} : { before }),
  after,
})

const all = { since: 0 }

export function keptContract(open: OpenTables): void {
  describe('a journal entry', () => {
    it('[KP1] counts the changes that are too many for one entry', async () => {
      const { log, charts } = await open()
      await charts.create(aChart('a'), undefined, [])
      const changes = Array.from({ length: 5000 }, (_, at) => note(`第${at}步`))
      await log.append([entry('a', writer(1)('x', 1), { at: 1, changes })])
      const [one] = (await log.journal('a', all, 9)).entries
      expect(one!.changes.length + one!.omitted!).toBe(5000)
      expect(JSON.stringify(one).length).toBeLessThan(100_000)
    })
  })

  describe('a chart’s past', () => {
    it('[KP2] has a journal of bounded bytes: the oldest goes', async () => {
      const { log, charts } = await open()
      await charts.create(aChart('a'), undefined, [])
      const write = writer(1)
      const changes = Array.from({ length: 30 }, () => note('长'.repeat(1990)))
      for (let at = 1; at <= 120; at += 10)
        await log.append(
          Array.from({ length: 10 }, (_, i) => entry('a', write('x', at + i), { at: at + i, changes })),
        )
      const page = await log.journal('a', all, 1000)
      expect(page.older).toBeGreaterThan(0)
      expect(page.entries[0]!.at).toBe(120)
      expect(JSON.stringify(page).length).toBeLessThan(3_000_000)
      expect(await log.changedSince('a', 0)).toBeGreaterThan(1)
      expect(mostJournal).toBeLessThan(120 * 30 * 1990 * 3)
    })

    it('[KP3] has automatic revisions of bounded bytes; what somebody named stays', async () => {
      const { charts, revisions } = await open()
      await charts.create(aChart('a'), undefined, [])
      const file = 'x'.repeat(Math.ceil(mostAutomatic / 10.8))
      const kept = { chart: 'a', name: '', authors: [], hash: 'h', file }
      await revisions.add({ ...kept, id: 'named', at: 1, kind: 'named' })
      for (let at = 2; at < 14; at += 1) await revisions.add({ ...kept, id: String(at), at, kind: 'auto' })
      const ids = (await revisions.list('a', undefined, 100)).map(({ id }) => id)
      expect(ids).toHaveLength(11)
      expect([ids[0], ids.at(-1)]).toEqual(['13', 'named'])
      expect(await revisions.namedBytes('a')).toBe(file.length)
    })

    it('[KP4] goes by age: journal and automatic revisions, but never a chart’s last', async () => {
      const { charts, revisions, log } = await open()
      await charts.create(aChart('a'), undefined, [])
      await log.append([1, 2].map((at) => entry('a', writer(at)('x', at), { at, changes: [note('x')] })))
      for (const at of [1, 2]) {
        await revisions.add({
          id: `${at}`,
          chart: 'a',
          at,
          kind: 'auto',
          name: '',
          authors: [],
          hash: '',
          file: '{}',
        })
      }
      await log.pruneJournal(2)
      await revisions.prune(99)
      expect((await log.journal('a', all, 9)).entries.map(({ at }) => at)).toEqual([2])
      expect((await revisions.list('a', undefined, 9)).map(({ id }) => id)).toEqual(['2'])
    })
  })
}
