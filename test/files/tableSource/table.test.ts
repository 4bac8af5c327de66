import { describe, expect, it } from 'vitest'
import { columnLetter, tableOf } from '../../../src/files/tableSource/table.ts'

describe('[FI16] a table', () => {
  it('names its columns as the spreadsheet does, so that a person finds what is named', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })

  it('says of every cell under a merged one where the words come from', () => {
    const { rows } = tableOf(
      [
        ['甲', '', '丙'],
        ['', ''],
      ],
      [{ top: 0, left: 0, bottom: 1, right: 1 }],
    )
    expect(rows).toEqual([
      [{ text: '甲' }, { text: '甲', covered: 'left' }, { text: '丙' }],
      [
        { text: '甲', covered: 'above' },
        { text: '甲', covered: 'above' },
      ],
    ])
  })
})
