import { describe, expect, it } from 'vitest'
import type { ReviewEvent } from '../../../../src/model/review/review.ts'
import { aChart } from '../parts.ts'
import type { OpenTables } from './openTables.ts'

const by = { id: 'z', name: '张三', post: '' }

function issued(number: string, at: number): ReviewEvent {
  const notice = {
    what: 'warning',
    colour: 'red',
    addressee: '甲',
    marks: [],
    deadline: '2026-12-01',
  } as const
  return { kind: 'issued', by, at, text: '', notice: { ...notice, id: number, number } }
}

export function unitContract(open: OpenTables): void {
  async function withCharts() {
    const tables = await open()
    for (const id of ['a', 'b']) await tables.charts.create(aChart(id), undefined, [])
    return tables
  }

  describe('the unit', () => {
    it('[UN11] is kept field by field', async () => {
      const { unit } = await withCharts()
      expect([await unit.read(), await unit.emblem()]).toEqual([{}, undefined])
      await unit.change({ name: '某局', style: 'blue' }, undefined)
      await unit.change({ name: '某厅', emblem: 'e1' }, new Uint8Array([1, 2]))
      expect(await unit.read()).toEqual({ name: '某厅', style: 'blue', emblem: 'e1' })
      expect(await unit.emblem()).toEqual(new Uint8Array([1, 2]))
      await unit.change({ style: null, emblem: null }, undefined)
      expect([await unit.read(), await unit.emblem()]).toEqual([{ name: '某厅' }, undefined])
    })
  })

  describe('the catalogue', () => {
    it('[CT14] is changed, and each change kept with before and after; nothing where nothing changed', async () => {
      const { powers } = await open()
      await powers.change([{ kind: 'put', id: 'w', fields: { name: '甲' } }], 'p', 1)
      await powers.change(
        [
          { kind: 'set', id: 'w', field: 'name', value: '乙' },
          { kind: 'set', id: 'w', field: 'office', value: '科' },
          { kind: 'set', id: 'gone', field: 'name', value: '丙' },
        ],
        'p',
        2,
      )
      await powers.change([{ kind: 'set', id: 'w', field: 'name', value: '乙' }], 'p', 3)
      await powers.change([{ kind: 'drop', id: 'w' }], 'p', 4)
      const changeSets = await powers.changeSets(undefined, 9)
      const [first, changed] = [{ name: '甲' }, { name: '乙', office: '科' }]
      expect(changeSets.map(({ at, by, turns }) => [at, by, turns])).toEqual([
        [4, 'p', [{ id: 'w', before: changed }]],
        [2, 'p', [{ id: 'w', before: first, after: changed }]],
        [1, 'p', [{ id: 'w', after: first }]],
      ])
      expect(await powers.changeSets(changeSets[1]!.id, 9)).toEqual([changeSets[2]])
      expect(await powers.changeSet(changeSets[1]!.id)).toEqual(changeSets[1])
      expect(await powers.changeSet(999)).toBeUndefined()
      expect(await powers.list()).toEqual([])
    })
  })

  describe('numbers of notices', () => {
    it('[UN20] are refused to another chart in the transaction itself', async () => {
      const { review } = await withCharts()
      expect(await review.add('a', 0, issued('甲〔2026〕1号', 1))).toBe(true)
      expect(await review.add('b', 0, issued('甲〔2026〕1号', 2))).toBe(false)
      expect(await review.list('b')).toEqual([])
      expect(await review.add('b', 0, issued('甲〔2026〕2号', 2))).toBe(true)
      expect([
        await review.takenElsewhere('甲〔2026〕2号', 'a'),
        await review.takenElsewhere('甲〔2026〕2号', 'b'),
      ]).toEqual([true, false])
    })

    it('[UN21] are found by what they begin with, and the last one', async () => {
      const { review } = await withCharts()
      expect(await review.lastNumber()).toBeUndefined()
      const numbers = ['甲〔2026〕9号', '甲〔2026〕10号', '甲乙〔2026〕1号', '甲〔2025〕3号', '乙〔2026〕1号']
      for (const [seq, number] of numbers.entries()) await review.add('a', seq, issued(number, 10 - seq))
      expect([...(await review.numbersOf('甲〔2026〕'))].sort()).toEqual(['甲〔2026〕10号', '甲〔2026〕9号'])
      expect(await review.lastNumber()).toBe('甲〔2026〕9号')
    })
  })
}
