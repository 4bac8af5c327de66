import { set } from '../records/changes.ts'
import type { Chart, Id } from '../chart.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'

/**
 * Gives steps the post that holds their lane; their other posts stay. Undefined (未定岗位) leaves
 * them without a post.
 */
export function moveToLane(chart: Chart, steps: readonly Id[], post: Id | undefined): Edit {
  if (post !== undefined && !chart.posts.some((other) => other.id === post)) return refuse('gone', post)
  const there = chart.steps.filter((step) => steps.includes(step.id))
  return allow(
    ...there.map((step) => {
      const others = step.posts?.slice(1).filter((other) => other !== post) ?? []
      return set('steps', step.id, 'posts', post === undefined ? undefined : [post, ...others])
    }),
  )
}
