/**
 * Group commit: appends that arrive during a commit share the next transaction. There is no
 * timer; a slow disk only makes groups larger.
 */
import { StoreError } from './storeError.ts'
import type { LogEntry, LogTable } from './tables.ts'

export type Entries = readonly LogEntry[]

/** Undefined if committed, otherwise the error. */
export type Outcome = unknown

/** Commits a group; resolves with one outcome per request, in order. */
export type CommitGroup = (group: readonly Entries[]) => Promise<readonly Outcome[]>

export interface GroupCommit {
  /** Resolves when these entries are durable; rejects if none of them is. */
  readonly append: (entries: Entries) => Promise<void>
  /** Resolves when no append is waiting. */
  readonly settled: () => Promise<void>
}

interface Waiting {
  readonly entries: Entries
  readonly resolve: () => void
  readonly reject: (why: unknown) => void
}

export function groupCommit(commit: CommitGroup): GroupCommit {
  let waiting: Waiting[] = []
  let working: Promise<void> | undefined
  return {
    append: (entries) =>
      new Promise((resolve, reject) => {
        waiting.push({ entries, resolve, reject })
        working ??= work()
      }),
    settled: async () => working,
  }

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      await settle(group)
    }
    working = undefined
  }

  async function settle(group: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await commit(group.map(({ entries }) => entries))
      group.forEach(({ resolve, reject }, index) => {
        const why = outcomes[index]
        if (why === undefined) resolve()
        else reject(why)
      })
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }
}

/**
 * Commits the group in one transaction. If an entry of one request is at fault, each request
 * is tried by itself; errors of the disk fail all of them.
 */
export function appendGroup(log: LogTable, group: readonly Entries[]): readonly Outcome[] {
  const why = outcomeOf(() => log.append(group.flat()))
  if (why === undefined || group.length === 1 || why instanceof StoreError) return group.map(() => why)
  return group.map((entries) => outcomeOf(() => log.append(entries)))
}

function outcomeOf(append: () => void): Outcome {
  try {
    append()
    return undefined
  } catch (error) {
    return error
  }
}
