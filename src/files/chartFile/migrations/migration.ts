import type { ChartFileProblem } from '../chartFileError.ts'

/** The result of JSON.parse, checked by `unsafeValue` only. */
export interface RawFile {
  readonly [key: string]: unknown
}

export interface Migrated {
  readonly file: RawFile
  /** Content that could not be migrated. */
  readonly notes: readonly ChartFileProblem[]
}

/** Migrates to the next version. Pure; never changed after a release. */
export type Migration = (file: RawFile, newId: () => string) => Migrated
