/** What the store keeps of the 职权目录 and of 单位设置 (see `tables.ts`). */
import type { PowerChange } from '../../model/catalogue/changes.ts'
import type { PowerChangeSet } from '../../model/catalogue/powerChangeSet.ts'
import type { Fields } from '../../model/records/records.ts'

/** A stored power; `repairedPower` reads it. */
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
  /** Changes with every update, review event and publication. */
  readonly version: string
  /** The summary stored last, with the version that it was made from. */
  readonly digest?: { readonly version: string; readonly text: string }
}

export interface PowerTable {
  /** Unordered; the order is a field of each power. */
  readonly list: () => readonly KeptPower[]
  /** Applies all changes, field by field, and keeps what they changed, in one transaction. */
  readonly change: (changes: readonly PowerChange[], by: string, at: number) => void
  /** Changes older than the one numbered `before`, the newest first. */
  readonly changeSets: (before: number | undefined, atMost: number) => readonly PowerChangeSet[]
  readonly changeSet: (id: number) => PowerChangeSet | undefined
  /** Of all charts that are not in the bin. */
  readonly charts: () => readonly DigestedChart[]
  readonly keepDigests: (digests: readonly KeptDigest[]) => void
}

export interface KeptDigest {
  readonly chart: string
  readonly version: string
  readonly text: string
}

/** 单位设置; validated by the callers. */
export interface UnitTable {
  readonly read: () => Fields
  /** Sets all fields in one transaction; one without a value is deleted. `emblem` is the PNG of the field `emblem`. */
  readonly change: (fields: Fields, emblem: Uint8Array | undefined) => void
  /** The PNG. */
  readonly emblem: () => Uint8Array | undefined
}
