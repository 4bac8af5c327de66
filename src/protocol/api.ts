import type { ApiErrorCode } from './apiErrorCode.ts'
/** The JSON bodies of the HTTP API. Routes: server/api; documentation for other programs: /api. */
import type { CatalogueRole, CopyPolicy, LinkScope } from './linkScopes.ts'
import type { Role } from './roles.ts'

/** Links are only shown here, when they are made; afterwards only their hashes exist. */
export interface CreatedChart {
  readonly id: string
  readonly links: { readonly [R in Role]: string }
}

/** One chart in a list. */
export interface ListedChart {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly steps: number
  /** ms since 1970 */
  readonly changedAt: number
  readonly role: Role
  /** ms since 1970; in the bin since then. */
  readonly deletedAt?: number
  /** The chart as a few letters (`readSketch`), for its picture in the list. */
  readonly sketch?: string
  /** Absent: in no folder. */
  readonly folder?: string
  /** New charts are made from it. */
  readonly isTemplate?: true
}

/** What a list changes of a chart without opening it; each absent: as before. */
export interface ChartListing {
  readonly title?: string
  /** Empty: out of the folder. */
  readonly folder?: string
  readonly isTemplate?: boolean
}

/** A share link, as its owner sees it; the token itself is not kept. */
export interface ShareLink {
  readonly id: string
  readonly role: Role
  /** 给财务科的链接 */
  readonly name: string
  /** ms since 1970 */
  readonly createdAt: number
  readonly expiresAt?: number
  readonly maxUses?: number
  readonly hasPassword: boolean
  readonly publishes: boolean
  readonly copies: CopyPolicy
  readonly revokedAt?: number
  readonly uses: readonly LinkUse[]
  /** Who asks came in by this link: without it they may be locked out. */
  readonly mine: boolean
}

export interface LinkUse {
  /** ms since 1970 */
  readonly at: number
  readonly name: string
  readonly post: string
  /** Of a program that shows the link as a bearer token: the address that it comes from. */
  readonly address?: string
}

export interface NewLink {
  readonly role: Role
  readonly name?: string
  readonly expiresAt?: number
  readonly maxUses?: number
  readonly password?: string
  /** Gives the right to publish; only administrators give it. */
  readonly publishes?: boolean
  /** Of the copies in browsers, when the link no longer holds. If absent: removed. */
  readonly copies?: CopyPolicy
}

/** What of a link may be changed later. Absent: stays as it is; null: none any more. */
export interface LinkTerms {
  readonly name?: string
  readonly expiresAt?: number | null
  readonly maxUses?: number | null
  readonly password?: string | null
  readonly copies?: CopyPolicy
}

/** A link of the unit or of an administrator, as administrators see it. */
export interface UnitLink extends Omit<ShareLink, 'role'> {
  readonly scope: Exclude<LinkScope, 'chart'>
  /** Of the scope `unit`; absent: none. */
  readonly catalogue?: CatalogueRole
}

export interface NewUnitLink extends Omit<NewLink, 'role'> {
  readonly scope: UnitLink['scope']
  readonly catalogue?: CatalogueRole
}

export interface CreatedUnitLink extends Omit<UnitLink, 'uses' | 'mine'> {
  readonly link: string
}

/** Somebody's browser that is signed in. */
export interface ListedSession extends Person {
  readonly id: string
  /** ms since 1970 */
  readonly beganAt: number
  readonly seenAt: number
  readonly administrator: boolean
  /** The session of who asks. */
  readonly mine: boolean
}

/** How one stands with a chart. `ended`: a link gave access once, and none does any more. */
export type ChartStanding =
  | { readonly state: 'open'; readonly role: Role }
  | { readonly state: 'ended'; readonly copies: CopyPolicy }
  | { readonly state: 'none' }

export interface CreatedLink extends Omit<ShareLink, 'uses' | 'mine'> {
  /** The whole address, with the token in its fragment. */
  readonly link: string
}

/** Name and post of a person, stated once. */
export interface Person {
  readonly name: string
  readonly post: string
}

/** The caller, as the server knows them. */
export interface Myself extends Person {
  readonly id: string
  readonly administrator: boolean
  /** May make charts and keep them on the server. */
  readonly mayCreate: boolean
  /** May publish a chart that one owns. */
  readonly mayPublish: boolean
  /** Absent: none. */
  readonly catalogue?: CatalogueRole
}

export interface RedeemedPerson {
  readonly role: Role
  readonly scope: LinkScope
}

export interface Ticket {
  readonly ticket: string
  readonly role: Role
}

export type RevisionKind = 'auto' | 'named' | 'published' | 'restored'

/** Sent with every request of our own page: a page of another site cannot. */
export const ownPageHeader = 'X-Qingquan-Page'

/** 历史版本: the chart as it was at that moment. */
export interface Revision {
  readonly id: string
  /** ms since 1970 */
  readonly at: number
  readonly kind: RevisionKind
  readonly name: string
  /** Who changed something since the revision before. */
  readonly authors: readonly string[]
  /** SHA-256 of the canonical chart file, hex. */
  readonly hash: string
}

/** One field that somebody changed. */
export interface JournalEntry {
  /** ms since 1970 */
  readonly at: number
  readonly author: string
  readonly changes: readonly FieldChange[]
  /** Changes of the same moment that were too many to be kept one by one. */
  readonly omitted?: number
}

export interface JournalPage {
  readonly entries: readonly JournalEntry[]
  /** Where there are older entries: ask with `before` = this. */
  readonly older: number | undefined
}

/** How much of a chart's past is kept. */
export interface KeptPast {
  readonly days: number
  readonly bytes: number
}

/** Without `field`: the record as a whole was created or deleted. */
export interface FieldChange {
  readonly root: string
  readonly id: string
  readonly field?: string
  readonly before?: unknown
  readonly after?: unknown
}

/** One side of a merge: what it wrote, and who; `by` is empty where the record is gone, or nobody is known. */
export interface MergeSide {
  readonly value?: unknown
  readonly by: string
}

/** What a merge overruled: two wrote one field apart, or one wrote into what another removed. */
export interface MergeConflict {
  readonly root: string
  readonly id: string
  readonly field?: string
  readonly kept: MergeSide
  readonly lost: MergeSide
}

/** As it is listed; in `by` stands a name where it is known. */
export interface KeptConflict extends MergeConflict {
  /** Number of the update in the chart's log by which it was merged. */
  readonly seq: number
  /** ms since 1970 */
  readonly at: number
}

/** Every error of the API: a code for programs, a sentence for people. */
export interface ApiError {
  readonly error: { readonly code: ApiErrorCode; readonly message: string }
}
