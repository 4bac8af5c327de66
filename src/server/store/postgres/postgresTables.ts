/** Implements all tables on one PostgreSQL database. */
import type { LaterTables } from '../tables.ts'
import { openAppend } from './openAppend.ts'
import { postgresCaseTable } from './postgresCaseTable.ts'
import { postgresChartTable } from './postgresChartTable.ts'
import { postgresControlTable } from './postgresControlTable.ts'
import type { PostgresDatabase } from './postgresDatabase.ts'
import { postgresLinkTable } from './postgresLinkTable.ts'
import { postgresLogTable } from './postgresLogTable.ts'
import { postgresPeopleTable } from './postgresPeopleTable.ts'
import { postgresPowerTable } from './postgresPowerTable.ts'
import { postgresPublicationTable } from './postgresPublicationTable.ts'
import { postgresReviewTable } from './postgresReviewTable.ts'
import { postgresRevisionTable } from './postgresRevisionTable.ts'
import { postgresUnitEventTable } from './postgresUnitEventTable.ts'
import { postgresUnitTable } from './postgresUnitTable.ts'

export function postgresTables(database: PostgresDatabase): LaterTables {
  const append = openAppend()
  return {
    charts: postgresChartTable(database, append),
    log: postgresLogTable(database, append),
    links: postgresLinkTable(database),
    people: postgresPeopleTable(database),
    revisions: postgresRevisionTable(database),
    review: postgresReviewTable(database),
    publications: postgresPublicationTable(database),
    powers: postgresPowerTable(database),
    unit: postgresUnitTable(database),
    cases: postgresCaseTable(database),
    control: postgresControlTable(database),
    unitEvents: postgresUnitEventTable(database),
  }
}
