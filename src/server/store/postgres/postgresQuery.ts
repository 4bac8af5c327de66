import type { StoredRow } from '../storedRows.ts'

export interface PostgresAnswer {
  readonly rows: readonly StoredRow[]
  /** Rows that were changed. */
  readonly count: number
}

export type PostgresQuery = (sql: string, values?: readonly unknown[]) => Promise<PostgresAnswer>

/** Text of PostgreSQL holds no NUL, which nobody sees. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '\uFFFD')
}
