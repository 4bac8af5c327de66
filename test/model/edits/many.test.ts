/** Edits of many things at once. */
import { describe, expect, it } from 'vitest'
import type { Chart } from '../../../src/model/chart.ts'
import type { Alignment } from '../../../src/model/edits/alignSteps.ts'
import { applyLook, lookOf } from '../../../src/model/edits/applyLook.ts'
import { alignSteps } from '../../../src/model/edits/alignSteps.ts'
import type { Edit } from '../../../src/model/edits/refusal.ts'
import { goOnFromDecision } from '../../../src/model/edits/goOnFromDecision.ts'
import { setFieldsOfAll } from '../../../src/model/edits/setFieldsOfAll.ts'
import { setLevels } from '../../../src/model/edits/setLevels.ts'
import { applyChanges } from '../../../src/model/records/changes.ts'
import { recordsOf } from '../../../src/model/records/records.ts'
import { repaired } from '../../../src/model/records/repaired.ts'
import { chartOf, pathsOf } from '../../support/chartOf.ts'

const chart = chartOf('甲 → 乙 → 丙')

function after(of: Chart, edit: Edit): Chart {
  if (!edit.ok) throw new Error(edit.refusal.reason)
  return repaired(applyChanges(recordsOf(of), edit.changes))
}

const ids = (step: string) => ({ step, flowline: `to ${step}` })
const answers = { answers: ['是', '否'] } as const
const made = (name: string) => ({ kind: 'process', name }) as const

describe('the next step after a decision', () => {
  const asked = chartOf('申请 → 是否受理 → 结束', { 是否受理: { kind: 'decision' } })

  it('[CV32] goes into its only exit, answered with yes; the second is a branch, answered with no', () => {
    const first = after(asked, goOnFromDecision(asked, '是否受理', made('受理'), ids('受理'), answers))
    expect(pathsOf(first)).toEqual(['申请→是否受理', '是否受理-是→受理', '受理→结束'])
    const second = after(first, goOnFromDecision(first, '是否受理', made('补正'), ids('补正'), answers))
    expect(pathsOf(second)).toContain('是否受理-否→补正')
    expect(pathsOf(second)).toContain('是否受理-是→受理')
  })

  it('[CV32] leaves an exit alone that says something', () => {
    const said = chartOf('是否受理 -是→ 受理', { 是否受理: { kind: 'decision' } })
    const done = after(said, goOnFromDecision(said, '是否受理', made('补正'), ids('补正'), answers))
    expect(new Set(pathsOf(done))).toEqual(new Set(['是否受理-是→受理', '是否受理-否→补正']))
  })
})

describe('a format that is copied', () => {
  const three = chartOf('甲 → 乙 → 丙', {
    甲: { kind: 'document', duty: 'decide', withheld: ['timeLimit'] },
    乙: { internalOnly: true, withheld: ['posts'] },
  })

  it('[CV33] gives figure and duty to all that are selected, and makes nothing public', () => {
    const [from] = three.steps
    const done = after(three, applyLook(three, ['乙', '丙'], lookOf(from!)))
    expect(done.steps.slice(1)).toMatchObject([
      { kind: 'document', duty: 'decide', internalOnly: true, withheld: ['posts', 'timeLimit'] },
      { kind: 'document', duty: 'decide', withheld: ['timeLimit'] },
    ])
    const back = after(done, applyLook(done, ['乙'], lookOf(chartOf('丁').steps[0]!)))
    expect(back.steps[1]).toMatchObject({
      kind: 'process',
      internalOnly: true,
      withheld: ['posts', 'timeLimit'],
    })
    expect(applyLook(three, ['乙', '没有'], lookOf(from!)).ok).toBe(false)
  })
})

describe('many at once', () => {
  const standing = [
    { id: '甲', x: 0, y: 0, width: 100, height: 40 },
    { id: '乙', x: 50, y: 60, width: 200, height: 40 },
    { id: '丙', x: 400, y: 200, width: 100, height: 60 },
  ]
  const placed = (how: Alignment) =>
    after(chart, alignSteps(chart, standing, how, { view: 'flow', edition: 'internal' })).steps.map(
      (step) => step.flowPosition,
    )

  it.each([
    ['left', [50, 100, 50]],
    ['centre', [250, 250, 250]],
    ['right', [450, 400, 450]],
    // Gaps of 50 between stretches of 100, 200 and 100.
    ['across', [50, 250, 450]],
  ] as const)('[CV30] lines steps up: %s', (how, xs) => {
    expect(placed(how).map((position) => position![0])).toEqual(xs)
    expect(placed(how).map((position) => position![1])).toEqual([20, 80, 230])
  })

  it.each([
    ['top', [20, 20, 30]],
    ['middle', [130, 130, 130]],
    ['bottom', [240, 240, 230]],
    ['down', [20, 120, 230]],
  ] as const)('[CV30] and in rows: %s', (how, ys) => {
    expect(placed(how).map((position) => position![1])).toEqual(ys)
  })

  it('[CV31] sets the fields of all, or of none if one refuses', () => {
    const all = after(chart, setFieldsOfAll(chart, ['甲', '丙'], { kind: 'document', internalOnly: true }))
    expect(all.steps.map(({ kind, internalOnly }) => [kind, internalOnly])).toEqual([
      ['document', true],
      ['process', undefined],
      ['document', true],
    ])
    expect(setFieldsOfAll(chart, ['甲', '没有'], { kind: 'document' }).ok).toBe(false)
  })

  it('[CV31] grades all risks alike', () => {
    const risks = ['r1', 'r2'].map((id, at) => ({ id, order: `a${at}`, step: '甲', text: id }))
    const graded = after({ ...chart, risks }, setLevels({ ...chart, risks }, ['r1', 'r2'], 'high'))
    expect(graded.risks.map(({ level }) => level)).toEqual(['high', 'high'])
  })
})
