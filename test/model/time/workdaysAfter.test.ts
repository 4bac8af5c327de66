import { describe, expect, it } from 'vitest'
import { workdaysAfter } from '../../../src/model/time/workdaysAfter.ts'

const known = { isCalendarKnown: true }
const unknown = { isCalendarKnown: false }

describe('workdaysAfter', () => {
  it.each([
    ['a plain week', '2026-06-01', 5, { day: '2026-06-08', ...known }],
    ['a make-up Saturday counts', '2026-10-08', 3, { day: '2026-10-12', ...known }],
    ['the National Day holiday does not', '2026-09-20', 20, { day: '2026-10-23', ...known }],
    ['nothing to count', '2026-10-01', 0, { day: '2026-10-01', ...known }],
    ['over the end of a year', '2024-12-31', 1, { day: '2025-01-02', ...known }],
    ['a leap day', '2024-02-28', 1, { day: '2024-02-29', ...known }],
  ])('[WD1] counts by the calendar of the State Council: %s', (_, day, count, deadline) => {
    expect(workdaysAfter(day, count)).toEqual(deadline)
  })

  // chinese-days 1.5.7 knows the years 2004 to 2026.
  it.each([
    ['a year to come', '2098-03-03', 5, { day: '2098-03-10', ...unknown }],
    ['a deadline in it', '2026-12-25', 20, { day: '2027-01-22', ...unknown }],
    ['the last days before it', '2026-12-25', 4, { day: '2026-12-31', ...unknown }],
  ])('[WD2] says so where the calendar is not known: %s', (_, day, count, deadline) => {
    expect(workdaysAfter(day, count)).toEqual(deadline)
  })

  it('[WD3] does not depend on the time zone', () => {
    const zone = process.env['TZ']
    for (const name of ['America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati', 'UTC']) {
      process.env['TZ'] = name
      expect(workdaysAfter('2026-09-20', 20).day).toBe('2026-10-23')
    }
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })
})
