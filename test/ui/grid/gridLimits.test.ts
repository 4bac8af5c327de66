/** How much a cell takes. */
import { describe, expect, it } from 'vitest'
import { most } from '../../../src/model/kinds/limits.ts'
import { writeBlock } from '../../../src/ui/grid/cellBlock.ts'
import type { GridColumn } from '../../../src/ui/grid/gridColumns.ts'
import { gridColumns } from '../../../src/ui/grid/gridColumns.ts'
import { cellsOf, line, pasted } from './pasted.ts'

describe('[UI75] holds as much as a chart file does, and no more', () => {
  const all = '长'.repeat(most.text)

  it('takes a note of 30,000 characters beside another cell', () => {
    const note = '长'.repeat(30_000)
    const { chart, refused } = pasted(line, writeBlock([['审批', '公开', '', note]]), 0, 'duty')
    expect(refused).toEqual([])
    expect(cellsOf(chart, 0)).toMatchObject({ duty: '决定', public: '公开', note })
  })

  it.each<[GridColumn, string]>([
    ['limit', '时限：文字太长。'],
    ['next', '下一步：文字太长。'],
    ['risk', '风险点：文字太长。'],
    ['measures', '措施：文字太长。'],
    ['note', '备注：文字太长。'],
  ])('leaves out a cell of %s that is too long, and only that', (column, why) => {
    const risky = pasted(line, '放宽标准', 0, 'risk').chart
    const cells = gridColumns.map((each) => cellsOf(risky, 0)[each])
    cells[0] = '受理申请'
    cells[gridColumns.indexOf(column)] = column === 'next' ? `2（${all}长）` : `${all}长`
    const { chart, refused } = pasted(risky, writeBlock([cells]))
    expect(refused).toEqual([why])
    expect(cellsOf(chart, 0)).toEqual({ ...cellsOf(risky, 0), name: '受理申请' })
  })

  it('a new row whose name is too long is made without it', () => {
    const { chart, refused } = pasted(line, writeBlock([['长'.repeat(most.name + 1), '判断']]), 4)
    expect(refused).toEqual(['环节：文字太长。'])
    expect(cellsOf(chart, 4)).toMatchObject({ name: '新环节', kind: '判断' })
  })
})
