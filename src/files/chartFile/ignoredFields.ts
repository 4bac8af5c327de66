/** Fields that the schema ignored, for reporting. */
import { mostProblems, type ChartFileProblem, type FilePath } from './chartFileError.ts'
import type { ChartFile } from './chartSchema.ts'
import type { RawFile } from './migrations/migration.ts'

/** Compares the raw file with the schema's output. */
export function ignoredFields(raw: RawFile, kept: ChartFile): readonly ChartFileProblem[] {
  return [...lost(raw, kept, [])].slice(0, mostProblems)
}

function* lost(raw: object, kept: object, path: FilePath): Generator<ChartFileProblem> {
  const keptMembers = new Map<string, unknown>(Object.entries(kept))
  for (const [key, value] of Object.entries(raw) as [string, unknown][]) {
    const inner = keptMembers.get(key)
    if (inner === undefined) {
      yield { fault: 'ignoredField', path, words: key }
    } else if (isObject(value) && isObject(inner)) {
      yield* lost(value, inner, [...path, Array.isArray(raw) ? Number(key) : key])
    }
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
