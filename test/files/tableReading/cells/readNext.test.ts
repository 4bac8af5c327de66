import { expect, it } from 'vitest'
import { readNext, type Target } from '../../../../src/files/tableReading/cells/readNext.ts'

const names = ['申请', '审核', '局长审批', '送达']
const known = {
  byNumber: (number: string) => ['1', '2', '3', '4'].includes(number),
  byName: (name: string) => names.includes(name),
}

it.each<[string, readonly Target[]]>([
  ['', []],
  ['3', [{ to: 'number', words: '3' }]],
  ['局长审批', [{ to: 'name', words: '局长审批' }]],
  ['无', [{ to: 'nothing' }]],
  ['结束', [{ to: 'end', words: '结束' }]],
  ['合格→第3步', [{ to: 'number', words: '3', label: '合格' }]],
  [
    '3（同意）；送达（不同意）',
    [
      { to: 'number', words: '3', label: '同意' },
      { to: 'name', words: '送达', label: '不同意' },
    ],
  ],
])('[FI9] read strictly, %s is a number, a name, an end or nothing', (cell, targets) => {
  expect(readNext(cell, known)).toEqual(targets)
})

it.each([
  ['不予受理', '不予受理'],
  ['退回上一步', '上一步'],
])('[FI9] read strictly, %s is the name of a step that is not there', (cell, words) => {
  expect(readNext(cell, known)).toMatchObject([{ to: 'name', words }])
})
