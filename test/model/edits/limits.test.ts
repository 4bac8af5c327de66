import { describe, expect, it } from 'vitest'
import { insertStepAfter } from '../../../src/model/edits/addStep.ts'
import { mergePosts } from '../../../src/model/edits/mergePosts.ts'
import { handPosition } from '../../../src/model/edits/placeSteps.ts'
import { removePost } from '../../../src/model/edits/posts.ts'
import type { Edit } from '../../../src/model/edits/refusal.ts'
import { setFields } from '../../../src/model/edits/setFields.ts'
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

  it('[EE19] words on a flowline that nobody could read: more than 2,000 characters, as for a name', () => {
    const chart = chartOf('审查 -同意→ 决定')
    expect(said(setFields(chart, 'flowlines', 'f0', { label: '同'.repeat(2_001) }))).toBe('too-long')
    expect(said(setFields(chart, 'flowlines', 'f0', { label: '同'.repeat(2_000) }))).toHaveLength(1)
    expect(said(setFields(chart, 'steps', '审查', { note: '注'.repeat(2_001) }))).toHaveLength(1)
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
