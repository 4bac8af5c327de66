import { expect, it } from 'vitest'
import { applyChanges, drop, put, set } from '../../../src/model/records/changes.ts'
import { noRecords } from '../../../src/model/records/records.ts'

const risk = (text: string) => ({ step: 's', text, order: 'a0' }) as never

it('changes are applied in order, a record keeps its place, and what is missing stays missing', () => {
  const before = applyChanges(noRecords, [put('risks', 'a', risk('甲')), put('risks', 'b', risk('乙'))])
  const after = applyChanges(before, [
    set('risks', 'a', 'text', '丙'),
    drop('risks', 'b'),
    set('risks', 'b', 'text', '丁'),
    put('risks', 'c', risk('戊')),
  ])
  expect(Object.entries(after.risks).map(([id, { text }]) => [id, text])).toEqual([
    ['a', '丙'],
    ['c', '戊'],
  ])
  expect(Object.keys(before.risks)).toEqual(['a', 'b'])
})

it('a chart with forty thousand risks is applied in seconds, not minutes', () => {
  const many = Array.from({ length: 40_000 }, (_, at) => put('risks', `r${at}`, risk('风险')))
  const start = performance.now()
  expect(Object.keys(applyChanges(noRecords, many).risks)).toHaveLength(40_000)
  expect(performance.now() - start).toBeLessThan(10_000)
})
