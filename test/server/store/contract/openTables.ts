import type { LaterTables } from '../../../../src/server/store/tables.ts'

/** A fresh, empty store, whichever it is. */
export type OpenTables = () => Promise<OpenedTables>

export interface OpenedTables extends LaterTables {
  /** How many rows a table has. */
  readonly rows: (table: string) => Promise<number>
}
