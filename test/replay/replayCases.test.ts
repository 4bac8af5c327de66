import { describe, expect, it } from 'vitest'
import type { PowerCase } from '../../src/model/cases/powerCase.ts'
import { bindSteps } from '../../src/replay/bindSteps.ts'
import { replayCases, type Replay, type ReplayOptions } from '../../src/replay/replayCases.ts'
import { chartOf } from '../support/chartOf.ts'

const licence = chartOf(
  '受理 → 齐全吗 -齐全→ 审查 → 决定 → 送达；齐全吗 -不齐全→ 补正 → 受理；审查 -退回→ 受理',
  { 齐全吗: { kind: 'decision' }, 送达: { kind: 'terminator' } },
)

function caseOf(steps: string, number = 'A1', closed = true): PowerCase {
  const events = steps
    .split(' ')
    .filter(Boolean)
    .map((step, at) => ({ step, start: `2026-03-02T09:${String(at).padStart(2, '0')}:00`, row: at + 2 }))
  return { number, events, suspensions: [], isClosed: closed, isExtended: false }
}

const replayed = (chart: typeof licence, cases: readonly PowerCase[], options?: ReplayOptions) =>
  replayCases(chart, cases, options) as Replay

/** 跳过审查、多办踏勘@3 … */
function said(steps: string, chart = licence, closed = true): string {
  // A second case, in which the system records every step of the licence.
  const whole = chart === licence ? [caseOf('受理 审查 决定 送达', 'A2')] : []
  const [one] = replayed(chart, [caseOf(steps, 'A1', closed), ...whole]).cases
  const words = one!.findings.map((finding) =>
    'step' in finding ? `${finding.kind} ${finding.step}` : `${finding.kind} @${finding.event}`,
  )
  return [`${one!.deviations}`, ...words].join(', ')
}

describe('cases on a chart', () => {
  it.each([
    ['受理 审查 决定 送达', '0'],
    ['受理 补正 受理 补正 受理 审查 决定 送达', '0'],
    ['受理 审查 受理 审查 决定 送达', '0'],
  ])('[RP4] 补正 and 退回 are ways of the chart, and a question leaves no trace: %s', (steps, found) => {
    expect(said(steps)).toBe(found)
  })

  it.each([
    ['受理 决定 送达', '1, skipped 审查'],
    ['受理 审查 踏勘 决定 送达', '1, added @2'],
    ['受理 审查 决定 决定 送达', '1, repeated @3'],
    // 退回 leads back: the way without 受理 is shorter than a repetition that no way explains.
    ['受理 审查 审查 决定 送达', '1, skipped 受理'],
    ['受理 决定 审查 送达', '2, moved 决定'],
    ['受理 审查 决定', '1, skipped 送达'],
  ])('[RP5] one cause is one finding: %s', (steps, found) => {
    expect(said(steps)).toBe(found)
  })

  it('[RP2] an open case wants nothing after its last event', () => {
    expect(said('受理 审查', licence, false)).toBe('0')
    expect(said('受理 决定', licence, false)).toBe('1, skipped 审查')
    // What ends on the chart is ended, whatever the record says.
    expect(replayed(licence, [caseOf('受理 审查 决定 送达', 'A1', false)]).cases[0]!.isOpen).toBe(false)
  })

  it('[RP6] branches that come together again may be gone side by side, or one of them, and it is said', () => {
    const both = chartOf('受理 → 财务审 → 汇总 → 办结；受理 → 法制审 → 复查 → 汇总')
    expect(said('受理 财务审 法制审 复查 汇总 办结', both)).toBe('0')
    expect(said('受理 法制审 财务审 复查 汇总 办结', both)).toBe('0')
    expect(said('受理 财务审 汇总 办结', both)).toBe('0')
    expect(said('受理 法制审 财务审 汇总 办结', both)).toBe('1, skipped 复查')
    expect(replayed(both, [caseOf('受理')]).chartNet.eitherWay).toEqual(['受理'])
    const open = chartOf('受理 → 甲 → 办结；受理 → 乙 → 归档')
    expect(replayed(open, [caseOf('受理')]).chartNet).toEqual({ eitherWay: [], takenForChoice: ['受理'] })
  })

  it('[RP7] refuses a chart from which a case cannot come to an end, with the place', () => {
    const round = chartOf('受理 → 审查 → 补正 → 审查')
    expect(replayCases(round, [caseOf('受理')])).toEqual({
      unsound: 'noWayOut',
      steps: ['受理', '审查', '补正'],
    })
    expect(replayCases({ ...round, steps: [], flowlines: [] }, [])).toEqual({ unsound: 'empty', steps: [] })
  })

  it('[RP8] binds by name, by choice, or by likeness, which is said; never across a 不, 复 or 补', () => {
    const { bound } = replayed(licence, [caseOf('1.受理 审查环节 不予受理 复决定 结论')], {
      choices: new Map([['结论', '决定']]),
    })
    expect(Object.fromEntries(bound.map(({ name, steps, by }) => [name, `${by} ${steps.join()}`]))).toEqual({
      '1.受理': 'name 受理',
      审查环节: 'alike 审查',
      不予受理: 'none ',
      复决定: 'none ',
      结论: 'choice 决定',
    })
  })

  it('[RP8] binds an act to the question about it, where there is one only', () => {
    const question = { kind: 'decision' } as const
    const asked = chartOf('登记 → 是否立案 → 法制审核是否通过 → 是否准予许可 → 是否延期 → 二次是否延期', {
      是否立案: question,
      法制审核是否通过: question,
      是否准予许可: question,
      是否延期: question,
    })
    const bound = bindSteps(['立案', '法制审核', '不予立案', '许可', '通过'], asked)
    expect([...bound.values()].map(({ name, steps, by }) => [name, steps, by])).toEqual([
      ['立案', ['是否立案'], 'alike'],
      ['法制审核', ['法制审核是否通过'], 'alike'],
      ['不予立案', [], 'none'],
      ['许可', ['是否准予许可'], 'alike'],
      ['通过', [], 'none'],
    ])
  })

  it('[RP8] lets the way choose between steps of one name', () => {
    const twice = chartOf('受理 → 审一 → 公示 → 审二 → 办结', { 审一: {}, 审二: {} })
    const named = {
      ...twice,
      steps: twice.steps.map((step) => (step.id.startsWith('审') ? { ...step, name: '审核' } : step)),
    }
    const [one] = replayed(named, [caseOf('受理 审核 公示 审核 办结')]).cases
    expect(one).toMatchObject({ deviations: 0, stepOfEvent: ['受理', '审一', '公示', '审二', '办结'] })
  })

  it('[RP9] a step that leaves no trace is no skip, and may be recorded all the same', () => {
    const options = { untraced: new Set(['审查']) }
    const cases = [caseOf('受理 决定 送达'), caseOf('受理 审查 决定 送达')]
    expect(replayed(licence, cases, options).cases.map(({ deviations }) => deviations)).toEqual([0, 0])
  })
})
