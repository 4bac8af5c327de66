import { describe, expect, it } from 'vitest'
import {
  decideWarning,
  openSteps,
  type WarningActor,
  type WarningCommand,
} from '../../../src/model/control/decideWarning.ts'
import {
  isLateWarning,
  warningAfter,
  warningCase,
  type WarningCase,
} from '../../../src/model/control/warningCase.ts'
import { warningCounts } from '../../../src/model/control/warningCounts.ts'

const clerk: WarningActor = { id: 'u1', name: '王经办', post: '', may: (right) => right === 'write' }
const judge: WarningActor = { id: 'u2', name: '李纪检', post: '', may: () => true }
const other: WarningActor = { id: 'u3', name: '赵主任', post: '', may: () => true }

const noon = (day: string) => Date.parse(`${day}T04:00:00Z`)

function taken(
  before: WarningCase | undefined,
  command: WarningCommand,
  who: WarningActor,
  day = '2026-03-02',
) {
  return decideWarning(before, command, who, { at: noon(day), hash: 'aa' })
}

function after(
  before: WarningCase | undefined,
  command: WarningCommand,
  who: WarningActor,
  day?: string,
): WarningCase {
  const decision = taken(before, command, who, day)
  if (!decision.ok) throw new Error(decision.code)
  const next = before ? warningAfter(before, decision.event) : warningCase('w', '2026-001', [decision.event])
  return next!
}

const code = (before: WarningCase | undefined, command: WarningCommand, who: WarningActor, day?: string) => {
  const decision = taken(before, command, who, day)
  return decision.ok ? undefined : decision.code
}

const open = { kind: 'open', source: '审计', problem: '未按规定招标', about: '工程招标' } as const
const stands = { kind: 'judge', stands: true, text: '属实' } as const
const treat = {
  kind: 'treat',
  colour: 'yellow',
  way: '责令纠错',
  number: '',
  lead: '监察室',
  addressee: '建管科',
  goal: '补正程序',
  deadline: '2026-03-31',
} as const
const mend = { kind: 'mend', text: '已补正' } as const
const passes = { kind: 'review', passes: true, text: '核实无误' } as const
const ask = { kind: 'askExtension', until: '2026-04-30', text: '专家未到' } as const
const grant = { kind: 'decideExtension', grants: true, text: '同意' } as const

const begun = after(undefined, open, clerk)
const mending = after(after(begun, stands, judge), treat, judge)

describe('[CN30] a 预警 case goes its way and no other', () => {
  it('from 线索 to 销号, and what fails 复核 is mended again', () => {
    const answered = after(mending, { kind: 'receipt', text: '收到', measures: '重新招标' }, clerk)
    const failed = after(after(answered, mend, clerk), { ...passes, passes: false }, judge)
    expect(failed.state).toBe('mending')
    const reviewed = after(after(failed, mend, clerk), passes, judge)
    expect(reviewed.state).toBe('toClose')
    const closed = after(reviewed, { kind: 'close', text: '销号' }, judge)
    expect([closed.state, closed.events.length, closed.events.every(({ hash }) => hash === 'aa')]).toEqual([
      'closed',
      9,
      true,
    ])
    expect(openSteps(closed, judge)).toEqual([])
  })

  it('may be 不成立, and ends with it', () => {
    const dismissed = after(begun, { kind: 'judge', stands: false, text: '举报不实' }, judge)
    expect(dismissed.state).toBe('dismissed')
    expect(code(dismissed, treat, judge)).toBe('not-now')
  })

  it('refuses steps out of turn, without right, name or words', () => {
    expect(code(begun, mend, clerk)).toBe('not-now')
    expect(code(begun, stands, clerk)).toBe('no-right')
    expect(code(begun, { ...stands, text: ' ' }, judge)).toBe('empty-text')
    expect(code(begun, stands, { ...judge, name: '' })).toBe('unnamed')
    expect(code(undefined, stands, judge)).toBe('no-such-warning')
    expect(code(begun, open, clerk)).toBe('begun')
    expect(code(undefined, { ...open, problem: '' }, clerk)).toBe('empty-text')
    expect(code(after(begun, stands, judge), { ...treat, deadline: '2026-03-01' }, judge)).toBe(
      'deadline-past',
    )
  })
})

describe('[CN31] two persons', () => {
  it('复核 and 销号 are another’s than who mended', () => {
    const mended = after(mending, mend, judge)
    expect(code(mended, passes, judge)).toBe('same-person')
    const reviewed = after(mended, passes, other)
    expect(code(reviewed, { kind: 'close', text: '销号' }, judge)).toBe('same-person')
    expect(code(reviewed, { kind: 'close', text: '销号' }, other)).toBeUndefined()
  })

  it('an extension is granted by another, each time anew, and what was asked stays', () => {
    const asking = after(mending, ask, judge)
    expect(code(asking, grant, judge)).toBe('same-person')
    expect(code(asking, ask, clerk)).toBe('asked-already')
    const granted = after(asking, grant, other)
    expect([granted.deadline, granted.extensions, granted.asking]).toEqual(['2026-04-30', 1, undefined])
    expect(code(granted, grant, other)).toBe('not-asked')
    expect(code(granted, ask, clerk)).toBe('not-later')
    const again = after(granted, { ...ask, until: '2026-05-31' }, clerk, '2026-05-04')
    expect(isLateWarning(again, '2026-05-04')).toBe(true)
    const refused = after(again, { ...grant, grants: false }, judge, '2026-05-04')
    expect([refused.deadline, refused.events.filter(({ kind }) => kind === 'askExtension').length]).toEqual([
      '2026-04-30',
      2,
    ])
  })
})

describe('[CN32] statistics by quarter', () => {
  it('each case once, and the sum is that of the quarters', () => {
    const late = after(after(after(undefined, open, clerk, '2026-06-30'), stands, judge), treat, judge)
    const dismissed = after(after(undefined, open, clerk, '2026-04-01'), { ...stands, stands: false }, judge)
    const rows = warningCounts([begun, mending, late, dismissed], '2026-07-01')
    expect(
      rows.map(({ quarter, opened, stands: stand, late: overdue }) => [quarter, opened, stand, overdue]),
    ).toEqual([
      ['2026-Q1', 2, 1, 1],
      ['2026-Q2', 2, 1, 1],
      ['', 4, 2, 2],
    ])
  })
})
