/** A fix does what a person would, in one edit; the rule then finds nothing there, and no other error comes of it. */
import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixes, fixFinding, mayFix } from '../../src/checks/fixes.ts'
import type { Finding } from '../../src/checks/finding.ts'
import { rules } from '../../src/checks/rules.ts'
import { runChecks } from '../../src/checks/runChecks.ts'
import { applyChanges } from '../../src/model/records/changes.ts'
import type { Chart } from '../../src/model/chart.ts'
import { repaired } from '../../src/model/records/repaired.ts'
import { recordsOf } from '../../src/model/records/records.ts'
import { gradingSchemes } from '../../src/text/schemes/gradingSchemes.ts'
import { arbitraryChart } from '../files/arbitraryChart.ts'
import { counting, pathsOf } from '../support/chartOf.ts'
import { chart as drawn, takes, whole, withRisk } from './cases/case.ts'
import { completeness } from './cases/completeness.ts'
import { drawing } from './cases/drawing.ts'

const found = (chart: Chart, rule: string) => runChecks(chart).findings.filter((one) => one.rule === rule)

function errorsIn(chart: Chart): number {
  return runChecks(chart).findings.filter(({ severity }) => severity === 'error').length
}

function fixed(chart: Chart, finding: Finding): Chart {
  const edit = fixFinding(chart, finding, counting('fix'))
  if (!edit.ok) throw new Error(`${finding.rule}: ${edit.refusal.reason}`)
  return repaired(applyChanges(recordsOf(chart), edit.changes))
}

function fixedBy(rule: string, chart: Chart): Chart {
  const [finding] = found(chart, rule)
  return fixed(chart, finding!)
}

const decision = { kind: 'decision' } as const
const licensing = { powerKind: 'licensing' } as const

/** Each with what it looks like afterwards. */
const examples: readonly (readonly [rule: string, before: Chart, after: readonly string[]])[] = [
  ['no-start', drawn('受理 → 办结', { 办结: { kind: 'terminator' } }), ['开始→受理', '受理→办结']],
  ['no-end', drawn('申请 → 受理', { 申请: { kind: 'terminator' } }), ['申请→受理', '受理→结束']],
  [
    'dead-end',
    drawn('申请 → 受理 → 办结；受理 → 登记', {
      申请: { kind: 'terminator' },
      办结: { kind: 'terminator' },
    }),
    ['申请→受理', '受理→办结', '受理→登记', '登记→办结'],
  ],
  [
    'decision-unlabelled-exit',
    whole('申请 → 是否齐全 → 受理 → 办结；是否齐全 → 补正材料 → 申请', { 是否齐全: decision }),
    ['申请→是否齐全', '是否齐全-是→受理', '受理→办结', '是否齐全-否→补正材料', '补正材料→申请'],
  ],
  [
    'decision-unlabelled-exit',
    whole('申请 → 领导意见 -不同意→ 退件；领导意见 → 办结', { 领导意见: decision }),
    ['申请→领导意见', '领导意见-不同意→退件', '领导意见-同意→办结'],
  ],
  [
    'duplicate-flowline',
    whole('申请 → 受理 -齐全→ 办结；受理 -合格→ 办结'),
    ['申请→受理', '受理-齐全、合格→办结'],
  ],
  [
    'merged-steps',
    whole('申请 → 设备采购和验收 → 办结'),
    ['申请→设备采购', '设备验收→办结', '设备采购→设备验收'],
  ],
  [
    'intake-without-correction',
    whole('申请 → 受理 → 办结；受理 -不予受理→ 退件', {}, licensing),
    ['申请→受理', '受理→办结', '受理-不予受理→退件', '受理-材料不齐→一次告知补正', '一次告知补正→申请'],
  ],
  [
    'intake-without-refusal',
    whole('申请 → 受理 → 办结', {}, licensing),
    ['申请→受理', '受理-符合条件→办结', '受理-不符合受理条件→不予受理'],
  ],
]

describe('a fix', () => {
  it('[CH9] is named as its rule, and every one is used', () => {
    const ids = rules.map(({ id }) => id)
    expect(Object.keys(fixes).filter((id) => !ids.includes(id))).toEqual([])
    const files = readdirSync(new URL('../../src/checks/fixes/', import.meta.url))
    expect(files).toContain('decisionUnlabelledExit.ts')
  })

  it.each(examples)('[CH9] mends %s', (rule, before, after) => {
    const chart = fixedBy(rule, before)
    expect([...pathsOf(chart)].sort()).toEqual([...after].sort())
    expect(found(chart, rule)).toEqual([])
    expect(errorsIn(chart)).toBeLessThanOrEqual(errorsIn(before))
  })

  it('[CH9] takes away a limit that was never filled in, and leaves the name alone', () => {
    const before = whole('申请 → 审查 → 办结', { 审查: { ...takes('XX个工作日'), note: '留' } })
    const chart = fixedBy('leftover-placeholder', before)
    expect(chart.steps[1]).toMatchObject({ name: '审查', note: '留' })
    expect(chart.steps[1]!.timeLimit).toBeUndefined()
    const named = whole('申请 → 【A岗位】审查 → 办结')
    expect(mayFix(named, found(named, 'leftover-placeholder')[0]!)).toBe(false)
    const header = whole('申请 → 办结', {}, { promisedLimit: takes('XX个工作日').timeLimit })
    expect(fixedBy('leftover-placeholder', header).header.promisedLimit).toBeUndefined()
  })

  it('[CH9] writes down two persons where the statute wants them', () => {
    const before = whole('立案 → 调查取证 → 办结', {}, { powerKind: 'penalty' })
    const chart = fixedBy('two-persons', before)
    expect(chart.steps[1]!.persons).toBe(2)
    expect(found(chart, 'two-persons')).toEqual([])
  })

  it('[CH9] grades a risk where the scheme can tell, and not where it cannot', () => {
    const before = withRisk(whole('申请 → 审查 → 办结'), { factors: { 'likelihood-2': 2, 'severity-3': 3 } })
    expect(mayFix(before, found(before, 'risk-without-level')[0]!)).toBe(false)
    const grading = gradingSchemes.find(({ id }) => id === 'likelihood-severity')!
    const chart = fixedBy('risk-without-level', { ...before, grading })
    expect(chart.risks[0]!.level).toBe('likelihood-severity-1')
  })

  it('[CH9] does not guess: neither what three exits mean, nor which of two ways is the good one, nor what follows', () => {
    const three = whole('申请 → 如何处理 → 甲；如何处理 → 乙；如何处理 → 丙', { 如何处理: decision })
    const even = whole('申请 → 是否大宗 → 集中采购；是否大宗 → 自行采购', { 是否大宗: decision })
    const said = whole('申请 → 金额 -5万元以上→ 党委会；金额 → 部门', { 金额: decision })
    for (const chart of [three, even, said])
      expect(mayFix(chart, found(chart, 'decision-unlabelled-exit')[0]!)).toBe(false)
    const suffix = whole('申请 → 采购、验收工作 → 办结')
    expect(mayFix(suffix, found(suffix, 'merged-steps')[0]!)).toBe(false)
  })
})

it('[CH9] whatever the chart, an offered fix mends its finding and makes no error', () => {
  const charts = [...drawing, ...completeness].flatMap(({ finds }) =>
    Object.values(finds).map(([chart]) => chart),
  )
  for (const chart of charts) checkOffered(chart)
  checkOffered(
    whole('__理 → 办结', { __理: { timeLimit: { kind: 'unread', wording: '__', counts: false } } }),
  )
  fc.assert(fc.property(arbitraryChart, checkOffered), { numRuns: 100 })
})

function checkOffered(chart: Chart): void {
  const { findings } = runChecks(chart)
  for (const finding of findings.filter((one) => mayFix(chart, one))) {
    const after = runChecks(fixed(chart, finding)).findings
    // Two fields of one step may have the same trouble: one of them is mended.
    expect(alike(after, finding)).toBeLessThan(alike(findings, finding))
  }
}

function alike(findings: readonly Finding[], { rule, steps, flowlines, risks }: Finding): number {
  const place = JSON.stringify([steps, flowlines, risks])
  return findings.filter(
    (one) => one.rule === rule && JSON.stringify([one.steps, one.flowlines, one.risks]) === place,
  ).length
}
