import { describe, expect, it } from 'vitest'
import type { Connection } from '../../../src/collab/connection.ts'
import type { ConnectionState } from '../../../src/collab/connectionState.ts'
import { notYetConnected } from '../../../src/collab/connectionState.ts'
import type { ReviewEvent } from '../../../src/model/review/review.ts'
import { reviewOf } from '../../../src/model/review/review.ts'
import type { ReviewUpdate } from '../../../src/ui/review/watchReview.ts'
import { watchReview } from '../../../src/ui/review/watchReview.ts'

const by = { id: 'z', name: '张三', post: '' }

const events = ['m1', 'm2', 'm3', 'm4', 'm5'].map((mark, at): ReviewEvent => {
  return { kind: 'marked', mark, target: { on: 'chart' }, what: 'unclear', by, at, text: '' }
})
const review = reviewOf(events)

interface Kept {
  events: readonly ReviewEvent[]
}

function connected() {
  const changed = new Set<() => void>()
  const noticed = new Set<(body: unknown) => void>()
  let state: ConnectionState = { ...notYetConnected, status: 'online' }
  const connection: Pick<Connection, 'state' | 'onChange' | 'onNotice'> = {
    state: () => state,
    onChange: (listener) => (changed.add(listener), () => changed.delete(listener)),
    onNotice: (listener) => (noticed.add(listener), () => noticed.delete(listener)),
  }
  const become = (status: ConnectionState['status']) => {
    state = { ...state, status }
    for (const each of changed) each()
  }
  const notify = (seq: number) => {
    for (const each of noticed) each({ about: 'review', seq, event: events[seq - 1] })
  }
  return { connection, become, notify }
}

const settled = async () => new Promise((resolve) => setImmediate(resolve))

function watching(kept: Kept) {
  const parts = connected()
  const told: ReviewUpdate[] = []
  let reads = 0
  const watch = watchReview({
    connection: parts.connection,
    read: async () => {
      reads += 1
      await Promise.resolve()
      return kept.events
    },
    onUpdate: (update) => told.push(update),
  })
  return { ...parts, watch, now: () => told.at(-1)!, reads: () => reads }
}

describe('keeping up with a review', () => {
  it('[UI134] hears events in their order, each once, and reads again after a gap', async () => {
    const kept: Kept = { events: events.slice(0, 1) }
    const { notify, now, reads, watch } = watching(kept)
    await settled()
    notify(2)
    watch.take(2, events[1]!)
    expect(now().review?.events).toHaveLength(2)
    kept.events = events
    notify(5)
    await settled()
    expect(now().review).toEqual(review)
    expect(reads()).toBe(2)
  })

  it('[UI134] keeps what was read when the connection goes, and reads again when it is back', async () => {
    const kept: Kept = { events: events.slice(0, 2) }
    const { become, now } = watching(kept)
    await settled()
    become('offline')
    expect(now()).toMatchObject({ online: false })
    expect(now().review?.marks).toHaveLength(2)
    kept.events = events
    become('online')
    await settled()
    expect(now().review).toEqual(review)
  })
})
