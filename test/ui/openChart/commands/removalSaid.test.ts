import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../../src/model/chart.ts'
import { removeFlowlines } from '../../../../src/model/edits/flowlines.ts'
import type { Edit } from '../../../../src/model/edits/refusal.ts'
import { removeRisk } from '../../../../src/model/edits/risks.ts'
import { removeSteps } from '../../../../src/model/edits/removeSteps.ts'
import { applyChanges } from '../../../../src/model/records/changes.ts'
import { recordsOf } from '../../../../src/model/records/records.ts'
import { repaired } from '../../../../src/model/records/repaired.ts'
import { removalSaid } from '../../../../src/ui/openChart/commands/removalSaid.ts'
import { chartOf } from '../../../support/chartOf.ts'

function said(chart: Chart, edit: Edit): string {
  if (!edit.ok) throw new Error(edit.refusal.reason)
  return removalSaid(chart, repaired(applyChanges(recordsOf(chart), edit.changes)))
}

const removed = (text: string, ...steps: readonly string[]) => {
  const chart = chartOf(text)
  return said(chart, removeSteps(chart, steps))
}

describe('what a deletion did is said', () => {
  it.each([
    ['申请 → 受理 → 审查', ['受理'], '已删除“受理”，“申请”直接连到“审查”'],
    ['申请 → 受理 → 审查', ['审查'], '已删除“审查”；“受理”后面断开了'],
    ['申请 → 受理；单独', ['单独'], '已删除“单独”'],
    ['甲 → 乙；乙 → 丙；乙 → 丁', ['乙'], '已删除“乙”；“甲”后面断开了；没有流线再到“丙”“丁”'],
    ['甲 → 丙；乙 → 丙；丙 → 丁', ['丙'], '已删除“丙”，2 条流线直接连到后面的环节'],
    ['甲 → 乙 → 丙 → 丁 → 戊', ['乙', '丙', '丁'], '已删除“乙”等 3 个环节，“甲”直接连到“戊”'],
  ])('[CV34] of %s without %s: %s', (text, steps, words) => {
    expect(removed(text, ...steps)).toBe(words)
  })

  it('[CV34] with the risks that went along', () => {
    const chart = chartOf('申请 → 受理 → 审查')
    const risks = [{ id: 'r1', order: 'a0', step: '受理', text: '不予受理不说明理由' }]
    const risky = { ...chart, risks }
    expect(said(risky, removeSteps(risky, ['受理']))).toBe(
      '已删除“受理”，连同 1 个风险点，“申请”直接连到“审查”',
    )
  })

  it('[CV34] of a risk with its measures', () => {
    const chart = chartOf('申请 → 受理')
    const risky = {
      ...chart,
      risks: [{ id: 'r1', order: 'a0', step: '受理', text: '超期' }],
      measures: [{ id: 'm1', order: 'a0', text: '台账', risks: ['r1'] }],
    }
    expect(said(risky, removeRisk(risky, 'r1'))).toBe('已删除 1 个风险点，连同 1 条措施')
  })

  it('[CV34] of a flowline too', () => {
    const chart = chartOf('申请 → 受理 → 审查；申请 → 审查')
    const lines = chart.flowlines.filter((line) => line.from === '受理').map((line) => line.id)
    expect(said(chart, removeFlowlines(chart, lines))).toBe('已删除从“受理”到“审查”的流线；“受理”后面断开了')
  })
})
