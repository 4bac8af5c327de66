import type { ServerContext } from './serverContext.ts'

/** ms: what has ended is known within this time. */
const every = 500

/** ms looked back: a revocation from the command line is committed after its time was read. */
const overlap = 5000

/**
 * Ends open connections whose link has run out, or was revoked by another process (the
 * command line). Returns a function that stops it.
 */
export function watchEndedLinks(
  { store, rooms, now }: Pick<ServerContext, 'store' | 'rooms' | 'now'>,
  report: (error: unknown) => void,
): () => void {
  let from = now() - overlap
  let isAsking = false
  const look = async () => {
    if (isAsking || rooms.stats().connections === 0) return
    isAsking = true
    try {
      const to = now()
      // A clock that was set back must not hide what ends from here on.
      const charts = await store.links.endedBetween(Math.min(from, to - overlap), to)
      from = to - overlap
      if (charts.includes(undefined)) rooms.accessChangedEverywhere()
      else for (const chart of charts) rooms.accessChanged(chart ?? '')
    } finally {
      isAsking = false
    }
  }
  const timer = setInterval(() => void look().catch(report), every)
  return () => clearInterval(timer)
}
