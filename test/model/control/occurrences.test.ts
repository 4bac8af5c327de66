import { describe, expect, it } from 'vitest'
import type { Day } from '../../../src/model/control/controlEvent.ts'
import { controlLog } from '../../../src/model/control/measureLog.ts'
import { measureRows } from '../../../src/model/control/measureRows.ts'
import { occurrencesOf } from '../../../src/model/control/occurrences.ts'
import { readSchedule } from '../../../src/model/time/readSchedule.ts'
import { planned } from './acting.ts'

const days = (rules: readonly (readonly [Day, string])[], through: Day) =>
  occurrencesOf(
    rules.map(([from, text]) => {
      const read = readSchedule(text)
      return { from, schedule: read.ok ? read.schedule : undefined }
    }),
    through,
  ).map(({ scheduled }) => scheduled)

describe('[CN1] occurrences', () => {
  const year = '2027-12-31'
  const before = ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']

  it.each(['2027-06-01', '2027-06-10', '2027-06-20', '2027-06-30'])(
    'a monthly rule that is edited on %s: twelve a year, the five before it untouched',
    (edited) => {
      const found = days(
        [
          ['2027-01-01', '每月底'],
          [edited, '每月15日'],
        ],
        year,
      )
      expect(found).toHaveLength(12)
      expect(found.slice(0, 5)).toEqual(before)
    },
  )

  it('a period that has had its day gets no second one', () => {
    const found = days(
      [
        ['2027-01-01', '每月15日'],
        ['2027-06-20', '每月底'],
      ],
      year,
    )
    expect(found).toHaveLength(12)
    expect(found.slice(5, 7)).toEqual(['2027-06-15', '2027-07-31'])
  })

  it('another frequency begins where it was written', () => {
    const rules = [
      ['2027-01-01', '每月底'],
      ['2027-06-10', '每季度末'],
    ] as const
    expect(days(rules, year)).toEqual([...before, '2027-06-30', '2027-09-30', '2027-12-31'])
  })

  it('a day that is set anew takes the place of the one before; a rule that is taken away leaves the past', () => {
    expect(
      days(
        [
          ['2027-01-01', '2027-06-30'],
          ['2027-06-10', '2027-08-31'],
        ],
        year,
      ),
    ).toEqual(['2027-08-31'])
    expect(
      days(
        [
          ['2027-01-01', '每月底'],
          ['2027-06-10', ''],
        ],
        year,
      ),
    ).toEqual(before)
  })

  it('edited three times on one day, the last holds', () => {
    const log = controlLog([
      planned('2027-01-01', '每月底'),
      planned('2027-06-10', '每周五'),
      planned('2027-06-10', '每季度末'),
    ])
    const listed = measureRows(log, '2027-12-31').flatMap(({ scheduled }) => scheduled ?? [])
    expect(listed).toEqual([...before, '2027-06-30', '2027-09-30', '2027-12-31'])
  })

  it('over 31 December and 29 February', () => {
    expect(days([['2027-11-01', '每月31日']], '2028-03-31')).toEqual([
      '2027-11-30',
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
    ])
  })
})
