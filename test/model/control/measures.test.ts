import { describe, expect, it } from 'vitest'
import type { Day } from '../../../src/model/control/controlEvent.ts'
import { controlLog, logAfter, type ControlLog } from '../../../src/model/control/measureLog.ts'
import { measureRows } from '../../../src/model/control/measureRows.ts'
import { measuresOnChart, planChanges } from '../../../src/model/control/measuresOnChart.ts'
import { chartOf } from '../../support/chartOf.ts'
import { check, clerk, done, keeper, noon, planned, refusal } from './acting.ts'

const suggests = (log: ControlLog) =>
  measureRows(log, '2027-06-01').some(({ suggestsChange }) => suggestsChange)

const state = (log: ControlLog) => measureRows(log, '2027-02-05')[0]?.evidenceState

const overdue = (log: ControlLog, today: Day) =>
  measureRows(log, today).flatMap(({ isOverdue, scheduled }) => (isOverdue ? scheduled : []))

describe('[CN2] what is overdue stays so until it is done', () => {
  const start = controlLog([planned('2027-12-01', '每月底')])

  it('however many follow it, checked late, in part, or not', () => {
    expect(overdue(start, '2027-12-31')).toEqual([])
    expect(overdue(start, '2028-03-01')).toEqual(['2027-12-31', '2028-01-31', '2028-02-29'])
    const partly = done(start, '2028-02-10', check('2027-12-31', 'partly', '2028-02-09'))
    expect(overdue(partly, '2028-03-01')).toEqual(['2027-12-31', '2028-01-31', '2028-02-29'])
    const late = done(partly, '2028-02-20', check('2027-12-31', 'done', '2028-02-18'))
    expect(overdue(late, '2028-03-01')).toEqual(['2028-01-31', '2028-02-29'])
    expect(
      overdue(done(late, '2028-02-20', check('2028-01-31', 'notApplicable', '2028-02-01')), '2028-03-01'),
    ).toEqual(['2028-02-29'])
  })

  it('also when the measure has left the chart', () => {
    const gone = logAfter(start, { kind: 'ended', measure: 'm', from: '2028-02-10', at: 0 })
    const rows = measureRows(gone, '2028-03-01')
    expect(rows.map(({ scheduled, isEnded }) => [scheduled, isEnded])).toEqual([
      ['2027-12-31', true],
      ['2028-01-31', true],
    ])
  })

  it('moved with a reason: the scheduled day stays, the due day is the new one', () => {
    const command = {
      kind: 'move',
      measure: 'm',
      scheduled: '2028-01-31',
      due: '2028-03-15',
      reason: '',
    } as const
    expect(refusal(start, '2028-02-01', command)).toBe('no-reason')
    const moved = done(start, '2028-02-01', { ...command, reason: '审计进驻' })
    expect(overdue(moved, '2028-03-01')).toEqual(['2027-12-31', '2028-02-29'])
    expect(measureRows(moved, '2028-03-01')[1]).toMatchObject({ scheduled: '2028-01-31', due: '2028-03-15' })
    expect(overdue(moved, '2028-03-16')).toEqual(['2027-12-31', '2028-01-31', '2028-02-29'])
  })
})

describe('[CN3] a check keeps the measure as it stood, and says when it was done', () => {
  const start = controlLog([planned('2027-01-01', '每月底')])

  it('keeps wording, hash, the day and the time of entry', () => {
    const log = done(start, '2027-02-10', check('2027-01-31', 'done', '2027-01-29'))
    const after = logAfter(log, planned('2027-03-05', '每月底', '双人复核合同'))
    expect(after.get('m')?.checks[0]).toMatchObject({
      wording: '逐笔复核合同',
      hash: 'aa',
      doneOn: '2027-01-29',
      at: noon('2027-02-10'),
    })
    const rows = measureRows(after, '2027-04-01')
    expect(rows.map(({ text }) => text)).toEqual([
      '逐笔复核合同',
      '逐笔复核合同',
      '双人复核合同',
      '双人复核合同',
      '双人复核合同',
    ])
    expect(rows[0]?.isChanged).toBe(true)
    expect(rows).toHaveLength(5)
  })

  it('refuses what cannot be, and says which', () => {
    expect(refusal(start, '2027-01-20', check('2027-01-31', 'done', '2027-01-21'))).toBe('not-done-yet')
    expect(refusal(start, '2027-01-20', check('2027-01-30', 'done'))).toBe('no-such-occurrence')
    expect(refusal(start, '2027-02-01', { ...check('2027-01-31', 'notDone'), note: ' ' })).toBe('no-note')
    expect(refusal(start, '2027-02-01', { ...check('2027-01-31', 'done'), measure: 'n' })).toBe(
      'no-such-measure',
    )
    const reader = { ...clerk, may: () => false }
    expect(refusal(start, '2027-02-01', check('2027-01-31', 'done'), reader)).toBe('no-right')
    expect(refusal(start, '2027-02-01', check('2027-01-31', 'done'), { ...clerk, name: ' ' })).toBe('unnamed')
    const log = done(start, '2027-02-01', check('2027-01-31', 'done'))
    expect(refusal(log, '2027-02-02', check('2027-01-31', 'notDone'))).toBe('already-settled')
  })

  it('is revoked by its author or by who keeps the list, with a reason, and can be read on', () => {
    const log = done(start, '2027-02-01', check('2027-01-31', 'done'), keeper)
    const revoke = { kind: 'revoke', check: 'check2027-02-01', reason: '记错月份' } as const
    expect(refusal(log, '2027-02-02', revoke, clerk)).toBe('not-own')
    expect(refusal(log, '2027-02-02', { ...revoke, reason: '' }, keeper)).toBe('no-reason')
    const [row] = measureRows(done(log, '2027-02-02', revoke, keeper), '2027-02-03')
    expect(row).toMatchObject({ state: 'open', isOverdue: true })
    expect(row?.checks).toHaveLength(1)
  })
})

describe('[CN4] evidence', () => {
  const plan = { text: '抽查', schedule: '每月底', evidence: '抽查记录', places: [], risks: [] }
  const start = controlLog([{ kind: 'planned', measure: 'm', from: '2027-01-01', plan, at: 0 }])

  it('is wanted, missing once the check is entered without it, given', () => {
    expect(state(start)).toBe('wanted')
    const log = done(start, '2027-02-01', check('2027-01-31', 'done'))
    expect(state(log)).toBe('missing')
    const evidence = { kind: 'evidence', check: 'check2027-02-01', name: '抽查记录' } as const
    expect(refusal(log, '2027-02-02', evidence)).toBe('no-evidence')
    const given = done(log, '2027-02-02', { ...evidence, text: '抽查3份，均合规', on: '2027-01-30' })
    expect(state(given)).toBe('given')
    const again = done(given, '2027-02-03', { ...evidence, text: '抽查4份', replaces: 'evidence2027-02-02' })
    expect(again.get('m')?.checks[0]?.evidence.map(({ isReplaced }) => isReplaced)).toEqual([true, false])
    expect(refusal(given, '2027-02-03', { ...evidence, text: '甲', replaces: 'n' })).toBe('no-such-evidence')
  })
})

describe('[CN5] two failures are a suggestion, never a change', () => {
  const start = controlLog([planned('2027-01-01', '每月底')])
  const after = (...results: readonly ('done' | 'partly' | 'notDone' | 'notApplicable')[]) =>
    results.reduce(
      (log, result, at) =>
        done(log, '2027-06-01', check(['2027-01-31', '2027-02-28', '2027-03-31'][at]!, result)),
      start,
    )

  it('counts the last two that were judged', () => {
    expect(suggests(after('notDone'))).toBe(false)
    expect(suggests(after('notDone', 'notDone'))).toBe(true)
    expect(suggests(after('notDone', 'notApplicable', 'notDone'))).toBe(true)
    expect(suggests(after('notDone', 'notDone', 'done'))).toBe(false)
    expect(suggests(after('notDone', 'partly', 'notDone'))).toBe(false)
  })
})

describe('[CN6] the log follows the chart', () => {
  const chart = chartOf('申请 → 审核 → 决定')
  const step = chart.steps[1]!.id
  const full = {
    ...chart,
    risks: [{ id: 'r', order: 'a0', step, text: '少收', level: 'high' }],
    measures: [
      { id: 'm', order: 'a0', text: '逐笔复核', risks: ['r'], schedule: '每月底', responsible: '监察室' },
    ],
  }
  const at = { day: '2027-06-10', at: 5 }

  it('one event for each measure that is new, changed or gone, and none otherwise', () => {
    const events = planChanges(new Map(), measuresOnChart(full), at)
    expect(events).toMatchObject([
      {
        kind: 'planned',
        measure: 'm',
        from: '2027-06-10',
        plan: { places: ['审核'], risks: ['少收'], level: '高' },
      },
    ])
    const log = controlLog(events)
    expect(planChanges(log, measuresOnChart(full), at)).toEqual([])
    const renamed = { ...full, measures: [{ ...full.measures[0]!, schedule: '每季度末' }] }
    expect(planChanges(log, measuresOnChart(renamed), at)).toMatchObject([{ kind: 'planned' }])
    const gone = planChanges(log, measuresOnChart(chart), at)
    expect(gone).toEqual([{ kind: 'ended', measure: 'm', from: '2027-06-10', at: 5 }])
    const back = planChanges(gone.reduce(logAfter, log), measuresOnChart(full), at)
    expect(back).toMatchObject([{ kind: 'planned' }])
  })
})
