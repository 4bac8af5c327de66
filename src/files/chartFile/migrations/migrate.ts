/**
 * Migrates a file to the newest version, one version at a time. Migrations are never removed; each has
 * a stored test file (test/fixtures/version-N).
 */
import { rejectFile } from '../chartFileError.ts'
import { chartFormat, chartVersion } from '../chartSchema.ts'
import { from0 } from './from0.ts'
import type { Migrated, Migration, RawFile } from './migration.ts'

/** Index n migrates from version n to n + 1. */
const migrations: readonly Migration[] = [from0]

/**
 * Migrates to `chartVersion`; `newId` makes missing ids. Throws ChartFileError for an unknown format
 * or version.
 */
export function migrate(file: RawFile, newId: () => string): Migrated {
  return migrations.slice(versionOf(file)).reduce<Migrated>(
    ({ file, notes }, migration) => {
      const next = migration(file, newId)
      return { file: next.file, notes: [...notes, ...next.notes] }
    },
    { file, notes: [] },
  )
}

function versionOf(file: RawFile): number {
  if (file['format'] !== chartFormat) return isVersion0(file) ? 0 : rejectFile('notChart')
  const version = file['version']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return rejectFile('unknownVersion', { words: JSON.stringify(version) ?? '' })
  }
  return version > chartVersion ? rejectFile('newerVersion', { words: String(version) }) : version
}

/** Version 0 has no format field; it has steps and edges. */
function isVersion0(file: RawFile): boolean {
  return file['format'] === undefined && Array.isArray(file['steps']) && Array.isArray(file['edges'])
}
