/** ms */
const pause = 60_000

export interface PublicationWatcher {
  /** Called after a save. */
  readonly saved: () => void
  readonly close: () => void
}

interface WatchParts {
  readonly ask: () => void
  readonly now: () => number
  readonly after: (ms: number, call: () => void) => () => void
}

/**
 * Asks on the first save, then at most once a minute; a save in between is handled when the minute
 * is over.
 */
export function openPublicationWatcher({ ask, now, after }: WatchParts): PublicationWatcher {
  let asked = Number.NEGATIVE_INFINITY
  let cancel: (() => void) | undefined
  const go = () => {
    cancel = undefined
    asked = now()
    ask()
  }
  return {
    saved: () => {
      if (cancel) return
      const wait = asked + pause - now()
      if (wait > 0) cancel = after(wait, go)
      else go()
    },
    close: () => cancel?.(),
  }
}
