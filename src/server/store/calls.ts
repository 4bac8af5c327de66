/** Messages between main thread and worker, and the list of callable functions. */
import type { Entries } from './groupCommit.ts'
import { StoreError, type StoreFault } from './storeError.ts'
import type { Tables } from './tables.ts'

/** Adding a call to a table without listing it here does not compile. */
export const calls: { readonly [T in keyof Tables]: { readonly [F in keyof Tables[T]]: true } } = {
  charts: {
    create: true,
    find: true,
    list: true,
    describe: true,
    place: true,
    seqOf: true,
    keptThrough: true,
    behind: true,
    remove: true,
    putBack: true,
    purge: true,
  },
  log: {
    append: true,
    read: true,
    compact: true,
    journal: true,
    changedSince: true,
    pruneJournal: true,
    conflicts: true,
  },
  links: {
    create: true,
    byHash: true,
    find: true,
    list: true,
    use: true,
    useOnce: true,
    uses: true,
    revoke: true,
    changeTerms: true,
    endedBetween: true,
    heldBy: true,
  },
  people: {
    create: true,
    rename: true,
    find: true,
    begin: true,
    bySession: true,
    sessions: true,
    endSession: true,
  },
  revisions: { add: true, list: true, read: true, namedBytes: true, prune: true },
  review: { add: true, list: true, takenElsewhere: true, numbersOf: true, lastNumber: true },
  publications: {
    add: true,
    find: true,
    list: true,
    current: true,
    withdraw: true,
    format: true,
    keepPicture: true,
  },
  powers: { list: true, change: true, changeSets: true, changeSet: true, charts: true, keepDigests: true },
  unit: { read: true, change: true, emblem: true },
  cases: {
    bring: true,
    page: true,
    remove: true,
    prune: true,
    judge: true,
    judgements: true,
    settings: true,
    keepSettings: true,
  },
  unitEvents: { add: true, list: true, streams: true, freeze: true, years: true, year: true },
  control: { add: true, plan: true, list: true, charts: true, file: true },
}

export type Request = { readonly id: number } & StoreRequest

export type StoreRequest =
  | {
      readonly kind: 'call'
      readonly table: string
      readonly call: string
      readonly args: readonly unknown[]
    }
  | { readonly kind: 'append'; readonly group: readonly Entries[] }
  | { readonly kind: 'close' }

export type Response =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly thrown: Thrown }

/** Id of the worker's first message: the database is open, or why not. */
export const opening = 0

/** An error as a message: structured cloning would lose the class `StoreError`. */
export interface Thrown {
  readonly fault: StoreFault | undefined
  readonly message: string
  readonly cause: unknown
}

export function toThrown(error: unknown): Thrown {
  const fault = error instanceof StoreError ? error.fault : undefined
  if (!(error instanceof Error)) return { fault, message: String(error), cause: undefined }
  return {
    fault,
    message: error.message,
    cause: error.cause instanceof Error ? error.cause.message : error.stack,
  }
}

export function fromThrown({ fault, message, cause }: Thrown): Error {
  return fault === undefined ? new Error(message, { cause }) : new StoreError(fault, { cause })
}
