import { AccessError } from './accessError.ts'

/** Wrong passwords after which a link is blocked for `rest`. */
const mostGuesses = 10
/** ms */
const rest = 15 * 60_000

/** Counts the passwords tried on each link. `take` throws an AccessError while the link is blocked. */
export function countGuesses(now: () => number) {
  const counts = new Map<string, { readonly since: number; readonly count: number }>()
  return {
    take: (link: string) => {
      const found = counts.get(link)
      const { since, count } = found && now() - found.since < rest ? found : { since: now(), count: 0 }
      if (count >= mostGuesses) throw new AccessError('too-many')
      counts.set(link, { since, count: count + 1 })
    },
    forget: (link: string) => void counts.delete(link),
  }
}
