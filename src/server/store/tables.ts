/**
 * What the store keeps, as synchronous calls on one database. They run in a worker
 * thread (`worker.ts`); the server calls them through `Store`, where each answers a
 * promise. A call that writes has been committed, with `synchronous=FULL`, when it
 * answers. Times are ms since 1970, handed in.
 */
import type { PowerChange } from '../../model/catalogue/changes.ts'
import type { View } from '../../model/chart.ts'
import type { Fields } from '../../model/records/records.ts'
import type { ReviewEvent } from '../../model/review/review.ts'
import type { FieldChange, JournalEntry, LinkUse, Revision, RevisionKind } from '../../protocol/api.ts'
import type { Role } from '../../protocol/roles.ts'

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
}

/** The same tables, seen from another thread. */
export type Store = {
  readonly [T in keyof Tables]: {
    readonly [F in keyof Tables[T]]: Tables[T][F] extends (...args: infer A) => infer R
      ? (...args: A) => Promise<R>
      : never
  }
} & {
  /** Resolved when the database is closed; nothing may be called after. */
  readonly close: () => Promise<void>
}

export interface KeptChart {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly steps: number
  readonly createdAt: number
  readonly changedAt: number
  /** In the bin since then. */
  readonly deletedAt?: number
}

export type Description = Pick<KeptChart, 'title' | 'unit' | 'steps' | 'changedAt'>

export interface ChartTable {
  /** The chart, its first update and its links, in one transaction. False where the id is taken. */
  readonly create: (chart: KeptChart, first: LogEntry | undefined, links: readonly NewKeptLink[]) => boolean
  readonly find: (id: string) => KeptChart | undefined
  readonly list: () => readonly KeptChart[]
  /** What lists show of it. */
  readonly describe: (id: string, description: Description) => void
  readonly remove: (id: string, at: number) => void
  readonly putBack: (id: string) => void
  /** Takes away for ever what has been in the bin since before `at`, with everything that hangs on it. Answers the ids. */
  readonly purge: (at: number) => readonly string[]
}

/** One update as it is appended. */
export interface LogEntry {
  readonly chart: string
  readonly update: Uint8Array
  readonly person: string
  readonly at: number
  /** Yjs client ids that from now on belong to this person in this chart; first come. */
  readonly clients: readonly number[]
  /** What it changed, field by field, for the history. */
  readonly changes: readonly FieldChange[]
}

export interface KeptLog {
  readonly snapshot: Uint8Array | undefined
  /** After the snapshot, oldest first. */
  readonly updates: readonly Uint8Array[]
  readonly clients: readonly (readonly [client: number, person: string])[]
  /** Of the last update; 0 where there is none. */
  readonly seq: number
}

export interface LogTable {
  /**
   * All in one transaction, or none. Throws `StoreError` when it cannot be made durable;
   * a plain error where a chart is not there (any more).
   */
  readonly append: (entries: readonly LogEntry[]) => void
  /** Empty where there is no such chart. Throws `StoreError('damaged')` rather than answer half a chart. */
  readonly read: (chart: string) => KeptLog
  /**
   * Merges the log into a snapshot: written, committed, read back and compared with a
   * replay, and only then are the updates before it taken away. Answers whether there was
   * anything to do.
   */
  readonly compact: (chart: string) => boolean
  /** The newest first, of changes after `since`. The author is the person's name, where they have one. */
  readonly journal: (chart: string, since: number, atMost: number) => readonly JournalEntry[]
}

export interface NewKeptLink {
  readonly id: string
  /** SHA-256 of the token, hex. */
  readonly hash: string
  /** None: the administrator's link. */
  readonly chart?: string
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
  /** Of one chart, or the administrator's. */
  readonly list: (chart: string | undefined) => readonly KeptLink[]
  /** Counts a use, and gives the person what the link gives. False where the uses are used up. */
  readonly use: (link: string, person: string, at: number) => boolean
  readonly uses: (link: string) => readonly LinkUse[]
  readonly revoke: (id: string, at: number) => void
  /** The links that a person has used, of every chart; revoked and expired ones too. */
  readonly heldBy: (person: string) => readonly KeptLink[]
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
  /** A session of this person, by the SHA-256 of its cookie. */
  readonly begin: (hash: string, person: string, at: number) => void
  readonly bySession: (hash: string) => StoredPerson | undefined
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
  readonly add: (revision: NewRevision) => void
  /** The newest first. */
  readonly list: (chart: string) => readonly Revision[]
  readonly read: (chart: string, id: string) => string | undefined
}

export interface ReviewTable {
  /** After `expected` events, no more and no fewer, and a notice under a number that no other chart has: false where somebody was faster. */
  readonly add: (chart: string, expected: number, event: ReviewEvent) => boolean
  /** In the order in which they happened. */
  readonly list: (chart: string) => readonly ReviewEvent[]
  /** Whether a notice of another chart, in the bin or not, has this number. */
  readonly takenElsewhere: (number: string, chart: string) => boolean
  /** The numbers of notices that begin with this and go on with a digit. */
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
  /** The one that holds now: the newest, unless it is withdrawn or its chart is in the bin. To withdraw it brings no older one back. */
  readonly current: (chart: string) => KeptPublication | undefined
  readonly withdraw: (id: string, at: number) => void
  readonly format: (id: string, format: PublicFormat | 'png') => string | Uint8Array | undefined
  readonly keepPicture: (id: string, png: Uint8Array) => void
}

/** A power as it is kept: `mendedPower` makes one of it. */
export interface KeptPower {
  readonly id: string
  readonly fields: Fields
  /** Who put it there. */
  readonly addedBy: string
}

/** A chart as lists see it. */
export interface DigestedChart {
  readonly id: string
  readonly title: string
  /** Another one after every update, review event and publication. */
  readonly version: string
  /** What was kept last, of the version that it was kept of. */
  readonly digest?: { readonly version: string; readonly text: string }
}

export interface PowerTable {
  /** In no order: the order is a field of each. */
  readonly list: () => readonly KeptPower[]
  /** All or none, field by field. */
  readonly change: (changes: readonly PowerChange[], by: string) => void
  /** Of all charts that are not in the bin. */
  readonly charts: () => readonly DigestedChart[]
  readonly keepDigests: (digests: readonly KeptDigest[]) => void
}

export interface KeptDigest {
  readonly chart: string
  readonly version: string
  readonly text: string
}

/** 单位设置: what may stand in it is decided above. */
export interface UnitTable {
  readonly read: () => Fields
  /** All or none, field by field; one without a value is taken away. `emblem` is the PNG of the field of that name. */
  readonly change: (fields: Fields, emblem: Uint8Array | undefined) => void
  /** The PNG. */
  readonly emblem: () => Uint8Array | undefined
}
