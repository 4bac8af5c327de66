/** When a chart's log is merged: in the background when it has grown, and before the room is left. */
import type { KeptLog, Store } from '../store/tables.ts'

const manyUpdates = 500
const manyBytes = 512 * 1024
/** Fewer than these are left as they are when everybody has gone. */
const someUpdates = 50

export interface Compacting {
  readonly grown: (bytes: number) => void
  /** Resolved when nothing of it runs any more. */
  readonly close: () => Promise<void>
}

export interface CompactingParts {
  readonly chart: string
  readonly kept: KeptLog
  readonly log: Store['log']
  readonly report: (error: unknown) => void
}

/** A log that could not be merged is only long: the failure is reported, and tried again when it has grown as much again. */
export function openCompacting({ chart, kept, log, report }: CompactingParts): Compacting {
  let updates = kept.updates.length
  let bytes = kept.updates.reduce((sum, update) => sum + update.length, 0)
  let running: Promise<void> | undefined
  const compact = () => {
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
      if (!running && (updates > manyUpdates || bytes > manyBytes)) compact()
    },
    close: async () => {
      await running
      if (updates > someUpdates) compact()
      await running
    },
  }
}
