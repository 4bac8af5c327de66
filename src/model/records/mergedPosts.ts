/**
 * Resolves merged posts: a reference to the old post means the new one. If two people merged two posts
 * into each other, the one with the smaller id is restored and stands for both. If the new one was
 * removed by someone who did not know of the merge, the old one is restored where anything names it.
 */
import type { Id, Post } from '../chart.ts'
import { repairedFields } from './fieldShapes.ts'
import { validOrder } from './order.ts'
import type { Records } from './records.ts'
import { shapes } from './shapes.ts'

export interface MergedPosts {
  /** The current post for a post id; the id itself if never merged. */
  readonly today: (post: Id) => Id
  readonly broughtBack: readonly Post[]
}

/** Resolves the merges of posts. Never throws. */
export function mergedPosts({ posts, steps, risks, postMerges = {} }: Records): MergedPosts {
  const into = (post: Id): Id | undefined => {
    const next = Object.hasOwn(postMerges, post) ? postMerges[post]!['into'] : undefined
    return typeof next === 'string' ? next : undefined
  }
  const today = (post: Id): Id => {
    const passed: Id[] = []
    for (let at = post; ;) {
      if (Object.hasOwn(posts, at)) return at
      const next = into(at)
      if (next === undefined) return passed.at(-1) ?? at
      const circle = passed.indexOf(at)
      if (circle >= 0) return passed.slice(circle).reduce((least, each) => (each < least ? each : least))
      passed.push(at)
      at = next
    }
  }
  const ends = new Set(Object.keys(postMerges).map(today))
  const isBack = (post: Id) => {
    const next = into(post)
    if (Object.hasOwn(posts, post) || next === undefined) return false
    return into(next) !== undefined || namedIn(steps, risks).some((named) => today(named) === post)
  }
  const back = [...ends].filter(isBack)
  return {
    today,
    broughtBack: back.map((id) => {
      const fields = postMerges[id]!
      const order = validOrder(typeof fields['order'] === 'string' ? fields['order'] : '')
      return { ...repairedFields(fields, shapes.post), id, order } as unknown as Post
    }),
  }
}

function namedIn(steps: Records['steps'], risks: Records['risks']): readonly Id[] {
  const named = [
    ...Object.values(steps).flatMap(({ posts }) => (Array.isArray(posts) ? posts : [])),
    ...Object.values(risks).map(({ post }) => post),
  ]
  return named.filter((post) => typeof post === 'string')
}
