import { describe, expect, it } from 'vitest'
import { openPublicationWatcher } from '../../../src/ui/publication/publicationWatcher.ts'

/** A clock that is moved by hand. */
function clock() {
  let time = 0
  let waiting: { readonly at: number; readonly call: () => void } | undefined
  return {
    now: () => time,
    after: (ms: number, call: () => void) => {
      waiting = { at: time + ms, call }
      return () => {
        waiting = undefined
      }
    },
    pass: (ms: number) => {
      time += ms
      if (!waiting || waiting.at > time) return
      const { call } = waiting
      waiting = undefined
      call()
    },
  }
}

describe('what is public is asked for', () => {
  it('[PO4] at the first save, then at most once a minute, and the last save is never missed', () => {
    const { now, after, pass } = clock()
    let asked = 0
    const watch = openPublicationWatcher({ ask: () => (asked += 1), now, after })
    watch.saved()
    expect(asked).toBe(1)
    for (let save = 0; save < 20; save += 1) {
      pass(1_000)
      watch.saved()
    }
    expect(asked).toBe(1)
    pass(40_000)
    expect(asked).toBe(2)
    pass(120_000)
    expect(asked).toBe(2)
    watch.saved()
    expect(asked).toBe(3)
  })

  it('[PO4] no more once the chart is left', () => {
    const { now, after, pass } = clock()
    let asked = 0
    const watch = openPublicationWatcher({ ask: () => (asked += 1), now, after })
    watch.saved()
    watch.saved()
    watch.close()
    pass(120_000)
    expect(asked).toBe(1)
  })
})
