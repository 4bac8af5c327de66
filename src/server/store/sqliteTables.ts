/** Implements all tables on one database. SQLite errors of the disk are thrown as `StoreError`. */
import type { DatabaseSync } from 'node:sqlite'
import { chartTable } from './chartTable.ts'
import { linkInserter, linkTable } from './linkTable.ts'
import { appender, logTable } from './logTable.ts'
import { peopleTable } from './peopleTable.ts'
import { powerTable } from './powerTable.ts'
import { publicationTable } from './publicationTable.ts'
import { reviewTable } from './reviewTable.ts'
import { revisionTable } from './revisionTable.ts'
import { toStoreError } from './toStoreError.ts'
import type { Tables } from './tables.ts'
import { unitTable } from './unitTable.ts'

export function sqliteTables(database: DatabaseSync): Tables {
  const append = appender(database)
  const insertLink = linkInserter(database)
  return {
    charts: telling(chartTable(database, append, insertLink)),
    log: telling(logTable(database, append)),
    links: telling(linkTable(database, insertLink)),
    people: telling(peopleTable(database)),
    revisions: telling(revisionTable(database)),
    review: telling(reviewTable(database)),
    publications: telling(publicationTable(database)),
    powers: telling(powerTable(database)),
    unit: telling(unitTable(database)),
  }
}

function telling<T extends object>(table: T): T {
  const calls = Object.entries(table) as [string, (...args: unknown[]) => unknown][]
  return Object.fromEntries(
    calls.map(([name, call]) => [name, (...args: unknown[]) => toStoreError(() => call(...args))]),
  ) as T
}
