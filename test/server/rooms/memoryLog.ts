/** A log that is kept in memory, and can be made to wait or to fail. */
import type { KeptLog, LogEntry, Store } from '../../../src/server/store/tables.ts'

export const noLog: KeptLog = { snapshot: undefined, updates: [], clients: [], seq: 0 }

export interface MemoryLog {
  readonly log: Store['log']
  readonly entries: LogEntry[]
  /** Appends wait until what it answers is called. */
  readonly hold: () => () => void
  /** Appends fail with this from now on. */
  readonly fail: (error: Error | undefined) => void
  readonly compactions: string[]
}

export function memoryLog(): MemoryLog {
  const entries: LogEntry[] = []
  const compactions: string[] = []
  let held: Promise<void> = Promise.resolve()
  let failure: Error | undefined
  return {
    entries,
    compactions,
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return resolve
    },
    fail: (error) => {
      failure = error
    },
    log: {
      append: async (more) => {
        await held
        if (failure) throw failure
        entries.push(...more)
      },
      read: async (chart) => {
        const own = entries.filter((entry) => entry.chart === chart)
        const clients = own.flatMap(({ clients, person }) =>
          clients.map((client) => [client, person] as const),
        )
        return { ...noLog, updates: own.map(({ update }) => update), clients, seq: own.length }
      },
      compact: async (chart) => {
        compactions.push(chart)
        return true
      },
      journal: async () => ({ entries: [], older: undefined }),
      changedSince: async () => undefined,
      pruneJournal: async () => undefined,
      conflicts: async () => [],
    },
  }
}
