import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../../src/model/records/changes.ts'
import { most } from '../../../src/model/kinds/limits.ts'
import type { Chart } from '../../../src/model/chart.ts'
import { addStep, insertStepAfter, insertStepInto } from '../../../src/model/edits/addStep.ts'
import { connect, reconnect } from '../../../src/model/edits/flowlines.ts'
import { mergePosts } from '../../../src/model/edits/mergePosts.ts'
import { moveStepInto } from '../../../src/model/edits/moveStepInto.ts'
import { insertPart, chartPartOf } from '../../../src/model/edits/insertPart.ts'
import { placeSteps, releaseSteps } from '../../../src/model/edits/placeSteps.ts'
import { assignPosts, movePost, removePost } from '../../../src/model/edits/posts.ts'
import { removeSteps } from '../../../src/model/edits/removeSteps.ts'
import { replaceChart } from '../../../src/model/edits/replaceChart.ts'
import { addMeasure, addRisk, linkMeasure, removeRisk } from '../../../src/model/edits/risks.ts'
import { splitDecision } from '../../../src/model/edits/splitDecision.ts'
import { setFields, setHeader } from '../../../src/model/edits/setFields.ts'
import { repaired } from '../../../src/model/records/repaired.ts'
import { noRecords, recordsOf } from '../../../src/model/records/records.ts'
import type { Edit } from '../../../src/model/edits/refusal.ts'
import { chartOf, counting, pathsOf } from '../../support/chartOf.ts'

function after(chart: Chart, edit: Edit): Chart {
  if (!edit.ok) throw new Error(`refused: ${edit.refusal.reason}`)
  return repaired(applyChanges(recordsOf(chart), edit.changes))
}

function reasonOf(edit: Edit): string | undefined {
  return edit.ok ? undefined : edit.refusal.reason
}

const ids = { step: '新', flowline: 'n' }
const process = { kind: 'process', name: '新' } as const

describe('steps', () => {
  it('[EE1] puts a step behind another, into its only exit', () => {
    const chart = after(chartOf('受理 → 决定'), insertStepAfter(chartOf('受理 → 决定'), '受理', process, ids))
    expect(pathsOf(chart)).toEqual(['受理→新', '新→决定'])
    expect(chart.steps.map((step) => step.name)).toEqual(['受理', '新', '决定'])
  })

  it('[EE1] gives a decision a new exit instead', () => {
    const before = chartOf('是否齐全 -是→ 决定', { 是否齐全: { kind: 'decision' } })
    expect(pathsOf(after(before, insertStepAfter(before, '是否齐全', process, ids)))).toEqual([
      '是否齐全-是→决定',
      '是否齐全→新',
    ])
  })

  it('[EE1] writes 是 and 否 on a question’s exits where they say nothing yet', () => {
    const before = chartOf('是否齐全 → 受理', { 是否齐全: { kind: 'decision' } })
    const answers = ['是', '否'] as const
    const two = after(before, insertStepAfter(before, '是否齐全', process, ids, { answers }))
    expect(pathsOf(two)).toEqual(['是否齐全-是→受理', '是否齐全-否→新'])
    const third = insertStepAfter(
      two,
      '是否齐全',
      { kind: 'process', name: '三' },
      { step: '三', flowline: 'x' },
      { answers },
    )
    expect(pathsOf(after(two, third)).at(-1)).toBe('是否齐全→三')
  })

  it('[EE2] puts a step onto a flowline; the label stays before it', () => {
    const before = chartOf('审查 -同意→ 决定')
    expect(pathsOf(after(before, insertStepInto(before, 'f0', process, ids)))).toEqual([
      '审查-同意→新',
      '新→决定',
    ])
  })

  it('[EE3] heals the flow where a step is taken out', () => {
    const before = chartOf('受理 → 审查 → 决定；补正 → 审查')
    expect(pathsOf(after(before, removeSteps(before, ['审查'])))).toEqual(['受理→决定', '补正→决定'])
  })

  it('[EE3] does not guess over a fork, nor join a step to itself or twice', () => {
    const fork = chartOf('受理 → 审查 → 决定；审查 → 退件')
    expect(pathsOf(after(fork, removeSteps(fork, ['审查'])))).toEqual([])
    const loop = chartOf('受理 → 补正 → 受理；受理 → 决定')
    expect(pathsOf(after(loop, removeSteps(loop, ['补正'])))).toEqual(['受理→决定'])
    const twice = chartOf('受理 → 审查 → 决定；受理 → 决定')
    expect(pathsOf(after(twice, removeSteps(twice, ['审查'])))).toEqual(['受理→决定'])
  })

  it('[EE4] refuses to take the last step, an empty name, what is gone', () => {
    const chart = chartOf('受理')
    expect(reasonOf(removeSteps(chart, ['受理']))).toBe('last-step')
    expect(reasonOf(addStep(chart, { kind: 'process', name: '  ' }, '新'))).toBe('empty-name')
    expect(reasonOf(insertStepAfter(chart, '没有', process, ids))).toBe('gone')
    expect(reasonOf(setFields(chart, 'steps', '受理', { name: '' }))).toBe('empty-name')
  })

  it('[EE5] takes a field away when it is left empty', () => {
    const before = chartOf('受理', { 受理: { note: '说明', materials: ['身份证'] } })
    const { steps } = after(before, setFields(before, 'steps', '受理', { note: '', materials: [] }))
    expect(steps[0]).toEqual({ id: '受理', order: 'a0', kind: 'process', name: '受理' })
  })

  it('[EE6] keeps places by hand, one an edition and view, and lets them go', () => {
    const before = chartOf('受理 → 决定')
    const placed = after(
      before,
      placeSteps(before, 'lanes', 'internal', new Map([['受理', [10, 20] as const]])),
    )
    expect(placed.steps[0]!.lanesPosition).toEqual([10, 20])
    expect(placed.steps[0]!.flowPosition).toBeUndefined()
    expect(after(placed, releaseSteps(placed, 'lanes', 'internal')).steps).toEqual(before.steps)
  })
})

describe('flowlines', () => {
  it('[EE7] refuses a line to itself, and the same line twice', () => {
    const chart = chartOf('受理 → 决定')
    expect(reasonOf(connect(chart, '受理', '受理', 'n'))).toBe('step-to-itself')
    expect(reasonOf(connect(chart, '受理', '决定', 'n'))).toBe('flowline-exists')
    expect(reasonOf(connect(chart, '受理', '没有', 'n'))).toBe('gone')
  })

  it('[EE8] moves an end and keeps the label', () => {
    const before = chartOf('审查 -同意→ 决定 → 送达')
    expect(pathsOf(after(before, reconnect(before, 'f0', '审查', '送达')))).toEqual([
      '审查-同意→送达',
      '决定→送达',
    ])
  })
})

describe('posts', () => {
  it('[EE9] gives posts by name, and makes a post once', () => {
    const before = chartOf('受理 → 审查')
    const once = after(before, assignPosts(before, ['受理', '审查'], ['窗口', '科长', '窗口'], counting('p')))
    expect(once.posts.map((post) => post.name)).toEqual(['窗口', '科长'])
    expect(once.steps.map((step) => step.posts)).toEqual([
      ['p1', 'p2'],
      ['p1', 'p2'],
    ])
    const again = after(once, assignPosts(once, ['审查'], ['科长'], counting('q')))
    expect(again.posts).toHaveLength(2)
  })

  it('[EE10] moves a lane, takes a post away from its steps, and keeps names apart', () => {
    const before = chartOf('受理')
    const three = after(before, assignPosts(before, ['受理'], ['甲', '乙', '丙'], counting('p')))
    expect(after(three, movePost(three, 'p3', undefined)).posts.map((post) => post.name)).toEqual([
      '丙',
      '甲',
      '乙',
    ])
    expect(after(three, movePost(three, 'p1', 'p2')).posts.map((post) => post.name)).toEqual([
      '乙',
      '甲',
      '丙',
    ])
    expect(after(three, removePost(three, 'p1')).steps[0]!.posts).toEqual(['p2', 'p3'])
    expect(reasonOf(setFields(three, 'posts', 'p1', { name: '乙' }))).toBe('post-exists')
  })
})

describe('risks', () => {
  const before = chartOf('受理 → 决定')
  const risky = after(before, addRisk(before, { step: '受理' }, { level: 'high' }, 'r'))
  const measured = after(risky, addMeasure(risky, 'r', '两人受理', 'm'))

  it('[EE11] takes a step’s risks with it, and the measures that met no other', () => {
    expect(after(measured, removeSteps(measured, ['受理']))).toMatchObject({ risks: [], measures: [] })
  })

  it('[EE11] leaves a risk of a post with its post, when the step that it was found at goes', () => {
    const chart: Chart = {
      ...measured,
      posts: [{ id: 'p', order: 'a0', name: '窗口' }],
      risks: [{ ...measured.risks[0]!, post: 'p' }],
    }
    const { risks } = after(chart, removeSteps(chart, ['受理']))
    expect(risks).toMatchObject([{ id: 'r', post: 'p' }])
  })

  it('[EE12] keeps a measure as long as one risk needs it', () => {
    const two = after(measured, addRisk(measured, { step: '决定' }, {}, 'r2'))
    const both = after(two, linkMeasure(two, 'm', 'r2', 'meets'))
    expect(after(both, removeRisk(both, 'r')).measures).toMatchObject([{ id: 'm', risks: ['r2'] }])
    expect(after(measured, linkMeasure(measured, 'm', 'r', 'meets-not')).measures).toEqual([])
  })
})

describe('whole charts', () => {
  it('[EE13] turns one chart into another with only what differs', () => {
    const from = chartOf('受理 → 审查 → 决定', { 审查: { note: '旧' } })
    const to = chartOf('受理 → 审查 → 送达', { 审查: { note: '新' } })
    const changes = replaceChart(recordsOf(from), to)
    expect(repaired(applyChanges(recordsOf(from), changes))).toEqual(to)
    expect(changes.some((change) => change.id === '受理')).toBe(false)
    expect(repaired(applyChanges(noRecords, replaceChart(noRecords, to)))).toEqual(to)
  })

  it('[EE14] sets the header, also where there is none yet', () => {
    const edit = setHeader({ title: '采购', unit: '' })
    expect(edit.ok && repaired(applyChanges(noRecords, edit.changes)).header).toEqual({ title: '采购' })
  })
})

describe('moving, merging, splitting, copying', () => {
  it('[EE15] moves a step onto another flowline and heals where it stood', () => {
    const before = chartOf('受理 → 审查 → 决定 → 送达')
    expect(pathsOf(after(before, moveStepInto(before, '审查', 'f2', 'n')))).toEqual([
      '受理→决定',
      '决定→审查',
      '审查→送达',
    ])
    expect(pathsOf(after(before, moveStepInto(before, '审查', 'f0', 'n')))).toEqual(pathsOf(before))
  })

  it('[EE16] makes one post of two', () => {
    const base = chartOf('受理 → 审查')
    const first = after(base, assignPosts(base, ['受理'], ['窗口', '受理岗'], counting('p')))
    const two = after(first, assignPosts(first, ['审查'], ['受理岗'], counting('q')))
    const merged = after(two, mergePosts(two, 'p2', 'p1'))
    expect(merged.posts.map((post) => post.name)).toEqual(['窗口'])
    expect(merged.steps.map((step) => step.posts)).toEqual([['p1'], ['p1']])
  })

  it('[EE17] splits a decision that asks too much at once', () => {
    const before = chartOf('审查 -齐全→ 受理；审查 -不齐全→ 补正；审查 -不属于→ 退件', {
      审查: { kind: 'decision' },
    })
    const words = { name: '是否可以补正', otherwise: '否' }
    expect(pathsOf(after(before, splitDecision(before, '审查', words, ids)))).toEqual([
      '审查-齐全→受理',
      '审查-否→是否可以补正',
      '是否可以补正-不齐全→补正',
      '是否可以补正-不属于→退件',
    ])
    expect(reasonOf(splitDecision(chartOf('审查 → 受理'), '审查', words, ids))).toBe('too-few-exits')
  })

  it('[EE18] copies steps with their risks into another chart, under new ids, posts by name', () => {
    const base = chartOf('受理 → 审查 → 决定', { 审查: { flowPosition: [1, 2] } })
    const held = after(base, assignPosts(base, ['审查'], ['科长', '科员'], counting('p')))
    const risky = after(held, addRisk(held, { step: '审查' }, { text: '拖延', level: 'high' }, 'r'))
    const source = after(risky, addMeasure(risky, 'r', '限时', 'm'))
    const target = after(chartOf('申请'), assignPosts(chartOf('申请'), ['申请'], ['科长'], counting('t')))
    const { edit, steps } = insertPart(target, chartPartOf(source, ['审查', '决定']), counting('x'))
    const pasted = after(target, edit)
    expect(pasted.steps.map((step) => step.name)).toEqual(['申请', '审查', '决定'])
    expect(pasted.steps[1]).not.toHaveProperty('flowPosition')
    expect(pasted.posts.map((post) => post.name)).toEqual(['科长', '科员'])
    expect(pasted.steps[1]!.posts![0]).toBe('t1')
    expect(pathsOf(pasted)).toEqual(['审查→决定'])
    expect(pasted.risks).toMatchObject([{ text: '拖延', level: 'high', step: steps[0] }])
    expect(pasted.measures).toMatchObject([{ text: '限时', risks: [pasted.risks[0]!.id] }])
    expect(new Set([...pasted.steps, ...source.steps].map((step) => step.id)).size).toBe(6)
  })

  it('[EE19] refuses a name of 5,000 characters', () => {
    expect(reasonOf(setFields(chartOf('受理'), 'steps', '受理', { name: '长'.repeat(5000) }))).toBe(
      'too-long',
    )
  })

  it('[EE19] takes of a text what a chart file takes of it, in steps, lists and the header alike', () => {
    const chart = chartOf('受理')
    const long = '长'.repeat(30_000)
    const over = '长'.repeat(most.text + 1)
    expect(setFields(chart, 'steps', '受理', { note: long, materials: [long] }).ok).toBe(true)
    expect(setHeader({ note: long }).ok).toBe(true)
    expect(reasonOf(setFields(chart, 'steps', '受理', { note: over }))).toBe('too-long')
    expect(reasonOf(setFields(chart, 'steps', '受理', { materials: ['', over] }))).toBe('too-long')
    expect(reasonOf(setHeader({ legalBasis: [{ title: over }] }))).toBe('too-long')
  })
})
