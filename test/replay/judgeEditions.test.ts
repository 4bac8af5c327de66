import { describe, expect, it } from 'vitest'
import type { PowerCase } from '../../src/model/cases/powerCase.ts'
import { casesByMonth, caseUse } from '../../src/replay/caseUse.ts'
import { chartSuggestions } from '../../src/replay/chartSuggestions.ts'
import { judgeEditions, type EditionsJudgement } from '../../src/replay/judgeEditions.ts'
import { replayForms } from '../../src/replay/replayForms.ts'
import { caseSentences, sayCase, sayReservations } from '../../src/replay/replayReport.ts'
import { readTimeLimit } from '../../src/model/time/readTimeLimit.ts'
import { chartOf } from '../support/chartOf.ts'

const now = '2026-12-01T09:00:00'
const old = { since: '2026-01-01T00:00:00', chart: chartOf('受理 → 审查 → 决定') }
const newer = { since: '2026-05-01T00:00:00', chart: chartOf('受理 → 审查 → 评审 → 决定') }

/** 受理 3-02, 审查 3-04: step, and the day of its start. */
function caseOf(number: string, words: string, row = 0): PowerCase {
  const events = words.split(', ').map((part) => {
    const [step, day] = part.split(' ') as [string, string]
    return { step, start: `2026-${day.padStart(5, '0')}T09:00:00`, row }
  })
  return { number, events, suspensions: [], isClosed: true, isExtended: false }
}

const judged = (editions: Parameters<typeof judgeEditions>[0], cases: readonly PowerCase[]) =>
  judgeEditions(editions, cases, { now }) as EditionsJudgement

const limited = chartOf('受理 → 审查 → 决定', { 审查: { timeLimit: readTimeLimit('1个工作日') } })

const many = (words: string, count = 6) =>
  Array.from({ length: count }, (_, at): PowerCase => {
    const one = caseOf(String(at), words)
    return {
      ...one,
      events: one.events.map((event) => ({ ...event, end: event.start.replace('T09', 'T10') })),
    }
  })

const suggested = (cases: readonly PowerCase[]) =>
  chartSuggestions(limited, judged([{ chart: limited }], cases).cases)

const keysOf = (one: PowerCase) => caseSentences(judged([newer], [one]).cases[0]!).map(({ key }) => key)

const saidWithAddition = (row: number) =>
  sayCase(judged([old], [caseOf('A', '受理 5-02, 踏勘 5-02, 审查 5-02, 决定 5-03', row)]).cases[0]!)

describe('[RP25] a case is judged by the chart of its beginning', () => {
  const march = caseOf('A', '受理 3-02, 审查 3-03, 决定 5-04')
  const may = caseOf('B', '受理 5-02, 审查 5-03, 决定 5-04')

  it('whatever the chart wants since', () => {
    const found = judged([old, newer], [may, march])
    expect(found.cases.map((one) => [one.number, sayCase(one)])).toEqual([
      ['B', ['跳过「评审」']],
      ['A', []],
    ])
    expect(sayReservations(found, true).slice(0, 2)).toEqual([
      '按 2026-01-01 起施行的版本核对 1 件。',
      '按 2026-05-01 起施行的版本核对 1 件。',
    ])
    expect(found.averageFitness).toBeCloseTo((1 + (1 - 1 / 7)) / 2, 9)
  })

  it('and by the oldest where none is old enough, which is said', () => {
    const found = judged([newer], [march, may])
    expect(found.uses).toEqual([{ since: newer.since, cases: 2, older: 1 }])
    expect(sayReservations(found, true).join()).toContain('1 件开始于最早的版本之前')
  })

  it('and an edition that comes to no end is refused with its day and its place', () => {
    const unsound = { since: '2026-03-01T00:00:00', chart: chartOf('受理 → 审查 → 补正 → 审查') }
    expect(judgeEditions([unsound, newer], [march], { now })).toMatchObject({
      unsound: true,
      since: unsound.since,
    })
  })

  it('no cases at all are judged by the newest', () => {
    expect(judged([old, newer], []).uses).toEqual([{ since: newer.since, cases: 0, older: 0 }])
  })
})

describe('[RP26] a finding', () => {
  it('has the same key when its case has grown and was read from another table', () => {
    const short = keysOf(caseOf('A', '受理 5-02, 决定 5-03', 4))
    const long = keysOf(caseOf('A', '受理 5-02, 踏勘 5-02, 决定 5-03, 归档 5-09', 9))
    expect(short).toHaveLength(2)
    expect(long).toEqual(expect.arrayContaining([...short]))
    expect(new Set(long).size).toBe(long.length)
  })

  it('of a kept case says its time, of a table its row', () => {
    expect(saidWithAddition(0)).toEqual(['多办「踏勘」（2026-05-02 09:00）'])
    expect(saidWithAddition(3)).toEqual(['多办「踏勘」（第 3 行）'])
  })

  it('stands in the list with what people said of it', () => {
    const judgement = judged([newer], [caseOf('A', '受理 5-02, 审查 5-02, 决定 5-03')])
    const [{ key } = { key: '' }] = caseSentences(judgement.cases[0]!)
    const said = { case: 'A', key, state: 'dismissed', reason: '紧急件', by: '王', at: 1 } as const
    const judgements = new Map([[`A\n${key}`, said]])
    const forms = replayForms({ judgement, chart: newer.chart, logs: [], hasHoldings: false, judgements })
    expect(JSON.stringify(forms[2]!.rows)).toContain('误报：紧急件')
    expect(forms[3]!.total).toBe('办件库里的办件 1 件。')
  })
})

describe('[RP27] how the chart was used', () => {
  const chart = chartOf('受理 → 审查 → 是否听证 -是→ 听证 → 决定；是否听证 -否→ 决定', {
    是否听证: { kind: 'decision' },
  })
  const cases = judged(
    [{ chart }],
    [
      caseOf('A', '受理 3-02, 审查 3-03, 决定 3-04'),
      caseOf('B', '受理 3-02, 审查 3-03, 听证 3-04, 决定 3-05'),
      caseOf('C', '受理 4-02, 决定 4-04'),
    ],
  )

  it('is counted at steps and along flowlines, over what leaves no trace', () => {
    const use = caseUse(chart, cases.cases, new Set(cases.silent))
    const nameOf = new Map(chart.steps.map(({ id, name }) => [id, name]))
    expect(use.steps.map(({ step, cases: count, skipped }) => [nameOf.get(step), count, skipped])).toEqual([
      ['受理', 3, 0],
      ['审查', 2, 1],
      ['是否听证', 0, 0],
      ['听证', 1, 0],
      ['决定', 3, 0],
    ])
    const gone = new Map(
      chart.flowlines.map(({ id, from, to }) => [id, `${nameOf.get(from)}→${nameOf.get(to)}`]),
    )
    expect(use.flowlines.map(({ flowline, cases: count }) => [gone.get(flowline), count])).toEqual([
      ['受理→审查', 2],
      ['审查→是否听证', 2],
      ['是否听证→听证', 1],
      ['听证→决定', 1],
      ['是否听证→决定', 1],
    ])
  })

  it('is told month by month', () => {
    expect(casesByMonth(cases.cases).map(([month, of]) => [month, of.length])).toEqual([
      ['2026-03', 2],
      ['2026-04', 1],
    ])
  })
})

describe('[RP28] what cases teach about the chart is said to its drafter', () => {
  it('a step that most skip, a step that the chart lacks', () => {
    const found = judged(
      [{ chart: limited }],
      [...many('受理 3-02, 踏勘 3-02, 决定 3-03'), caseOf('z', '受理 3-02, 审查 3-02, 决定 3-03')],
    )
    expect(chartSuggestions(limited, found.cases)).toEqual([
      '「审查」在办结的 7 件里有 6 件跳过：请核实是违反程序，还是图上应画成可以不经过。',
      '图上没有的「踏勘」，7 件里有 6 件办了：请核实图上是否漏画了这个环节。',
    ])
  })

  it('a limit that most miss; nothing of few cases', () => {
    const late = many('受理 3-02, 审查 3-02, 决定 3-20').map((one) => ({
      ...one,
      events: one.events.map((event) =>
        event.step === '审查' ? { ...event, end: '2026-03-16T09:00:00' } : event,
      ),
    }))
    expect(suggested(late)[0]).toContain('「审查」的时限，6 件里有 6 件没有做到')
    expect(suggested(late.slice(0, 4))).toEqual([])
    expect(suggested(many('受理 3-02, 审查 3-02, 决定 3-03'))).toEqual([])
  })
})
