/**
 * The contract of the store: synchronous calls on one database, run in a worker thread
 * (`worker.ts`). The server uses `Store`, where each call returns a promise. A write is
 * committed with `synchronous=FULL` when its call returns. Times are ms since 1970, passed in.
 */
import type { ControlTable, UnitEventTable } from './controlTables.ts'
import type { View } from '../../model/chart.ts'
import type { ReviewEvent } from '../../model/review/review.ts'
import type {
  FieldChange,
  JournalPage,
  LinkUse,
  KeptConflict,
  MergeConflict,
  Revision,
  RevisionKind,
} from '../../protocol/api.ts'
import type { CatalogueRole, CopyPolicy } from '../../protocol/linkScopes.ts'
import type { Role } from '../../protocol/roles.ts'
import type { CaseTable } from './caseTables.ts'
import type { Description, KeptChart, ListPlace } from './keptChart.ts'
import type { PowerTable, UnitTable } from './catalogueTables.ts'

export interface Tables {
  readonly charts: ChartTable
  readonly log: LogTable
  readonly links: LinkTable
  readonly people: PeopleTable
  readonly revisions: RevisionTable
  readonly review: ReviewTable
  readonly publications: PublicationTable
  readonly powers: PowerTable
  readonly unit: UnitTable
  readonly cases: CaseTable
  readonly control: ControlTable
  readonly unitEvents: UnitEventTable
}

/** A table whose answers come later: from another thread, or from another machine. */
export type Later<T> = {
  readonly [F in keyof T]: T[F] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never
}

export type LaterTables = { readonly [T in keyof Tables]: Later<Tables[T]> }

/** The tables called from another thread. */
export type Store = LaterTables & {
  /** Resolves if the thread ends that was not asked to: nothing can be read or kept any more. */
  readonly died: Promise<Error>
  /** Resolves when the database is closed; no call may follow. */
  readonly close: () => Promise<void>
}

export interface ChartTable {
  /** Creates the chart, its first update and its links in one transaction. False if the id is taken. */
  readonly create: (chart: KeptChart, first: LogEntry | undefined, links: readonly NewKeptLink[]) => boolean
  readonly find: (id: string) => KeptChart | undefined
  readonly list: () => readonly KeptChart[]
  /** Stores what lists show of a chart. */
  readonly describe: (id: string, description: Description) => void
  readonly place: (id: string, place: ListPlace) => void
  /** Number of the last update; 0 if there is none. */
  readonly seqOf: (id: string) => number
  /** The lists and a revision show everything up to this update. */
  readonly keptThrough: (id: string, seq: number) => void
  /** Charts that have updates which no revision shows, with the authors of these updates. */
  readonly behind: () => readonly BehindChart[]
  readonly remove: (id: string, at: number) => void
  readonly putBack: (id: string) => void
  /**
   * Deletes charts that were put into the bin before `at`, with everything that belongs to
   * them. Returns their ids.
   */
  readonly purge: (at: number) => readonly string[]
}

export interface BehindChart {
  readonly id: string
  readonly people: readonly string[]
}

/** One update as it is appended. */
export interface LogEntry {
  readonly chart: string
  readonly update: Uint8Array
  readonly person: string
  readonly at: number
  /** Client ids that become this person's in this chart, unless they have an owner. */
  readonly clients: readonly number[]
  /** What it changed, field by field, for the history. */
  readonly changes: readonly FieldChange[]
  /** Kept in the same transaction, unless the last revision says the same. */
  readonly revision?: NewRevision
  /** What it overruled, or was overruled of it, by merging. */
  readonly conflicts?: readonly MergeConflict[]
}

/** A chart as Yjs encodes it: updates in their order, of which the first may be a snapshot. */
export type ChartState = readonly Uint8Array[]

export interface KeptLog {
  readonly snapshot: Uint8Array | undefined
  /** After the snapshot, oldest first. */
  readonly updates: readonly Uint8Array[]
  readonly clients: readonly (readonly [client: number, person: string])[]
  /** Of the last update; 0 where there is none. */
  readonly seq: number
}

export interface JournalSpan {
  /** ms since 1970, excluded. */
  readonly since: number
  /** Only entries older than this place of a page (`JournalPage.older`). */
  readonly before?: number | undefined
}

export interface LogTable {
  /**
   * Appends all entries in one transaction. Throws a `StoreError` if it cannot be made
   * durable, an Error if a chart does not exist.
   */
  readonly append: (entries: readonly LogEntry[]) => void
  /**
   * Reads a chart; empty if it does not exist. Throws `StoreError('damaged')` if it cannot be
   * read completely.
   */
  readonly read: (chart: string) => KeptLog
  /**
   * Merges the log into a snapshot that is written, committed, read back and compared with a
   * replay before the updates are deleted. Returns false if there was nothing to do.
   */
  readonly compact: (chart: string) => boolean
  /**
   * Changes later than `since`, newest first, of bounded size: a page. The author is the person's
   * name, if known. The oldest entries are taken away when a chart's journal is larger than `mostJournal`.
   */
  readonly journal: (chart: string, span: JournalSpan, atMost: number) => JournalPage
  /** Time of the first change after `at` that the journal has. */
  readonly changedSince: (chart: string, at: number) => number | undefined
  /** Takes away what is older, of all charts. */
  readonly pruneJournal: (before: number) => void
  /** What merging overruled, newest first, with names in place of ids where they are known. */
  readonly conflicts: (chart: string, atMost: number) => readonly KeptConflict[]
}

export interface NewKeptLink {
  readonly id: string
  /** SHA-256 of the token, hex. */
  readonly hash: string
  /** Of the scope `chart` only. */
  readonly chart?: string
  /** Absent: `chart` with a chart, `administrator` without one. */
  readonly scope?: 'unit'
  /** Of the scope `unit`. */
  readonly catalogue?: CatalogueRole
  /** Gives the right to publish: its chart, or for the scope `unit` every chart that one owns. */
  readonly publishes?: true
  /** Absent: `remove`. */
  readonly copies?: CopyPolicy
  readonly role: Role
  readonly name: string
  readonly createdAt: number
  readonly expiresAt?: number
  readonly maxUses?: number
  /** scrypt, as `salt:hash` in hex. */
  readonly password?: string
}

export interface KeptLink extends NewKeptLink {
  readonly revokedAt?: number
  readonly useCount: number
}

export interface LinkTable {
  readonly create: (link: NewKeptLink) => void
  readonly byHash: (hash: string) => KeptLink | undefined
  readonly find: (id: string) => KeptLink | undefined
  /** Of one chart, or those of the unit and the administrators. */
  readonly list: (chart: string | undefined) => readonly KeptLink[]
  /** Counts a use and grants the link's role to the person. False if no uses are left. */
  readonly use: (link: string, person: string, at: number) => boolean
  /** As `use`, but once for each user: a second use by the same one is not counted. */
  readonly useOnce: (link: string, user: string, at: number) => boolean
  readonly uses: (link: string) => readonly LinkUse[]
  readonly revoke: (id: string, at: number) => void
  /** Keeps name, end, uses, password and copies as they are in `link`; not of a revoked one. */
  readonly changeTerms: (link: NewKeptLink) => void
  /** Charts of links that ran out or were revoked after `from`, up to `to`; undefined stands for all charts. */
  readonly endedBetween: (from: number, to: number) => readonly (string | undefined)[]
  /** All links that a person has used, of any chart, revoked and expired ones included. */
  readonly heldBy: (person: string) => readonly KeptLink[]
}

export interface StoredSession {
  /** The first 16 digits of its hash. */
  readonly id: string
  readonly person: StoredPerson
  readonly beganAt: number
  /** To the hour. */
  readonly seenAt: number
}

export interface StoredPerson {
  readonly id: string
  readonly name: string
  readonly post: string
}

export interface PeopleTable {
  readonly create: (person: StoredPerson, at: number) => void
  readonly rename: (person: StoredPerson) => void
  readonly find: (id: string) => StoredPerson | undefined
  /** Starts a session; `hash` is the SHA-256 of its cookie. */
  readonly begin: (hash: string, person: string, at: number) => void
  /** Notes the use. Undefined, and the session is gone, if it was not used since `idleSince`. */
  readonly bySession: (hash: string, at: number, idleSince: number) => StoredPerson | undefined
  /** At most 500 of those used since, the last used first. */
  readonly sessions: (idleSince: number) => readonly StoredSession[]
  /** False if there is none. */
  readonly endSession: (id: string) => boolean
}

export interface NewRevision {
  readonly id: string
  readonly chart: string
  readonly at: number
  readonly kind: RevisionKind
  readonly name: string
  readonly authors: readonly string[]
  readonly hash: string
  /** The canonical chart file. */
  readonly file: string
}

export interface RevisionTable {
  /** Automatic ones beyond `mostAutomatic` bytes are taken away, the oldest first. */
  readonly add: (revision: NewRevision) => void
  /** The newest first, at most so many, of before a time. */
  readonly list: (chart: string, before: string | undefined, atMost: number) => readonly Revision[]
  /** Of the revisions that people named or restored. */
  readonly namedBytes: (chart: string) => number
  /** Takes away automatic ones that are older, of all charts, but never a chart's last. */
  readonly prune: (before: number) => void
  readonly read: (chart: string, id: string) => string | undefined
}

export interface ReviewTable {
  /**
   * Appends an event if there are exactly `expected` events and no other chart has its notice
   * number; otherwise returns false.
   */
  readonly add: (chart: string, expected: number, event: ReviewEvent) => boolean
  /** In the order in which they happened. */
  readonly list: (chart: string) => readonly ReviewEvent[]
  /** Whether another chart, in the bin or not, has a notice with this number. */
  readonly takenElsewhere: (number: string, chart: string) => boolean
  /** The notice numbers that consist of `beginning`, a digit, and anything after it. */
  readonly numbersOf: (beginning: string) => readonly string[]
  /** Of the notice that was issued last. */
  readonly lastNumber: () => string | undefined
}

export type PublicFormat = 'json' | 'svg' | 'txt' | 'html'

/** What was posted, by whom, from what. */
export interface KeptPublication {
  readonly id: string
  readonly chart: string
  readonly at: number
  readonly revision: string
  /** Hex. Of all formats (`server/publication/publicHash.ts`); of what was posted before that, of the data alone. */
  readonly hash: string
  readonly title: string
  readonly view: View
  /** Who did the 公开审查. */
  readonly reviewedBy: string
  /** Whose link published it. */
  readonly approver: string
  /** Why risks are shown to the public, where they are. */
  readonly reason?: string
  readonly withdrawnAt?: number
}

export interface PublicationTable {
  readonly add: (publication: KeptPublication, content: { readonly [F in PublicFormat]: string }) => void
  readonly find: (id: string) => KeptPublication | undefined
  /** Of one chart, the newest first. */
  readonly list: (chart: string) => readonly KeptPublication[]
  /**
   * The valid publication: the newest, unless it is withdrawn or its chart is in the bin.
   * Withdrawing it does not restore an older one.
   */
  readonly current: (chart: string) => KeptPublication | undefined
  readonly withdraw: (id: string, at: number) => void
  readonly format: (id: string, format: PublicFormat | 'png') => string | Uint8Array | undefined
  readonly keepPicture: (id: string, png: Uint8Array) => void
}
