/**
 * Decides when a chart's log is merged: in the background after it has grown, and when the
 * last person leaves.
 */
import type { KeptLog, Store } from '../store/tables.ts'

const manyUpdates = 500
const manyBytes = 512 * 1024
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
  readonly report: (error: unknown) => void
}

/**
 * A failed merge is reported and tried again after the log has grown by as much again; the log
 * stays valid meanwhile.
 */
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
