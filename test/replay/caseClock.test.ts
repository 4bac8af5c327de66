import { describe, expect, it } from 'vitest'
import { timeTaken } from '../../src/replay/caseClock.ts'
import { countedDays, workingMinutes } from '../../src/replay/workingTime.ts'

/** 2026-03-02 09:30 → 2026-03-02T09:30:00 */
const at = (words: string) => `${words.replace(' ', 'T')}:00`
const span = (start: string, end: string) => ({ start: at(start), end: at(end) })

describe('working time', () => {
  it.each([
    ['within a morning', '2026-03-02 09:30', '2026-03-02 11:00', 90],
    ['over noon', '2026-03-02 11:00', '2026-03-02 14:00', 90],
    ['one whole day', '2026-03-02 08:00', '2026-03-02 20:00', 420],
    ['begun after hours', '2026-03-02 18:00', '2026-03-03 10:00', 60],
    ['begun at night', '2026-03-02 23:59', '2026-03-03 09:01', 1],
    ['over a weekend', '2026-03-06 16:30', '2026-03-09 10:00', 120],
    ['over the National Day holiday', '2026-09-30 16:30', '2026-10-08 10:00', 120],
    ['a make-up Saturday counts', '2026-10-10 09:00', '2026-10-10 12:00', 180],
    ['New Year’s holiday', '2026-01-01 09:00', '2026-01-03 12:00', 0],
    ['the Spring Festival, with its make-up Saturday', '2026-02-13 17:00', '2026-02-24 09:30', 480],
    ['a leap day', '2024-02-29 09:00', '2024-02-29 10:00', 60],
    ['nothing', '2026-03-02 09:30', '2026-03-02 09:30', 0],
    ['in the break', '2026-03-02 12:10', '2026-03-02 13:20', 0],
    ['to the half minute before', '2026-03-02 11:59', '2026-03-02 13:31', 2],
  ])('[RP10] is counted to the minute: %s', (_, start, end, minutes) => {
    expect(workingMinutes(span(start, end))).toBe(minutes)
  })

  it.each([
    ['a pause within a day', [['2026-03-02 10:00', '2026-03-02 11:00']], 360],
    ['a pause over midnight', [['2026-03-02 17:00', '2026-03-03 09:30']], 390],
    [
      'two that overlap',
      [
        ['2026-03-02 10:00', '2026-03-02 11:00'],
        ['2026-03-02 10:30', '2026-03-02 11:30'],
      ],
      330,
    ],
    ['one over noon', [['2026-03-02 11:30', '2026-03-02 14:00']], 360],
    ['one outside of hours', [['2026-03-02 18:00', '2026-03-03 08:00']], 420],
    ['one before and after', [['2026-03-01 00:00', '2026-03-05 00:00']], 0],
  ])('[RP10] leaves out what the clock stands still in: %s', (_, pauses, minutes) => {
    const excluded = pauses.map(([start, end]) => span(start!, end!))
    expect(workingMinutes(span('2026-03-02 09:00', '2026-03-02 17:30'), excluded)).toBe(minutes)
  })

  it.each([
    ['the same day', '2026-03-02 09:00', '2026-03-02 17:00', [], 0],
    ['the first day is not counted', '2026-03-02 09:00', '2026-03-03 09:00', [], 1],
    ['begun after hours', '2026-03-02 18:00', '2026-03-03 09:00', [], 1],
    ['over a weekend', '2026-03-06 09:00', '2026-03-09 09:00', [], 1],
    ['from a Sunday', '2026-03-08 09:00', '2026-03-09 09:00', [], 1],
    ['20 workdays over the National Day', '2026-09-20 09:00', '2026-10-23 17:00', [], 20],
    [
      '补正 from Tuesday to Thursday',
      '2026-03-02 09:00',
      '2026-03-06 17:00',
      [['2026-03-03 10:00', '2026-03-05 10:00']],
      2,
    ],
    [
      'a pause within one day',
      '2026-03-02 09:00',
      '2026-03-06 17:00',
      [['2026-03-03 09:00', '2026-03-03 17:00']],
      4,
    ],
    [
      'two pauses of one day',
      '2026-03-02 09:00',
      '2026-03-06 17:00',
      [
        ['2026-03-03 09:00', '2026-03-04 09:00'],
        ['2026-03-03 09:00', '2026-03-04 09:00'],
      ],
      3,
    ],
    [
      'a pause over a weekend',
      '2026-03-05 09:00',
      '2026-03-10 17:00',
      [['2026-03-06 09:00', '2026-03-09 17:00']],
      2,
    ],
  ] as const)('[RP11] days are counted as a statute counts them: %s', (_, start, end, pauses, days) => {
    const excluded = pauses.map(([from, to]) => span(from, to))
    expect(countedDays(span(start, end), 'workday', excluded).days).toBe(days)
  })

  it.each([
    ['on the last workday', 5, 'workday', '2026-03-09 17:00', 5, false],
    ['one workday late', 5, 'workday', '2026-03-10 09:00', 6, true],
    ['natural days', 7, 'day', '2026-03-09 17:00', 7, false],
    ['a week', 1, 'week', '2026-03-10 09:00', 8, true],
    ['hours', 8, 'hour', '2026-03-03 10:30', 8, false],
    ['hours, a minute late', 8, 'hour', '2026-03-03 10:31', 481 / 60, true],
    ['a month', 1, 'month', '2026-04-02 17:00', 31, false],
    ['a month and a day', 1, 'month', '2026-04-03 09:00', 32, true],
    ['a year', 1, 'year', '2027-03-02 17:00', 365, false],
  ] as const)(
    '[RP11] a limit is kept until its last day is over: %s',
    (_, amount, unit, end, used, isLate) => {
      const taken = timeTaken(span('2026-03-02 09:30', end), { amount, unit })!
      expect(taken.used).toBeCloseTo(used, 9)
      expect(taken.isLate).toBe(isLate)
    },
  )

  it('[RP11] a month from 31 January ends with February', () => {
    const limit = { amount: 1, unit: 'month' } as const
    expect(timeTaken(span('2026-01-31 09:00', '2026-02-28 17:00'), limit)!.isLate).toBe(false)
    expect(timeTaken(span('2026-01-31 09:00', '2026-03-01 09:00'), limit)!.isLate).toBe(true)
  })

  it('[RP12] says where the calendar of a year is not known', () => {
    const limit = { amount: 5, unit: 'workday' } as const
    expect(timeTaken(span('2098-03-03 09:00', '2098-03-10 09:00'), limit)!.isCalendarKnown).toBe(false)
    expect(timeTaken(span('2026-03-03 09:00', '2026-03-10 09:00'), limit)!.isCalendarKnown).toBe(true)
  })
})
