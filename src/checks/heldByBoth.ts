/**
 * 不相容岗位: one post holds two of the steps. Duties that only a name proposes make a hint: key words alone
 * gave alarms in 7 of 36 real charts, nearly all false (domain D).
 */
import type { Step } from '../model/chart.ts'
import { officeName } from '../text/recognition/vocabulary.ts'
import type { Facts } from './facts.ts'
import type { FoundPlace } from './finding.ts'

/** One place per post. For an office, which has many posts, and for proposed duties, only a hint. */
export function heldByBoth(
  facts: Facts,
  one: readonly Step[],
  other: readonly Step[],
): readonly FoundPlace[] {
  const first = stepsByPost(facts, one)
  const second = stepsByPost(facts, other)
  return [...first].flatMap(([post, steps]) => {
    const others = second.get(post)
    // One step with both acts is another matter: `merged-steps`.
    if (!others || new Set([...steps, ...others]).size < 2) return []
    const held = [...new Set([...steps, ...others])]
    const found = { steps: held.map(({ id }) => id), words: { post } }
    const isSaid = held.every(({ duty }) => duty !== undefined)
    return [officeName.test(post) || !isSaid ? { ...found, severity: 'hint' as const } : found]
  })
}

/** Several findings of one post become one: one cause, one finding. */
export function mergedByPost(places: readonly FoundPlace[]): readonly FoundPlace[] {
  const byPost = new Map<string, FoundPlace>()
  for (const place of places) {
    const post = String(place.words?.['post'] ?? '')
    const known = byPost.get(post)
    if (!known) byPost.set(post, place)
    else byPost.set(post, { ...graver(known, place), steps: [...new Set([...known.steps, ...place.steps])] })
  }
  return [...byPost.values()]
}

function graver(one: FoundPlace, other: FoundPlace): FoundPlace {
  return one.severity === undefined ? one : other
}

function stepsByPost({ postsOf }: Facts, steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  const held = new Map<string, readonly Step[]>()
  for (const step of steps)
    for (const post of postsOf(step)) held.set(post, [...(held.get(post) ?? []), step])
  return held
}
