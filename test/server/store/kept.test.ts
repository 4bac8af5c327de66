/** What is kept of the past is bounded, in bytes and in time, and says what was left out. */
import { describe, expect, it } from 'vitest'
import type { FieldChange } from '../../../src/protocol/api.ts'
import { journalText } from '../../../src/server/store/journalText.ts'
import { mostAutomatic, mostJournal } from '../../../src/server/store/kept.ts'
import { openDatabase } from '../../../src/server/store/database.ts'
import { sqliteTables } from '../../../src/server/store/sqliteTables.ts'
import { aChart, entry, freshDirectory, writer } from './parts.ts'

function opened() {
  return { tables: sqliteTables(openDatabase(freshDirectory())) }
}

const note = (after: unknown, before?: unknown): FieldChange => ({
  root: 'steps',
  id: 's1',
  field: 'note',
  ...(before === undefined ? {} : { before }),
  after,
})

const all = { since: 0 }

describe('a journal entry', () => {
  it('[KP1] keeps ordinary changes as they are', () => {
    const changes = [
      note('审查材料', '审核材料'),
      { root: 'steps', id: 's2', after: { name: '决定', posts: ['p'] } },
    ]
    expect(JSON.parse(journalText(changes))).toEqual(changes)
  })

  it('[KP1] keeps the beginning of a long text, and says how long it was', () => {
    const [kept] = JSON.parse(journalText([note('长'.repeat(3_900_000))])) as [FieldChange]
    expect(String(kept.after)).toMatch(/^长{200}……（全文共 3900000 字/)
  })

  it('[KP1] of a record with long texts, keeps every field', () => {
    const record = {
      name: '受理',
      note: '长'.repeat(5000),
      materials: Array.from({ length: 900 }, () => '申请书'),
    }
    const [kept] = JSON.parse(journalText([{ root: 'steps', id: 's', after: record }])) as [FieldChange]
    expect(kept.after).toMatchObject({
      name: '受理',
      note: expect.stringContaining('全文共 5000 字') as string,
    })
    expect(JSON.stringify(kept).length).toBeLessThan(2000)
  })

  it('[KP1] counts the changes that are too many for one entry', () => {
    const { log, charts } = opened().tables
    charts.create(aChart('a'), undefined, [])
    const changes = Array.from({ length: 5000 }, (_, at) => note(`第${at}步`))
    log.append([entry('a', writer(1)('x', 1), { at: 1, changes })])
    const [one] = log.journal('a', all, 9).entries
    expect(one!.changes.length + one!.omitted!).toBe(5000)
    expect(JSON.stringify(one).length).toBeLessThan(100_000)
  })
})

describe('a chart’s past', () => {
  it('[KP2] has a journal of bounded bytes: the oldest goes', () => {
    const { log, charts } = opened().tables
    charts.create(aChart('a'), undefined, [])
    const write = writer(1)
    const changes = Array.from({ length: 30 }, () => note('长'.repeat(1990)))
    for (let at = 1; at <= 150; at += 1) log.append([entry('a', write('x', at), { at, changes })])
    const page = log.journal('a', all, 1000)
    expect(page.older).toBeGreaterThan(0)
    expect(page.entries[0]!.at).toBe(150)
    expect(JSON.stringify(page).length).toBeLessThan(3_000_000)
    expect(log.changedSince('a', 0)).toBeGreaterThan(1)
    expect(mostJournal).toBeLessThan(150 * 30 * 1990 * 3)
  })

  it('[KP3] has automatic revisions of bounded bytes; what somebody named stays', () => {
    const { charts, revisions } = opened().tables
    charts.create(aChart('a'), undefined, [])
    const file = 'x'.repeat(mostAutomatic / 16)
    const kept = { chart: 'a', name: '', authors: [], hash: 'h', file }
    revisions.add({ ...kept, id: 'named', at: 1, kind: 'named' })
    for (let at = 2; at < 30; at += 1) revisions.add({ ...kept, id: String(at), at, kind: 'auto' })
    const ids = revisions.list('a', undefined, 100).map(({ id }) => id)
    expect(ids).toHaveLength(17)
    expect([ids[0], ids.at(-1)]).toEqual(['29', 'named'])
    expect(revisions.namedBytes('a')).toBe(file.length)
  })

  it('[KP4] goes by age: journal and automatic revisions, but never a chart’s last', () => {
    const { charts, revisions, log } = opened().tables
    charts.create(aChart('a'), undefined, [])
    log.append([1, 2].map((at) => entry('a', writer(at)('x', at), { at, changes: [note('x')] })))
    for (const at of [1, 2]) {
      revisions.add({
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
    log.pruneJournal(2)
    revisions.prune(99)
    expect(log.journal('a', all, 9).entries.map(({ at }) => at)).toEqual([2])
    expect(revisions.list('a', undefined, 9).map(({ id }) => id)).toEqual(['2'])
  })
})
