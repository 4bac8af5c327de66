import { expect, it } from 'vitest'
import { chartPartOf } from '../../../src/model/edits/insertPart.ts'
import { partInLane, partPlacedAt } from '../../../src/model/edits/partPlacedAt.ts'
import { chartOf } from '../../support/chartOf.ts'

const posts = ['窗口', '科室'].map((name, at) => ({ id: name, order: `a${at}`, name }))
const chart = {
  ...chartOf('受理 → 审查', { 受理: { posts: ['窗口', '科室'] }, 审查: { posts: ['窗口'] } }),
  posts,
}
const part = chartPartOf(chart, ['受理', '审查'])
const at = [500, 300] as const
const rect = { width: 100, height: 40 }

it('[UI41] what is pasted here stands here, as it stood to each other', () => {
  const standing = [
    { id: '受理', x: 0, y: 0, ...rect },
    { id: '审查', x: 200, y: 90, ...rect },
  ]
  const placed = partPlacedAt(part, { view: 'flow', edition: 'internal', at, standing })
  expect(placed.steps.map((step) => step.flowPosition)).toEqual([
    [400, 300],
    [600, 390],
  ])
  const unknown = partPlacedAt(part, { view: 'lanes', edition: 'internal', at, standing: [] })
  expect(unknown.steps.map((step) => step.lanesPosition)).toEqual([
    [500, 300],
    [500, 396],
  ])
  expect(partPlacedAt(part, { view: 'columns', edition: 'internal', at, standing })).toBe(part)
})

it('[UI41] pasted into another lane steps of one lane take its post, those of several keep theirs', () => {
  expect(partInLane(part, posts[1]!).steps.map((step) => step.posts)).toEqual([['科室'], ['科室']])
  expect(partInLane(part, null).steps.map((step) => step.posts)).toEqual([undefined, undefined])
  const apart = { ...part, steps: part.steps.map((step, index) => ({ ...step, posts: [posts[index]!.id] })) }
  expect(partInLane(apart, posts[1]!)).toBe(apart)
})
