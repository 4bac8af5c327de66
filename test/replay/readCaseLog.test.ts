import { describe, expect, it } from 'vitest'
import { csvRows, readCsv } from '../../src/files/tableSource/readDelimited.ts'
import { casesOfMatter } from '../../src/replay/caseLog/casesOfMatter.ts'
import { readCaseLog } from '../../src/replay/caseLog/readCaseLog.ts'
import { readCaseTime } from '../../src/replay/caseLog/readCaseTime.ts'
import { readHoldings } from '../../src/replay/caseLog/readHoldings.ts'

const read = (...rows: readonly string[]) => readCaseLog(csvRows(rows.join('\n')))!

describe('times of cases', () => {
  it.each([
    ['20260302T093000', '2026-03-02T09:30:00'],
    ['20260302093000', '2026-03-02T09:30:00'],
    ['2026/3/2 9:30', '2026-03-02T09:30:00'],
    ['2026-03-02 09:30:05', '2026-03-02T09:30:05'],
    ['2026-03-02T09:30:00.000', '2026-03-02T09:30:00'],
    ['2026-03-02T09:30:00+08:00', '2026-03-02T09:30:00'],
    ['2026年3月2日 9时30分', '2026-03-02T09:30:00'],
    ['２０２６年３月２日', '2026-03-02T00:00:00'],
    ['20260302', '2026-03-02T00:00:00'],
    ['46083.395833333336', '2026-03-02T09:30:00'],
    ['46083', '2026-03-02T00:00:00'],
    ['2026.3.2', '2026-03-02T00:00:00'],
    ['2026年3月2日 上午9:05', '2026-03-02T09:05:00'],
    ['2026年3月2日下午2:20', '2026-03-02T14:20:00'],
    ['2026/3/2 中午12:30', '2026-03-02T12:30:00'],
    ['2026-03-02 下午14:20', '2026-03-02T14:20:00'],
  ])('[RP20] are read as systems and forms write them: %s', (text, time) => {
    expect(readCaseTime(text)).toBe(time)
  })

  it.each([
    '',
    '昨天',
    '2026-02-30',
    '2026-13-01',
    '2026-03-02 25:00',
    '3/2/2026',
    '20261301',
    '12',
    '2026-03-02T09:30:00Z',
  ])('[RP20] and what is none, or of another zone, is no time: %s', (text) => {
    expect(readCaseTime(text)).toBeUndefined()
  })
})

describe('a table of cases', () => {
  it('[RP21] has a row per step with start and end, below a title', () => {
    const log = read(
      '某县政务服务办件明细',
      '办件编号,环节名称,环节处理人,环节开始时间,环节结束时间,特别程序种类代码,特别程序开始时间,特别程序结束时间,备注',
      'A1,审查,李四,20260303T090000,20260304T170000,2,20260303T100000,20260303T150000,',
      'A1,受理,张三,20260302T090000,20260302T091000,,,,急',
      'A2,受理,张三,20260302T090000,20260302T091000,1,20260303T090000,,',
    )
    expect(log.columns.unknown).toEqual(['备注'])
    expect(log.cases[0]!.events.map(({ step, row }) => `${step}${row}`)).toEqual(['受理4', '审查3'])
    expect(log.cases[0]!.suspensions).toEqual([
      { start: '2026-03-03T10:00:00', end: '2026-03-03T15:00:00', row: 3 },
    ])
    expect(log.cases.map(({ isExtended }) => isExtended)).toEqual([false, true])
  })

  it('[RP21] has a row per state with one time: codes, pauses that are no steps, ends', () => {
    const log = read(
      '审批事项实例编码,办理处（科）室,办理人,办理状态,办理时间',
      'S1,住建局,张三,1,2026/3/2 9:00',
      'S1,住建局,张三,补正开始,2026/3/3 9:00',
      'S1,住建局,张三,7,2026/3/5 9:00',
      'S1,住建局,张三,11,2026/3/6 9:00',
    )
    const [one] = log.cases
    expect(one!.events.map(({ step }) => step)).toEqual(['接件', '办结通过'])
    expect(one).toMatchObject({ isClosed: true })
    expect(one!.suspensions).toMatchObject([{ start: '2026-03-03T09:00:00', end: '2026-03-05T09:00:00' }])
  })

  it('[RP2] a case is ended by what stands last, not by a notice that was delivered on the way', () => {
    const log = read(
      '办件编号,环节名称,开始时间',
      'A1,送达事先告知书,2026-03-02',
      'A2,撤销听证,2026-03-02',
      'A2,审查,2026-03-03',
      'A3,办结,2026-03-04',
    )
    expect(log.cases.map(({ number, isClosed }) => `${number} ${isClosed}`)).toEqual([
      'A1 false',
      'A2 false',
      'A3 true',
    ])
  })

  it('[RP21] has a row per step of the older networks', () => {
    const log = read(
      'INTERNAL_NO,TACHE_NAME,TACHE_PREV_INT_NO,DEPARTMENT,USER_NAME,BEGIN_DATE,PROCESS_DATE',
      'B1,立案,,执法队,张三,2026-03-02 09:00:00,2026-03-02 10:00:00',
    )
    expect(log.cases[0]!.events).toMatchObject([
      { step: '立案', person: '张三', post: '执法队', end: '2026-03-02T10:00:00' },
    ])
  })

  it('[RP22] uses or rejects every row, with its reason', () => {
    const log = read(
      '办件编号,环节名称,开始时间,结束时间',
      'A1,受理,2026-03-02,2026-03-02',
      'A1,受理,2026-03-02,2026-03-02',
      ',受理,2026-03-02,',
      'A1,,2026-03-02,',
      'A1,审查,,',
      'A1,审查,三月初,',
      '',
      'A1,审查,2026-03-05,2026-03-04',
    )
    expect(log.rejected.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '3 twice',
      '4 noCase',
      '5 noStep',
      '6 noTime',
      '7 badTime',
      '9 endBeforeStart',
    ])
    expect(log.rows).toBe(7)
    const used = log.cases.reduce((sum, { events }) => sum + events.length, 0)
    expect(used + log.rejected.length).toBe(log.rows)
  })

  it('[RP22] rejects numbers of cases that a spreadsheet has rounded: many would look like one', () => {
    const log = read('办件编号,环节名称,开始时间', '1.23457E+11,受理,2026-03-02', '2026E11,受理,2026-03-02')
    expect(log.rejected.map(({ row, why }) => `${row} ${why}`)).toEqual(['2 lostNumber'])
    expect(log.cases.map(({ number }) => number)).toEqual(['2026E11'])
  })

  it('[RP22] is none without a case, a step and a time in its headings, unless somebody chooses', () => {
    const table = readCsv('业务号,环节,发生于\nA1,受理,2026-03-02')
    expect(readCaseLog(table.rows)).toBeUndefined()
    const chosen = new Map([
      ['业务号', 'case'],
      ['发生于', 'start'],
    ] as const)
    expect(readCaseLog(table.rows, chosen)!.cases).toHaveLength(1)
  })

  it('[RP24] of several 事项 only those of the chart are judged; where it is not clear which, somebody chooses', () => {
    const { cases } = read(
      '办件编号,事项名称,环节名称,开始时间',
      'A1,食品经营许可,受理,2026-03-02',
      'A2,食品经营许可,受理,2026-03-02',
      'B1,动物防疫条件审查,受理,2026-03-02',
    )
    const numbers = (title: string, chosen?: string) => {
      const own = casesOfMatter(cases, title, chosen)
      return 'matters' in own ? own.matters : [...own.cases.map(({ number }) => number), own.others]
    }
    expect(numbers('食品经营许可权力运行流程图')).toEqual(['A1', 'A2', 1])
    expect(numbers('行政许可')).toEqual(['食品经营许可', '动物防疫条件审查'])
    expect(numbers('行政许可', '动物防疫条件审查')).toEqual(['B1', 2])
    expect(numbers('行政许可', '别的')).toEqual(['食品经营许可', '动物防疫条件审查'])
    expect(casesOfMatter(cases.slice(0, 2), '行政许可')).toMatchObject({ matter: '食品经营许可', others: 0 })
  })

  it('[RP23] persons and posts with dates', () => {
    const table = readCsv(
      '姓名,岗位,任职起,任职止\n张三,窗口岗,2025/1/1,2026-05-31\n张三,审核岗,2026-06-01,至今\n李四,窗口岗,？,',
    )
    expect(readHoldings(table)).toEqual({
      holdings: [
        { person: '张三', post: '窗口岗', from: '2025-01-01', to: '2026-05-31' },
        { person: '张三', post: '审核岗', from: '2026-06-01' },
      ],
      badRows: [4],
    })
  })
})

/** 受理 03-02T00:00:00张三 */
const events = (log: ReturnType<typeof read>) =>
  log.cases.map(({ number, events: all }) => [
    number,
    ...all.map(
      ({ step, start, end, person }) =>
        `${step} ${start.slice(5)}${end ? `–${end.slice(5)}` : ''}${person ?? ''}`,
    ),
  ])

describe('a ledger with a row per case', () => {
  it('[RP21] every time of a step is an event, with the person beside it; what is of no step is not taken', () => {
    const log = read(
      '取水许可办件台账',
      '序号,受理号,申请人,受理日期,受理人,审核开始时间,审核完成时间,审核人,决定时间,承诺办结时间,登记时间,备注',
      '1,A1,甲公司,2026/3/2,张三,2026/3/3,2026/3/5,李四,2026/3/6,2026/3/20,2026/3/2,急',
      '2,A2,乙公司,2026/3/4,张三,,,,,2026/3/24,2026/3/4,',
      '3,A3,丙公司,,,,,,,,,',
    )
    expect(events(log)).toEqual([
      [
        'A1',
        '受理 03-02T00:00:00张三',
        '登记 03-02T00:00:00',
        '审核 03-03T00:00:00–03-05T00:00:00李四',
        '决定 03-06T00:00:00',
      ],
      ['A2', '受理 03-04T00:00:00张三', '登记 03-04T00:00:00'],
    ])
    expect(log.isLedger).toBe(true)
    expect(log.rejected).toEqual([{ row: 5, why: 'noTime', text: '' }])
    expect(log.rows).toBe(7)
    expect(log.columns.unknown).toEqual(['序号', '申请人', '承诺办结时间', '备注'])
  })

  it('[RP21] a step of which only the end is written has one time, not a duration of nothing', () => {
    const log = read('受理号,受理日期,审核完成时间', 'A1,2026/3/2,2026/3/9')
    expect(events(log)).toEqual([['A1', '受理 03-02T00:00:00', '审核 03-09T00:00:00']])
    expect(log.cases[0]?.events.map(({ end }) => end)).toEqual([undefined, undefined])
  })

  it('[RP21] beside a column of states it takes three times to be one; a row per step is none', () => {
    const states = read('办件编号,办件状态,办结时间,申请时间', 'A1,办结,2026-3-2,2026-3-1')
    expect(states.isLedger).toBe(false)
    const wide = read('办件编号,办件状态,申请时间,受理时间,办结时间', 'A1,办结,2026-3-1,2026-3-2,2026-3-9')
    expect(events(wide)).toEqual([
      ['A1', '申请 03-01T00:00:00', '受理 03-02T00:00:00', '办结 03-09T00:00:00'],
    ])
    const each = read('办件编号,环节名称,接收时间,处理时间,签收时间', 'A1,受理,2026-3-1,2026-3-2,2026-3-1')
    expect(each.isLedger).toBe(false)
  })
})

describe('date and time in two columns', () => {
  it('[RP20] are one time; a date alone, a whole time in one of them, and the parts of Excel are read', () => {
    const log = read(
      '办件编号,环节名称,开始日期,开始时间,结束日期,结束时间',
      'A1,受理,2026/3/2,9:30,2026/3/2,上午11:00',
      'A1,审核,2026/3/3,,2026-03-04 16:00,',
      'A1,决定,46086,0.5,46086,0.75',
    )
    expect(log.cases[0]?.events.map(({ start, end }) => `${start} ${end}`)).toEqual([
      '2026-03-02T09:30:00 2026-03-02T11:00:00',
      '2026-03-03T00:00:00 2026-03-04T16:00:00',
      '2026-03-05T12:00:00 2026-03-05T18:00:00',
    ])
  })
})
