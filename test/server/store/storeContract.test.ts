/** What every store must do, shown on SQLite and on PostgreSQL. */
import { afterAll, beforeAll, describe } from 'vitest'
import { openDatabase } from '../../../src/server/store/database.ts'
import { laterTables } from '../../../src/server/store/laterTables.ts'
import { openPostgres, type PostgresDatabase } from '../../../src/server/store/postgres/postgresDatabase.ts'
import { postgresTables } from '../../../src/server/store/postgres/postgresTables.ts'
import { sqliteTables } from '../../../src/server/store/sqliteTables.ts'
import { findPostgres, startPostgres, type TestPostgres } from '../../support/postgres.ts'
import { behindContract } from './contract/behind.ts'
import { casesContract } from './contract/cases.ts'
import { controlContract } from './contract/control.ts'
import { keptContract } from './contract/kept.ts'
import { linksContract } from './contract/links.ts'
import type { OpenTables } from './contract/openTables.ts'
import { postgresMoves } from './contract/postgresMoves.ts'
import { postgresOnly } from './contract/postgresOnly.ts'
import { orderContract } from './contract/order.ts'
import { tablesContract } from './contract/tables.ts'
import { unitContract } from './contract/unit.ts'
import { freshDirectory } from './parts.ts'

function storeContract(open: OpenTables): void {
  tablesContract(open)
  linksContract(open)
  orderContract(open)
  keptContract(open)
  behindContract(open)
  unitContract(open)
  casesContract(open)
  controlContract(open)
}

describe('[ST15] the store on SQLite', () => {
  storeContract(async () => {
    const database = openDatabase(freshDirectory())
    const count = (table: string) => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']
    return { ...laterTables(sqliteTables(database)), rows: async (table) => Number(count(table)) }
  })
})

const bin = findPostgres()

describe.skipIf(bin === undefined)(
  bin === undefined
    ? '[ST15] the store on PostgreSQL (skipped: no PostgreSQL here; apt-get install postgresql)'
    : '[ST15] the store on PostgreSQL',
  () => {
    let postgres: TestPostgres | undefined
    const opened: PostgresDatabase[] = []
    beforeAll(async () => {
      postgres = await startPostgres(bin!)
    })
    afterAll(async () => {
      for (const database of opened) await database.close()
      await postgres?.stop()
    })
    postgresOnly(() => postgres!)
    postgresMoves(() => postgres!)
    storeContract(async () => {
      const database = await openPostgres({ url: await postgres!.fresh(), as: 'server' })
      opened.push(database)
      return {
        ...postgresTables(database),
        rows: async (table) =>
          Number((await database.query(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.['n']),
      }
    })
  },
)
