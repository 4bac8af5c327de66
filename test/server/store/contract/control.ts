import { expect, it } from 'vitest'
import type { ControlEvent } from '../../../../src/model/control/controlEvent.ts'
import { aChart } from '../parts.ts'
import type { OpenTables } from './openTables.ts'

const ended: ControlEvent = { kind: 'ended', measure: 'm', from: '2026-01-01', at: 1 }
const facts = { title: '图', unit: '', office: '', hash: 'h' }

export function controlContract(open: OpenTables): void {
  it('[CN10] what is kept of 防控 is only ever added to, and goes with its chart', async () => {
    const { charts, control } = await open()
    await charts.create(aChart('a'), undefined, [])
    expect(await control.charts()).toEqual([{ id: 'a', changedAt: 1, seq: 0 }])
    expect(await control.add('a', 0, ended, { id: 'e', bytes: new Uint8Array([1, 2]) })).toBe(true)
    expect(await control.add('a', 0, ended, { id: 'f', bytes: new Uint8Array([3]) })).toBe(false)
    const late = { ...ended, at: 2 }
    expect(await control.plan('a', 1, { events: [late, ended], through: 4, facts })).toBe(true)
    expect(await control.plan('a', 1, { events: [late], through: 9, facts })).toBe(false)
    expect(await control.list('a')).toEqual([ended, late, ended])
    expect([await control.file('e'), await control.file('f')]).toEqual([new Uint8Array([1, 2]), undefined])
    expect((await control.charts())[0]?.seen).toEqual({ through: 4, facts })
    await charts.remove('a', 5)
    await charts.purge(6)
    expect([await control.list('a'), await control.file('e')]).toEqual([[], undefined])
  })

  it('[CN10] so are events of the whole unit; a year is frozen once and comes back to the byte', async () => {
    const { unitEvents: events } = await open()
    expect(await events.add('warning:b', 0, ['1', '2'])).toBe(true)
    expect(await events.add('warning:b', 0, ['3'])).toBe(false)
    expect(await events.add('warning:b', 2, ['"\u0007甲"'])).toBe(true)
    expect(await events.add('warning:a', 0, ['4'])).toBe(true)
    expect(await events.add('risks', 0, [])).toBe(true)
    expect(await events.list('warning:b')).toEqual(['1', '2', '"\u0007甲"'])
    expect(await events.streams('warning:')).toEqual([
      { stream: 'warning:a', events: ['4'] },
      { stream: 'warning:b', events: ['1', '2', '"\u0007甲"'] },
    ])
    const year = { name: '2026', at: 5, sha256: 'aa' }
    expect(await events.freeze(year, new Uint8Array([0, 255, 7]))).toBe(true)
    expect(await events.freeze({ ...year, at: 9 }, new Uint8Array([1]))).toBe(false)
    expect(await events.years()).toEqual([year])
    expect([await events.year('2026'), await events.year('2027')]).toEqual([
      new Uint8Array([0, 255, 7]),
      undefined,
    ])
  })
}
