import type { NodeChange } from '@xyflow/react'
import { describe, expect, it } from 'vitest'
import type { Arrangement, Point, Rect } from '../../../src/layout/arrangement.ts'
import type { Chart, Id } from '../../../src/model/chart.ts'
import { addStep, insertStepInto } from '../../../src/model/edits/addStep.ts'
import type { Edit } from '../../../src/model/edits/refusal.ts'
import { applyChanges } from '../../../src/model/records/changes.ts'
import { recordsOf } from '../../../src/model/records/records.ts'
import { repaired } from '../../../src/model/records/repaired.ts'
import type { DragKeys } from '../../../src/ui/canvas/dropHeld.ts'
import { dropOf, heldIn } from '../../../src/ui/canvas/dropHeld.ts'
import { newStepAt, newStepInLine } from '../../../src/ui/canvas/newStepAt.ts'
import type { StepNodeType } from '../../../src/ui/canvas/StepNode.tsx'
import { isSecondAct } from '../../../src/ui/base/doubleClick.ts'
import type { Drawing } from '../../../src/ui/openChart/useDrawing.ts'
import { chartOf, counting, pathsOf } from '../../support/chartOf.ts'

const none: DragKeys = { isFree: false, isInto: false }
const alt: DragKeys = { isFree: false, isInto: true }

/** Three steps one below the other at x = 100, 归档 alone beside them; lanes of 200 units where there are posts. */
function drawn(chart: Chart): Drawing {
  const rects: Record<Id, Rect> = Object.fromEntries(
    chart.steps.map((step, at) => [step.id, { x: 50, y: at * 100, width: 100, height: 40 }]),
  )
  const middle = (id: Id): Point => [rects[id]!.x + 50, rects[id]!.y + 20]
  const flowlines = chart.flowlines.map((line) => [
    line.id,
    { points: [middle(line.from), middle(line.to)], label: null, return: false },
  ])
  const lanes = [...chart.posts.map((post) => post.id), null].map((post, at) => {
    return { post, x: at * 200, y: 0, width: 200, height: 900, head: 30 }
  })
  const arrangement: Arrangement = {
    width: 600,
    height: 900,
    steps: rects,
    flowlines: Object.fromEntries(flowlines) as Arrangement['flowlines'],
    lanes: chart.posts.length === 0 ? [] : lanes,
    sideBoxes: [],
    columns: null,
  }
  const view = chart.posts.length === 0 ? 'flow' : 'lanes'
  return { edition: { name: 'internal', chart }, view, arrangement, behind: new Map() }
}

function dragged(drawing: Drawing, to: Readonly<Record<Id, Point>>, keys: DragKeys) {
  const changes = Object.entries(to).map(([id, [x, y]]) => {
    return { type: 'position', id, position: { x: x - 50, y: y - 20 }, dragging: false }
  }) as NodeChange<StepNodeType>[]
  const held = heldIn(changes, drawing, keys)!
  const drop = dropOf(held, drawing, counting())
  return { held, says: drop.says, chart: done(drawing.edition.chart, drop.decide) }
}

function done(chart: Chart, decide: (chart: Chart) => Edit): Chart {
  const edit = decide(chart)
  if (!edit.ok) throw new Error(edit.refusal.reason)
  return repaired(applyChanges(recordsOf(chart), edit.changes))
}

const flow = chartOf('受理 → 审查 → 决定；公告 → 归档')
const onLine: Point = [100, 50]

describe('dropping a step on a flowline', () => {
  it('[CV1] only moves a step that has flowlines', () => {
    const { chart, says, held } = dragged(drawn(flow), { 公告: onLine }, none)
    expect(pathsOf(chart)).toEqual(pathsOf(flow))
    expect(chart.steps.find(({ id }) => id === '公告')?.flowPosition).toEqual(onLine)
    expect(says).toBeUndefined()
    expect(held).toMatchObject({ line: 'f0', isInto: false })
  })

  it('[CV1] inserts it while Alt is held, and says so', () => {
    const { chart, says, held } = dragged(drawn(flow), { 公告: onLine }, alt)
    expect(pathsOf(chart)).toEqual(['受理→公告', '公告→审查', '审查→决定'])
    expect(says).toBe('“公告”已插入“受理”和“审查”之间')
    expect(held.isInto).toBe(true)
  })

  it('[CV1] does not insert several, nor one into its own line', () => {
    const both = dragged(drawn(flow), { 公告: onLine, 归档: [300, 300] }, alt)
    expect(pathsOf(both.chart)).toEqual(pathsOf(flow))
    expect(dragged(drawn(flow), { 审查: onLine }, alt).says).toBeUndefined()
  })

  it('[CV2] inserts a step that has none', () => {
    const loose = { ...flow, flowlines: flow.flowlines.slice(0, 2) }
    const { chart, held } = dragged(drawn(loose), { 归档: onLine }, none)
    expect(pathsOf(chart)).toEqual(['受理→归档', '归档→审查', '审查→决定'])
    expect(held.isInto).toBe(true)
  })
})

const posts = ['窗口', '主任', '局长'].map((name, at) => ({ id: name, order: `a${at}`, name }))
const laned: Chart = {
  ...chartOf('受理 → 审查 → 决定', { 受理: { posts: ['窗口', '局长'] }, 审查: { posts: ['窗口'] } }),
  posts,
}
const postsOf = (chart: Chart) => Object.fromEntries(chart.steps.map(({ id, posts: held }) => [id, held]))

describe('dropping steps in another lane', () => {
  it('[CV3] gives them its post and leaves the others that work with it', () => {
    const one = dragged(drawn(laned), { 受理: [300, 20] }, none)
    expect(postsOf(one.chart)['受理']).toEqual(['主任', '局长'])
    expect(one.says).toBe('“受理”的岗位改为“主任”')
    const two = dragged(drawn(laned), { 受理: [300, 20], 审查: [300, 120] }, none)
    expect(postsOf(two.chart)).toMatchObject({ 受理: ['主任', '局长'], 审查: ['主任'] })
    expect(two.says).toBe('2 个环节的岗位改为“主任”')
    const apart = dragged(drawn(laned), { 受理: [300, 20], 审查: [500, 120] }, none)
    expect(postsOf(apart.chart)).toMatchObject({ 受理: ['主任', '局长'], 审查: ['局长'] })
    expect(apart.says).toBe('2 个环节的岗位改为各自所在的泳道')
    expect(apart.held.lanes.map((lane) => lane.post)).toEqual(['主任', '局长'])
  })

  it('[CV3] changes nothing but the place within a lane', () => {
    const { chart, says } = dragged(drawn(laned), { 受理: [120, 400] }, none)
    expect(postsOf(chart)).toEqual(postsOf(laned))
    expect(says).toBeUndefined()
  })

  it('[CV4] leaves them without a post in 未定岗位', () => {
    const { chart, says } = dragged(drawn(laned), { 审查: [700, 120] }, none)
    expect(postsOf(chart)['审查']).toBeUndefined()
    expect(says).toBe('1 个环节不再属于任何岗位')
  })
})

describe('a new step from the palette', () => {
  it.each([
    ['in a lane', [300, 500], ['主任']],
    ['beside the lanes', [-40, 500], ['窗口']],
    ['in 未定岗位', [700, 500], undefined],
  ] as const)('[CV5] has the post of the lane there: %s', (_, at, expected) => {
    const made = done(laned, (chart) => addStep(chart, newStepAt('process', at, drawn(laned)), 'new'))
    expect(made.steps.at(-1)).toMatchObject({ id: 'new', lanesPosition: at })
    expect(made.steps.at(-1)?.posts).toEqual(expected)
  })

  it('[CV5] has it on a flowline too; without lanes it takes the posts before', () => {
    const ids = { step: 'new', flowline: 'line' }
    const inLane = newStepInLine('process', [300, 50], 'f0', drawn(laned))
    const made = done(laned, (chart) => insertStepInto(chart, 'f0', inLane, ids))
    expect(postsOf(made)['new']).toEqual(['主任'])
    const asFlow = drawn(laned)
    const plain = { ...asFlow, view: 'flow' as const, arrangement: { ...asFlow.arrangement, lanes: [] } }
    expect(newStepInLine('process', [300, 50], 'f0', plain).posts).toEqual(['窗口', '局长'])
  })
})

const within = (...selectors: readonly string[]) => ({
  closest: (wanted: string) => selectors.find((each) => wanted.includes(each)) ?? null,
})

describe('the second click of a double click', () => {
  it('[CV9] acts on no button, but goes on zooming and undoing', () => {
    expect(isSecondAct(2, within('button'))).toBe(true)
    expect(isSecondAct(3, within('[role="menuitem"]'))).toBe(true)
    expect(isSecondAct(1, within('button'))).toBe(false)
    expect(isSecondAct(2, within('button', '[data-repeats]'))).toBe(false)
    expect(isSecondAct(2, within('button', '.react-flow__controls'))).toBe(false)
    expect(isSecondAct(2, within())).toBe(false)
  })
})
