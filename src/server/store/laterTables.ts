import type { LaterTables, Tables } from './tables.ts'

type Call = (...args: unknown[]) => unknown

/** Synchronous tables, answering as those of a thread or of another machine do. */
export function laterTables(tables: Tables): LaterTables {
  const all = Object.entries(tables).map(([name, table]) => [
    name,
    Object.fromEntries(
      Object.entries(table as Readonly<Record<string, Call>>).map(([call, run]) => [
        call,
        async (...args: unknown[]) => run(...args),
      ]),
    ),
  ])
  return Object.fromEntries(all) as LaterTables
}
