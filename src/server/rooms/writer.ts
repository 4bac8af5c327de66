/**
 * Ensures durable before visible: works run in order of arrival, each after everything before
 * it is in the log. Works that arrive during an append share the next transaction.
 */
import type { LogEntry, NewRevision, Store } from '../store/tables.ts'

/** What is to be appended once its revision is written. */
export interface UnwrittenEntry extends Omit<LogEntry, 'revision'> {
  readonly revision?: NewRevision | Promise<NewRevision> | undefined
}

export interface Work {
  /** Appended first; without an entry the work only waits for its turn. */
  readonly entry?: UnwrittenEntry
  /** Must not throw. */
  readonly durable: () => void
  /** The log could not keep this, or something before it. Must not throw. */
  readonly lost: () => void
}

export interface Writer {
  /** Runs the work at once if nothing is waiting. After a failure every work is lost at once. */
  readonly add: (work: Work) => void
  readonly isIdle: () => boolean
  /** Resolves when no work is waiting. */
  readonly idle: () => Promise<void>
}

/** `onFailure` is called once, after everything that waited has been told that it is lost. */
export function openWriter(log: Store['log'], onFailure: (error: unknown) => void): Writer {
  let waiting: Work[] = []
  let busy = false
  let broken = false
  let running: Promise<void> = Promise.resolve()
  const fail = (error: unknown, batch: readonly Work[]) => {
    const all = [...batch, ...waiting]
    broken = true
    waiting = []
    for (const work of all) work.lost()
    onFailure(error)
  }
  const drain = async () => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      const unwritten = batch.flatMap(({ entry }) => entry ?? [])
      try {
        const entries = await Promise.all(unwritten.map(written))
        if (entries.length > 0) await log.append(entries)
      } catch (error) {
        fail(error, batch)
        break
      }
      for (const work of batch) work.durable()
    }
    busy = false
  }
  return {
    add: (work) => {
      if (broken) return work.lost()
      if (!busy && !work.entry) return work.durable()
      waiting.push(work)
      if (busy) return
      busy = true
      running = drain()
    },
    isIdle: () => !busy,
    idle: async () => running,
  }
}

async function written({ revision, ...entry }: UnwrittenEntry): Promise<LogEntry> {
  return revision ? { ...entry, revision: await revision } : entry
}
