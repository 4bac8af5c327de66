import type { RootName } from '../model/records/records.ts'

/** A field that decides what is public and that was written so that nobody can read it. */
export interface RefusedField {
  readonly root: RootName
  readonly record: string
  readonly field: string
}
