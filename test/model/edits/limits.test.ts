import { describe, expect, it } from 'vitest'
import { insertStepAfter } from '../../../src/model/edits/addStep.ts'
import { mergePosts } from '../../../src/model/edits/mergePosts.ts'
import { handPosition } from '../../../src/model/edits/placeSteps.ts'
import { removePost } from '../../../src/model/edits/posts.ts'
import type { Edit } from '../../../src/model/edits/refusal.ts'
import { setFields } from '../../../src/model/edits/setFields.ts'
import { most } from '../../../src/model/kinds/limits.ts'
import { recordsOf } from '../../../src/model/records/records.ts'
import { repaired } from '../../../src/model/records/repaired.ts'
import { expenses } from '../../support/registers.ts'
import { chartOf } from '../../support/chartOf.ts'

const said = (edit: Edit) => (edit.ok ? edit.changes : edit.refusal.reason)

describe('what is refused', () => {
  it('[EE4] a step without a name behind another, a post that is gone', () => {
    const step = { kind: 'process', name: ' ' } as const
    expect(said(insertStepAfter(chartOf('受理'), '受理', step, { step: '新', flowline: 'n' }))).toBe(
      'empty-name',
    )
    expect(said(removePost(expenses(), '没有'))).toBe('gone')
  })

  it('[EE19] what a chart file would not take: names and texts one character too long', () => {
    const chart = chartOf('审查 -同意→ 决定')
    const name = (length: number) => said(setFields(chart, 'steps', '审查', { name: '审'.repeat(length) }))
    const label = (length: number) =>
      said(setFields(chart, 'flowlines', 'f0', { label: '同'.repeat(length) }))
    expect([name(most.name + 1), label(most.text + 1)]).toEqual(['too-long', 'too-long'])
    expect([name(most.name), label(most.text)].map((changes) => changes.length)).toEqual([1, 1])
  })

  it('[EE16] nothing where a post is merged into itself: it stays', () => {
    expect(said(mergePosts(expenses(), 'p1', 'p1'))).toEqual([])
  })
})

it('[EE6] the three columns know no place by hand', () => {
  const step = { ...chartOf('受理').steps[0]!, flowPosition: [10, 20] as const }
  expect(handPosition(step, 'flow', 'internal')).toEqual([10, 20])
  expect(handPosition(step, 'flow', 'external')).toBeUndefined()
  expect(handPosition(step, 'columns', 'internal')).toBeUndefined()
})

it('[ME6] what was waived is read back', () => {
  const waivers = [{ id: 'w1', rule: 'vague-name', reason: '单位惯用' }]
  const chart = { ...chartOf('受理'), waivers } as unknown as Parameters<typeof recordsOf>[0]
  expect(repaired(recordsOf(chart)).waivers).toMatchObject(waivers)
})
