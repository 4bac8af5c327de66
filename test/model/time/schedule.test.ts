import { describe, expect, it } from 'vitest'
import { readSchedule } from '../../../src/model/time/readSchedule.ts'
import { nextScheduledDay, scheduledDays, type Schedule } from '../../../src/model/time/schedule.ts'

function rule(text: string): Schedule {
  const read = readSchedule(text)
  if (!read.ok) throw new Error(`${text}: ${read.why}`)
  return read.schedule
}

const in2027 = (text: string) =>
  scheduledDays(rule(text), '2027-01-01', '2027-12-31')
    .map((day) => day.slice(5))
    .join(' ')

const monthEnds = '01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31'
const quarters = '03-31 06-30 09-30 12-31'

describe('[SD1] 完成时间或频次 is read as offices write it', () => {
  it.each([
    ['每月', monthEnds],
    ['每月底前', monthEnds],
    ['每个月月末', monthEnds],
    ['每月31日', monthEnds],
    ['每月至少一次', monthEnds],
    ['每月30号', '01-30 02-28 03-30 04-30 05-30 06-30 07-30 08-30 09-30 10-30 11-30 12-30'],
    ['每季度', quarters],
    ['每季度末', quarters],
    ['每季度开展一次检查', quarters],
    ['按季度', quarters],
    ['每季度不少于1次', quarters],
    ['每三个月', quarters],
    ['每年4次', quarters],
    ['每半年两次', quarters],
    ['每季度首月10日前', '01-10 04-10 07-10 10-10'],
    ['每季度次月5日前报送', '01-05 04-05 07-05 10-05'],
    ['每季度末月25日', '03-25 06-25 09-25 12-25'],
    ['每半年一次', '06-30 12-31'],
    ['半年', '06-30 12-31'],
    ['每年两次', '06-30 12-31'],
    ['每年6月和12月', '06-30 12-31'],
    ['每年3月15日、9月15日', '03-15 09-15'],
    ['每年', '12-31'],
    ['一年一次', '12-31'],
    ['每年年底前完成', '12-31'],
    ['每年2月29日', '02-28'],
    ['每年十一月底', '11-30'],
    ['每年第三季度', '09-30'],
    ['每年上半年', '06-30'],
    ['每两个月', '02-28 04-30 06-30 08-31 10-31 12-31'],
    ['2027年11月底前', '11-30'],
    ['2027-2-28', '02-28'],
    ['2027年5月8日前完成', '05-08'],
    ['20270508', '05-08'],
    ['2027年第二季度', '06-30'],
    ['2027年底', '12-31'],
    ['每月15日，遇非工作日顺延', '01-15 02-15 03-15 04-15 05-17 06-15 07-15 08-16 09-15 10-15 11-15 12-15'],
  ])('%s', (text, days) => {
    expect(in2027(text)).toBe(days)
  })

  it('counts workdays of the month, and weeks over New Year', () => {
    // 2026: 1–3 January are a holiday, 4 January (Sunday) is worked.
    expect(scheduledDays(rule('每月第1个工作日'), '2026-01-01', '2026-02-28')).toEqual([
      '2026-01-04',
      '2026-02-02',
    ])
    expect(scheduledDays(rule('每月最后一个工作日'), '2026-05-01', '2026-05-31')).toEqual(['2026-05-29'])
    expect(scheduledDays(rule('每周五'), '2026-12-20', '2027-01-10')).toEqual([
      '2026-12-25',
      '2027-01-01',
      '2027-01-08',
    ])
  })

  it.each(['随时', '每次开标前', '逐件审查', '长期坚持', '每个工作日', '日常监督'])(
    '%s is due on no day',
    (text) => {
      expect(rule(text)).toEqual({ kind: 'running' })
    },
  )

  it('says where the day was not written', () => {
    expect(readSchedule('每季度')).toMatchObject({ assumed: true })
    expect(readSchedule('每季度末')).toMatchObject({ assumed: false })
    expect(readSchedule('每月15日')).toMatchObject({ assumed: false })
  })

  it.each([
    ['2027-02-29', 'no-such-day'],
    ['2026年13月', 'no-such-day'],
    ['每年2月30日', 'no-such-day'],
    ['每年4月31日', 'no-such-day'],
    ['每月32日', 'no-such-day'],
    ['11月30日前', 'no-year'],
    ['年底前', 'no-year'],
    ['', 'not-understood'],
    ['尽快', 'not-understood'],
    ['每年3次以上但不超过5次', 'not-understood'],
    ['每季度2次', 'not-understood'],
    ['每两年', 'not-understood'],
    ['每5个月', 'not-understood'],
    ['每月初', 'not-understood'],
    ['随时，每季度汇总', 'not-understood'],
    ['合同签订后10日内', 'not-understood'],
    ['每月15日或者月底', 'not-understood'],
  ] as const)('refuses %s: %s', (text, why) => {
    expect(readSchedule(text)).toEqual({ ok: false, why })
  })
})

describe('[SD2] a rule gives days for ever', () => {
  it('over New Year and 29 February', () => {
    expect(scheduledDays(rule('每月底'), '2027-11-15', '2028-03-01')).toEqual([
      '2027-11-30',
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
    ])
    expect(nextScheduledDay(rule('每年2月29日'), '2027-03-01')).toBe('2028-02-29')
    expect(nextScheduledDay(rule('2026-11-30'), '2026-12-01')).toBeUndefined()
  })
})
