import type { Change } from '../records/changes.ts'
import { drop, put, set } from '../records/changes.ts'
import type { Chart, Id } from '../chart.ts'
import { orderAfter, orderBeforeFirst } from '../records/order.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'
import { riskRemoval } from './risks.ts'

/**
 * Assigns posts to steps by name; the first holds the lane. An unknown name creates a post, with one
 * call of `newId` each. No names: 未定岗位.
 */
export function assignPosts(
  chart: Chart,
  steps: readonly Id[],
  names: readonly string[],
  newId: () => Id,
): Edit {
  const wanted = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
  const made: Change[] = []
  let last = chart.posts
  const posts = wanted.map((name) => {
    const known = last.find((post) => post.name === name)
    if (known) return known.id
    const post = { id: newId(), order: orderAfter(last, last.at(-1)?.id), name }
    last = [...last, post]
    made.push(put('posts', post.id, { order: post.order, name }))
    return post.id
  })
  const there = steps.filter((id) => chart.steps.some((step) => step.id === id))
  return allow(...made, ...there.map((id) => set('steps', id, 'posts', posts.length > 0 ? posts : undefined)))
}

/** Moves a post and its lane after another; to the front if `after` is undefined. */
export function movePost(chart: Chart, post: Id, after: Id | undefined): Edit {
  if (!chart.posts.some((other) => other.id === post)) return refuse('gone', post)
  const others = chart.posts.filter((other) => other.id !== post)
  const order = after === undefined ? orderBeforeFirst(others) : orderAfter(others, after)
  return allow(set('posts', post, 'order', order))
}

/** Removes a post and its risks; its steps keep their other posts. */
export function removePost(chart: Chart, post: Id): Edit {
  if (!chart.posts.some((other) => other.id === post)) return refuse('gone', post)
  const held = chart.steps.filter((step) => step.posts?.includes(post))
  const without = held.map((step) => {
    const posts = step.posts!.filter((id) => id !== post)
    return set('steps', step.id, 'posts', posts.length > 0 ? posts : undefined)
  })
  const risks = chart.risks.filter((risk) => risk.post === post && risk.step === undefined)
  return allow(...without, ...riskRemoval(chart, new Set(risks.map(({ id }) => id))), drop('posts', post))
}
