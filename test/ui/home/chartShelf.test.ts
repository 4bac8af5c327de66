import { describe, expect, it } from 'vitest'
import { textDistance } from '../../../src/ui/base/textDistance.ts'
import { foldersOf, plainDistance, shelved, wholeShelf } from '../../../src/ui/home/chartShelf.ts'
import type { HomeChart } from '../../../src/ui/home/homeCharts.ts'
import { homeCharts } from '../../../src/ui/home/homeCharts.ts'

const chart = (id: string, more: Partial<HomeChart> = {}): HomeChart => ({
  id,
  title: id,
  unit: '',
  steps: 1,
  changedAt: 0,
  isHere: true,
  onServer: false,
  ...more,
})

const charts = [
  chart('行政许可', { unit: '市政务服务局', folder: '对外', changedAt: 3, steps: 9 }),
  chart('公务用车使用', { unit: '办公室', changedAt: 2, steps: 4 }),
  chart('第10号预案', { changedAt: 1 }),
  chart('第2号预案', { changedAt: 4, folder: '预案' }),
]

const idsOf = (found: readonly HomeChart[]) => found.map(({ id }) => id)

describe('the list of charts', () => {
  it.each([
    ['许可', ['行政许可']],
    ['xingzheng', ['行政许可']],
    ['gwyc', ['公务用车使用']],
    ['办公室', ['公务用车使用']],
    ['xz 对外', ['行政许可']],
    ['预案', ['第2号预案', '第10号预案']],
    ['没有的', []],
  ])('[HO3] is searched by Chinese, pinyin and initials, in title, unit and folder: %s', (query, ids) => {
    expect(idsOf(shelved(charts, { ...wholeShelf, query, folder: '预案' }, textDistance))).toEqual(ids)
  })

  it('[HO3] is searched by what is written before pinyin is there', () => {
    expect(idsOf(shelved(charts, { ...wholeShelf, query: '用车' }, plainDistance))).toEqual(['公务用车使用'])
  })

  it.each([
    ['changed', ['第2号预案', '行政许可', '公务用车使用', '第10号预案']],
    ['title', ['第2号预案', '第10号预案', '公务用车使用', '行政许可']],
    ['steps', ['行政许可', '公务用车使用', '第2号预案', '第10号预案']],
  ] as const)('[HO4] is sorted, titles as in a dictionary and numbers by size: %s', (order, ids) => {
    expect(idsOf(shelved(charts, { ...wholeShelf, order }, plainDistance))).toEqual(ids)
  })

  it('[HO4] has folders, those in none last; without any there is nothing to choose', () => {
    expect(foldersOf(charts)).toEqual([
      { name: '对外', count: 1 },
      { name: '预案', count: 1 },
      { name: '', count: 2 },
    ])
    expect(idsOf(shelved(charts, { ...wholeShelf, folder: '' }, plainDistance))).toHaveLength(2)
    expect(foldersOf(charts.slice(1, 3))).toEqual([])
  })

  it('[HO5] shows a chart where the server says, and where this browser put it until the server says so', () => {
    const listed = { id: 'a', title: '甲', unit: '', steps: 1, changedAt: 9, role: 'owner' } as const
    const here = { id: 'a', title: '甲', unit: '', steps: 1, changedAt: 1, folder: '旧' }
    const folderOf = (folder?: string) =>
      homeCharts([here], { charts: [{ ...listed, ...(folder && { folder }) }], bin: [] })[0]?.folder
    expect(folderOf('新')).toBe('新')
    expect(folderOf()).toBe('旧')
  })
})
