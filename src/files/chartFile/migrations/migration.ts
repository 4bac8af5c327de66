import type { ChartFileProblem } from '../chartFileError.ts'

/** A file as JSON.parse made it, looked through by `unsafeValue`; nothing else is known of it. */
export interface RawFile {
  readonly [key: string]: unknown
}

export interface Migrated {
  readonly file: RawFile
  /** What could not be taken over. */
  readonly notes: readonly ChartFileProblem[]
}

/** From one version of the file to the next. Pure; never changed once a version has been out. */
export type Migration = (file: RawFile, newId: () => string) => Migrated
