/**
 * The thread that speaks with PostgreSQL, as `worker.ts` does with SQLite: merging a long log
 * delays nobody's edit. It alone loads the library. Ends if another server has taken the database over.
 */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { opening, toThrown, type Request, type Response, type StoreRequest } from '../calls.ts'
import { serverText } from '../../../text/messages/server.ts'
import { sayStoreError } from '../../../text/messages/store.ts'
import type { Entries, Outcome } from '../groupCommit.ts'
import { StoreError } from '../storeError.ts'
import type { LaterTables } from '../tables.ts'
import { openPostgres, type PostgresDatabase, type PostgresPlace } from './postgresDatabase.ts'
import { postgresTables } from './postgresTables.ts'

const { url, as } = workerData as Pick<PostgresPlace, 'url' | 'as'>

/** ms between two words to the database: a standby takes who says nothing for hung. */
const beat = 1000
if (parentPort) await work(parentPort)

async function work(port: MessagePort): Promise<void> {
  const say = (response: Response) => port.postMessage(response)
  try {
    const database = await openPostgres({ url, as, waits: () => console.log(serverText.standby) })
    await expectPresent(database)
    const tables = postgresTables(database)
    const beating = setInterval(() => void database.query('SELECT 1').catch(() => undefined), beat)
    void database.lost.then(() => {
      // Ends the thread, and with it the server, which says this sentence.
      setImmediate(() => {
        throw new Error(sayStoreError({ fault: 'taken-over' }))
      })
    })
    port.on('message', (request: Request) => {
      void responseTo(request, { database, tables }).then((response) => {
        say(response)
        if (request.kind !== 'close') return
        clearInterval(beating)
        port.close()
      })
    })
    say({ id: opening, answer: undefined })
  } catch (error) {
    say({ id: opening, thrown: toThrown(error) })
  }
}

async function expectPresent(database: PostgresDatabase): Promise<void> {
  const { rows } = await database.query("SELECT 1 FROM qingquan WHERE key = 'moved'")
  if (rows.length === 0) return
  await database.close()
  throw new StoreError('moved')
}

interface Opened {
  readonly database: PostgresDatabase
  readonly tables: LaterTables
}

async function responseTo(request: Request, opened: Opened): Promise<Response> {
  try {
    return { id: request.id, answer: await answerTo(request, opened) }
  } catch (error) {
    return { id: request.id, thrown: toThrown(error) }
  }
}

async function answerTo(asked: StoreRequest, { database, tables }: Opened): Promise<unknown> {
  switch (asked.kind) {
    case 'call': {
      const table = tables[asked.table as keyof LaterTables] as unknown as Table
      return table[asked.call]?.(...asked.args)
    }
    case 'append':
      return (await appendTogether(tables.log, asked.group)).map((why) =>
        why === undefined ? why : toThrown(why),
      )
    case 'close':
      return database.close()
  }
}

interface Table {
  readonly [call: string]: (...args: readonly unknown[]) => Promise<unknown>
}

/** As `appendGroup`: one transaction, unless an entry of one request is at fault. */
async function appendTogether(
  log: LaterTables['log'],
  group: readonly Entries[],
): Promise<readonly Outcome[]> {
  const outcomeOf = (entries: Entries) =>
    log.append(entries).then(
      () => undefined,
      (error: unknown) => error,
    )
  const why = await outcomeOf(group.flat())
  if (why === undefined || group.length === 1 || why instanceof StoreError) return group.map(() => why)
  return Promise.all(group.map(outcomeOf))
}
