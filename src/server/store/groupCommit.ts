/**
 * Group commit: what comes while a commit is under way waits, and goes into one next
 * transaction. Nobody waits for a clock; a disk that is slow only makes the groups larger.
 */
import { StoreError } from './storeError.ts'
import type { LogEntry, LogTable } from './tables.ts'

export type Entries = readonly LogEntry[]

/** Undefined: committed. Otherwise why not. */
export type Outcome = unknown

/** Commits a group; one outcome for each of those who wait, in their order. */
export type CommitGroup = (group: readonly Entries[]) => Promise<readonly Outcome[]>

export interface GroupCommit {
  /** Resolved when these entries are durable, rejected when nothing of them is. */
  readonly append: (entries: Entries) => Promise<void>
  /** Resolved when nobody waits any more. */
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
      group.forEach(({ resolve, reject }, place) => {
        const why = outcomes[place]
        if (why === undefined) resolve()
        else reject(why)
      })
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }
}

/**
 * One transaction for the whole group. Where one of several is at fault, each is tried by
 * itself, so that the others do not pay for it; a full or broken disk is nobody's fault.
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
