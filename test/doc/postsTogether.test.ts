import { describe, expect, it } from 'vitest'
import { mergePosts } from '../../src/model/edits/mergePosts.ts'
import { removePost } from '../../src/model/edits/posts.ts'
import { chartOf } from '../support/chartOf.ts'
import { teamOn } from './team.ts'

describe('posts', () => {
  const posts = [
    { id: 'p', order: 'a0', name: '窗口' },
    { id: 'q', order: 'a1', name: '科室' },
    { id: 'r', order: 'a2', name: '领导' },
  ]
  const chart = { ...chartOf('受理 → 决定', { 受理: { posts: ['p'] }, 决定: { posts: ['q'] } }), posts }

  it('[DO10] merged crosswise they are one, with a name', () => {
    const { people, meet } = teamOn(chart, 2)
    people[0]!.does((now) => mergePosts(now, 'p', 'q'))
    people[1]!.does((now) => mergePosts(now, 'q', 'p'))
    meet()
    const seen = people[0]!.chart()
    expect(seen).toEqual(people[1]!.chart())
    expect(seen.posts.map(({ id, name }) => [id, name])).toEqual([
      ['p', '窗口'],
      ['r', '领导'],
    ])
    expect(seen.steps.map((each) => each.posts)).toEqual([['p'], ['p']])
  })

  it('[DO10] merged in a circle of three they are one; who still names the old post means the new', () => {
    const { people, meet } = teamOn(chart, 3)
    people[0]!.does((now) => mergePosts(now, 'p', 'q'))
    people[1]!.does((now) => mergePosts(now, 'q', 'r'))
    people[2]!.does((now) => mergePosts(now, 'r', 'p'))
    meet()
    expect(people[1]!.chart().posts.map(({ id }) => id)).toEqual(['p'])
    expect(people[2]!.chart().steps.map((each) => each.posts)).toEqual([['p'], ['p']])
    people[1]!.does((now) => removePost(now, 'p'))
    meet()
    expect(people[0]!.chart().posts).toEqual([])
    expect(people[0]!.chart()).toEqual(people[2]!.chart())
  })
})
