import { describe, expect, it } from 'vitest'
import type { PowerCase } from '../../../../src/model/cases/powerCase.ts'
import { aChart } from '../parts.ts'
import type { OpenTables } from './openTables.ts'

function aCase(number: string, day: string, person = '张三'): PowerCase {
  const event = { step: '受理', start: `2026-03-${day}T09:00:00`, person, row: 0 }
  return { number, events: [event], suspensions: [], isClosed: false, isExtended: false }
}

const judged = {
  case: 'A1',
  key: 'skipped 审查',
  state: 'dismissed',
  reason: '补录',
  by: '王',
  at: 5,
} as const

export function casesContract(open: OpenTables): void {
  async function withChart() {
    const tables = await open()
    for (const id of ['a', 'b']) await tables.charts.create(aChart(id), undefined, [])
    return tables
  }

  describe('cases', () => {
    it('[CS4] are kept once, and take what is new', async () => {
      const { cases } = await withChart()
      expect(await cases.bring('a', [aCase('A1', '02'), aCase('A2', '03')])).toEqual({
        added: 2,
        extended: 0,
        same: 0,
      })
      const longer = { ...aCase('A1', '02'), isClosed: true }
      expect(await cases.bring('a', [longer, aCase('A2', '03')])).toEqual({ added: 0, extended: 1, same: 1 })
      const { cases: kept, total, names } = await cases.page('a', 'A1', 10)
      expect([kept.map(({ number }) => number), total, [...names.values()]]).toEqual([['A2'], 2, ['张三']])
      expect((await cases.page('b', '', 10)).total).toBe(0)
    })

    it('[CS4] of which a finding was judged keep that over another import', async () => {
      const { cases } = await withChart()
      expect(await cases.judge('a', judged)).toBe(false)
      await cases.bring('a', [aCase('A1', '02')])
      expect(await cases.judge('a', judged)).toBe(true)
      await cases.bring('a', [aCase('A1', '04')])
      expect(await cases.judgements('a')).toEqual([judged])
    })

    it('[CS6] go when they are old, with what was said, the names and the settings', async () => {
      const { cases, rows } = await withChart()
      await cases.bring('a', [aCase('A1', '02')])
      await cases.bring('b', [aCase('B1', '20')])
      await cases.judge('a', judged)
      await cases.keepSettings('a', {
        holdings: [{ person: '张三', post: '科长' }],
        choices: [],
        untraced: [],
      })
      await cases.prune('2026-03-10T00:00:00')
      expect(
        await Promise.all(['cases', 'case_persons', 'case_judgements', 'case_settings'].map(rows)),
      ).toEqual([1, 1, 0, 0])
    })

    it('[CS6] go with their chart, and when they are taken away', async () => {
      const { cases, charts, rows } = await withChart()
      for (const id of ['a', 'b']) {
        await cases.bring(id, [aCase('A1', '02')])
        await cases.judge(id, judged)
      }
      await charts.remove('a', 1)
      await charts.purge(2)
      await cases.remove('b')
      expect(
        await Promise.all(['cases', 'case_persons', 'case_judgements', 'case_settings'].map(rows)),
      ).toEqual([0, 0, 0, 0])
    })

    it('[CS2] have no name in their record', async () => {
      const { cases } = await withChart()
      await cases.bring('a', [aCase('A1', '02', '张三、李四')])
      const { cases: kept, names } = await cases.page('a', '', 1)
      expect(JSON.stringify(kept)).not.toMatch(/[张李]/)
      expect(new Set(names.values())).toEqual(new Set(['张三', '李四']))
    })
  })
}
