import { describe, expect, it } from 'vitest'
import type { Chart, Header, Step } from '../../src/model/chart.ts'
import { readTimeLimit } from '../../src/model/time/readTimeLimit.ts'
import type { SpanLimit } from '../../src/model/time/timeLimit.ts'
import type { CaseEvent, PowerCase } from '../../src/model/cases/powerCase.ts'
import type { JudgeOptions } from '../../src/replay/judgeCases.ts'
import { judgeEditions, type EditionsJudgement } from '../../src/replay/judgeEditions.ts'
import { replayForms } from '../../src/replay/replayForms.ts'
import { sayCase, sayReservations } from '../../src/replay/replayReport.ts'
import { chartOf } from '../support/chartOf.ts'

const duty = (of: Step['duty'], post: string, limit?: string) => ({
  ...(of ? { duty: of } : {}),
  posts: [post],
  ...(limit ? { timeLimit: readTimeLimit(limit) } : {}),
})

const licence: Chart = {
  ...chartOf(
    '受理 → 审查 → 听证 → 决定 → 送达；审查 → 决定',
    {
      受理: duty('handle', 'p1'),
      审查: duty('review', 'p2', '5个工作日'),
      听证: duty(undefined, 'p2'),
      决定: duty('decide', 'p3', '3个工作日'),
      送达: duty(undefined, 'p1'),
    },
    { title: '行政许可', powerKind: 'licensing', promisedLimit: readTimeLimit('10个工作日') as SpanLimit },
  ),
  posts: [
    { id: 'p1', order: 'a0', name: '窗口岗' },
    { id: 'p2', order: 'a1', name: '审核岗' },
    { id: 'p3', order: 'a2', name: '分管领导' },
  ],
}

const inMarch = (day: string, time: string) => `2026-03-${day.padStart(2, '0')}T${time}`

/** 受理 张三 2 2; 审查 李四 2 6: step, person, first and last day of March 2026. */
function caseOf(words: string, extras: Partial<PowerCase> = {}): PowerCase {
  const events = words.split('; ').map((part, at): CaseEvent => {
    const [step, person, first, last] = part.split(' ') as [string, string, string, string]
    return { step, person, start: inMarch(first, '09:00:00'), end: inMarch(last, '17:00:00'), row: at + 2 }
  })
  return { number: 'A1', events, suspensions: [], isClosed: true, isExtended: false, ...extras }
}

const judged = (one: PowerCase, options: Partial<JudgeOptions> = {}, chart = licence) =>
  judgeEditions([{ chart }], [one], { now: '2026-04-01T09:00:00', ...options }) as EditionsJudgement
const said = (one: PowerCase, options?: Partial<JudgeOptions>) => {
  const judgement = judged(one, options)
  return sayCase(judgement.cases[0]!)
}

/** Late steps of a review of 5日 that took five workdays, and whether the unit was guessed. */
function lateUnder(header: Partial<Header>): readonly [number, boolean] {
  const chart = chartOf('受理 → 审查 → 决定', { 审查: { timeLimit: readTimeLimit('5日内') } }, header)
  const judgement = judged(caseOf('受理 张三 2 2; 审查 李四 2 9; 决定 王五 9 9'), {}, chart)
  return [judgement.cases[0]!.time.lateSteps.length, judgement.isUnitGuessed]
}

describe('a case and its time', () => {
  it('[RP13] runs from 受理 to the decision; what follows the decision is not counted', () => {
    const one = caseOf('受理 张三 2 2; 审查 李四 2 6; 决定 王五 9 10; 送达 张三 30 31')
    expect(judged(one).cases[0]!.time.whole).toMatchObject({ used: 6, most: 10, isLate: false })
    expect(said(one)).toEqual([])
  })

  it('[RP13] says the case and the step apart: a late step within a case in time', () => {
    expect(said(caseOf('受理 张三 2 2; 审查 李四 2 10; 决定 王五 11 12; 送达 张三 12 12'))).toEqual([
      '「审查」超过环节时限：用了6个工作日，应在5个工作日内（第 3 行）',
    ])
    expect(said(caseOf('受理 张三 2 2; 审查 李四 2 6; 决定 王五 17 18; 送达 张三 18 18'))).toEqual([
      '超过总时限：用了12个工作日，应在10个工作日内',
    ])
  })

  it('[RP13] a least limit is no most: what was over too soon is said, what took longer is not', () => {
    const chart = chartOf('受理 → 公示 → 决定', { 公示: { timeLimit: readTimeLimit('不少于7个工作日') } })
    const words = (days: string) => {
      const one = caseOf(`受理 张三 2 2; 公示 李四 ${days}; 决定 王五 31 31`)
      return sayCase(judged(one, {}, chart).cases[0]!)
    }
    expect(words('2 5')).toEqual(['「公示」不足规定期限：只有3个工作日，应不少于7个工作日（第 3 行）'])
    expect(words('2 20')).toEqual([])
  })

  it('[RP13] 日 is a workday where the statute says so, or where nothing says which', () => {
    expect(lateUnder({ title: '某事' })).toEqual([0, true])
    expect(lateUnder({ title: '行政许可流程图' })).toEqual([0, false])
    expect(lateUnder({ powerKind: 'procurement' })[0]).toBe(1)
  })

  it('[RP14] 听证 and 补正 stop the clock, 延长审批 lengthens it', () => {
    const heard = caseOf('受理 张三 2 2; 审查 李四 2 6; 听证 李四 9 16; 决定 王五 17 18; 送达 张三 18 18')
    expect(judged(heard).cases[0]!.time.whole).toMatchObject({ used: 7, isLate: false })
    const paused = caseOf('受理 张三 2 2; 审查 李四 2 6; 决定 王五 17 18; 送达 张三 18 18', {
      suspensions: [{ start: '2026-03-09T09:00:00', end: '2026-03-12T09:00:00', row: 9 }],
    })
    expect(judged(paused).cases[0]!.time.whole).toMatchObject({ used: 9, isLate: false })
    const longer = readTimeLimit('10个工作日，可延长5个工作日') as SpanLimit
    const chart = { ...licence, header: { ...licence.header, promisedLimit: longer } }
    const late = caseOf('受理 张三 2 2; 审查 李四 2 6; 决定 王五 17 18; 送达 张三 18 18')
    expect(judged({ ...late, isExtended: true }, {}, chart).cases[0]!.time.whole).toMatchObject({
      most: 15,
      isLate: false,
    })
  })

  it('[RP13] an open case is measured until now', () => {
    const open = caseOf('受理 张三 2 2; 审查 李四 2 6', { isClosed: false })
    expect(said(open)).toEqual(['已超过总时限：用了22个工作日，应在10个工作日内'])
  })
})

describe('who acted', () => {
  const holdings = [
    { person: '张三', post: '窗口岗', to: '2026-03-09' },
    { person: '张三', post: '审核岗', from: '2026-03-10' },
    { person: '李四', post: '审核岗' },
    { person: '王五', post: '分管领导' },
    { person: '李四', post: '分管领导', from: '2026-03-16', to: '2026-03-17' },
  ]

  it('[RP15] is judged by the post of that day; a delegation with its dates is one', () => {
    const one = caseOf('受理 张三 2 2; 审查 张三 3 3; 决定 李四 16 16; 送达 张三 12 12')
    expect(judged(one, { holdings }).cases[0]!.authority).toMatchObject([
      { kind: 'wrongPost', step: '审查', held: ['窗口岗'] },
      { kind: 'wrongPost', step: '送达', held: ['审核岗'] },
      { kind: 'samePerson', duties: ['handle', 'review'] },
    ])
  })

  it('[RP15] who is not in the table is not judged, and it is said', () => {
    const judgement = judged(caseOf('受理 赵六 2 2; 审查 李四 2 6; 决定 王五 9 10; 送达 赵六 11 11'), {
      holdings,
    })
    expect(judgement.cases[0]!.authority).toEqual([])
    expect(sayReservations(judgement, true)).toContain('人员岗位表里没有、未核对岗位的人：赵六。')
  })

  it('[RP16] two persons in one field are two', () => {
    const one = caseOf('受理 张三、赵六 2 2; 审查 李四 2 6; 决定 王五，张三 9 10; 送达 赵六 11 11')
    expect(judged(one).cases[0]!.authority).toMatchObject([
      { kind: 'samePerson', person: '张三', duties: ['handle', 'decide'] },
    ])
    const held = [{ person: '赵六', post: '窗口岗' }]
    expect(
      judged(one, { holdings: held }).cases[0]!.authority.filter(({ kind }) => kind === 'wrongPost'),
    ).toEqual([])
  })

  it('[RP16] 30 of 30 cases with one person at two duties are found, 0 of 300 clean ones', () => {
    const persons = ['甲', '乙', '丙', '丁', '戊', '己']
    const clean = Array.from({ length: 300 }, (_, at) => {
      const [one, two, three] = [0, 1, 2].map((next) => persons[(at + next * (1 + (at % 2))) % 6]!)
      return caseOf(`受理 ${one} 2 2; 审查 ${two} 2 6; 决定 ${three} 9 10; 送达 ${one} 11 11`)
    })
    const seeded = Array.from({ length: 30 }, (_, at) => {
      const [one, two] = [persons[at % 6]!, persons[(at + 1) % 6]!]
      const who = [
        [one, one, two],
        [one, two, one],
        [two, one, one],
      ][at % 3]!
      return caseOf(`受理 ${who[0]} 2 2; 审查 ${who[1]} 2 6; 决定 ${who[2]} 9 10; 送达 丁 11 11`)
    })
    expect([withOneForTwo(seeded), withOneForTwo(clean)]).toEqual([30, 0])
  })
})

/** How many of these cases have one person at two duties. */
function withOneForTwo(cases: readonly PowerCase[]): number {
  const judgement = judgeEditions([{ chart: licence }], cases, {
    now: '2026-04-01T09:00:00',
  }) as EditionsJudgement
  return judgement.cases.filter(({ authority }) => authority.some(({ kind }) => kind === 'samePerson')).length
}

describe('what the cases say of the chart', () => {
  it('[RP17] a step that no case has is named once, as left undone or not recorded', () => {
    const cases = Array.from({ length: 6 }, () => caseOf('受理 张三 2 2; 审查 李四 2 6; 决定 王五 9 10'))
    const judgement = judgeEditions([{ chart: licence }], cases, {
      now: '2026-04-01T09:00:00',
    }) as EditionsJudgement
    expect(judgement.neverSeen).toEqual(['送达'])
  })

  it('[RP18] 办件分析 is data that a worker can hand over, and adds up', () => {
    const cases = Array.from({ length: 3 }, () => caseOf('受理 张三 2 2; 决定 王五 9 10; 送达 张三 11 11'))
    const judgement = judgeEditions([{ chart: licence }], cases, {
      now: '2026-04-01T09:00:00',
    }) as EditionsJudgement
    const forms = replayForms({ judgement, chart: licence, logs: [], hasHoldings: false })
    expect(structuredClone(forms)).toEqual(forms)
    const [months, steps, found] = forms.map(({ rows }) => rows.map((row) => row.map((cell) => cell?.text)))
    expect(months!.at(-1)).toEqual(['合计', '3', '3', '0', '0.0%', '3', '0', '0', '0'])
    expect(steps!.find(([name]) => name === '审查')).toEqual(['审查', '0', '0.0%', '—', '3', '0'])
    expect(found).toHaveLength(3)
  })
})
