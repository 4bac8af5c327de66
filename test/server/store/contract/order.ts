import { expect, it } from 'vitest'
import type { KeptPublication } from '../../../../src/server/store/tables.ts'
import { aChart, entry, writer } from '../parts.ts'
import type { OpenTables } from './openTables.ts'

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

export function orderContract(open: OpenTables): void {
  it('[TM2] what was written later stands first and holds, although the clock was set back between', async () => {
    const { charts, log, publications, revisions, links, powers } = await open()
    await charts.create(aChart('a'), undefined, [])
    const write = writer(1)
    for (const [id, at] of [
      ['早', 2_000_000],
      ['晚', 1_000_000],
    ] as const) {
      const change = { root: 'steps', id: 's', field: 'name', after: id }
      await log.append([entry('a', write(id, 1), { at, changes: [change] })])
      const revision = {
        id,
        chart: 'a',
        at,
        kind: 'auto' as const,
        name: '',
        authors: [],
        hash: '',
        file: '',
      }
      await revisions.add(revision)
      await publications.add(publication(id, at), content)
      await links.create({ id, hash: id, chart: 'a', role: 'viewer', name: '', createdAt: at })
    }
    expect((await publications.current('a'))?.id).toBe('晚')
    expect((await publications.list('a')).map(({ id }) => id)).toEqual(['晚', '早'])
    expect((await powers.charts())[0]?.version.endsWith('/晚')).toBe(true)
    expect((await revisions.list('a', undefined, 9)).map(({ id }) => id)).toEqual(['晚', '早'])
    expect(
      (await log.journal('a', { since: 0 }, 10)).entries.map(({ changes }) => changes[0]?.after),
    ).toEqual(['晚', '早'])
    expect((await links.list('a')).map(({ id }) => id)).toEqual(['早', '晚'])
  })
}
