/** Implements all tables on one database. SQLite errors of the disk are thrown as `StoreError`. */
import type { DatabaseSync } from 'node:sqlite'
import { expectSound, sealPending } from './database.ts'
import { guardedReads } from './guardedReads.ts'
import type { RowPlace } from './seals.ts'
import { caseTable } from './caseTable.ts'
import { controlTable } from './controlTable.ts'
import { unitEventTable } from './unitEventTable.ts'
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
    charts: telling(database, chartTable(database, append, insertLink)),
    log: telling(database, logTable(database, append)),
    links: telling(database, linkTable(database, insertLink), guardedReads.links),
    people: telling(database, peopleTable(database), guardedReads.people),
    revisions: telling(database, revisionTable(database), guardedReads.revisions),
    review: telling(database, reviewTable(database), guardedReads.review),
    publications: telling(database, publicationTable(database), guardedReads.publications),
    powers: telling(database, powerTable(database), guardedReads.powers),
    cases: telling(database, caseTable(database)),
    unit: telling(database, unitTable(database), guardedReads.unit),
    unitEvents: telling(database, unitEventTable(database), guardedReads.unitEvents),
    control: telling(database, controlTable(database), guardedReads.control),
  }
}

type Call = (...args: unknown[]) => unknown

function telling<T extends object>(database: DatabaseSync, table: T, guards: object = {}): T {
  const calls = Object.entries(table) as [string, Call][]
  const guardOf = new Map(Object.entries(guards) as [string, (...args: unknown[]) => readonly RowPlace[]][])
  return Object.fromEntries(
    calls.map(([name, call]) => [
      name,
      (...args: unknown[]) =>
        toStoreError(() => {
          const answer = call(...args)
          const guard = guardOf.get(name)
          if (guard) expectSound(database, guard(answer, ...args))
          else sealPending(database)
          return answer
        }),
    ]),
  ) as T
}
