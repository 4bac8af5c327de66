/**
 * Decides when a chart's log is merged: in the background after it has grown, and when the
 * last person leaves.
 */
import type { KeptLog, Store } from '../store/tables.ts'

const manyUpdates = 500
const manyBytes = 512 * 1024
/**
 * ms between two merges of one chart, whose cost is that of the whole chart: where twenty people drag and
 * type, it would otherwise be merged every second. With ten times as much it is merged all the same.
 */
const pause = 20_000
const atLeast = 10
/** Logs with fewer updates are not merged when the last person leaves. */
const someUpdates = 50

export interface Compacting {
  readonly grown: (bytes: number) => void
  /** Resolves when no merge is running any more. */
  readonly close: () => Promise<void>
}

export interface CompactingParts {
  readonly chart: string
  readonly kept: KeptLog
  readonly log: Store['log']
  /** ms of a clock that is never set. */
  readonly elapsed: () => number
  readonly report: (error: unknown) => void
}

/**
 * A failed merge is reported and tried again after the log has grown by as much again; the log
 * stays valid meanwhile.
 */
export function openCompacting({ chart, kept, log, elapsed, report }: CompactingParts): Compacting {
  let updates = kept.updates.length
  let bytes = kept.updates.reduce((sum, update) => sum + update.length, 0)
  let running: Promise<void> | undefined
  let mergedAt = -Infinity
  const isDue = () => {
    const times = elapsed() - mergedAt < pause ? atLeast : 1
    return updates > manyUpdates * times || bytes > manyBytes * times
  }
  const compact = () => {
    mergedAt = elapsed()
    updates = 0
    bytes = 0
    running = log
      .compact(chart)
      .then(() => undefined, report)
      .finally(() => (running = undefined))
  }
  return {
    grown: (by) => {
      updates += 1
      bytes += by
      if (!running && isDue()) compact()
    },
    close: async () => {
      await running
      if (updates > someUpdates) compact()
      await running
    },
  }
}
