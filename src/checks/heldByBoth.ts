/**
 * 不相容岗位: one post holds two of the steps. Uses duties and posts only: key words alone gave alarms in 7
 * of 36 real charts, nearly all false (domain D).
 */
import type { Step } from '../model/chart.ts'
import { officeName } from '../text/recognition/vocabulary.ts'
import type { Facts } from './facts.ts'
import type { FoundPlace } from './finding.ts'

/** One place per post. For an office, which has many posts, only a hint. */
export function heldByBoth(
  facts: Facts,
  one: readonly Step[],
  other: readonly Step[],
): readonly FoundPlace[] {
  const first = stepsByPost(facts, one)
  const second = stepsByPost(facts, other)
  return [...first].flatMap(([post, steps]) => {
    const others = second.get(post)
    if (!others) return []
    const found = { steps: [...new Set([...steps, ...others])], words: { post } }
    return [officeName.test(post) ? { ...found, severity: 'hint' as const } : found]
  })
}

function stepsByPost({ postsOf }: Facts, steps: readonly Step[]): ReadonlyMap<string, readonly string[]> {
  const held = new Map<string, string[]>()
  for (const step of steps)
    for (const post of postsOf(step)) held.set(post, [...(held.get(post) ?? []), step.id])
  return held
}
