/**
 * The thread in which the database lives: an fsync that takes long keeps nobody else
 * waiting. Answers one request after the other; `store.ts` is the only one that asks.
 */
import type { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { opening, toThrown, type StoreRequest, type Request, type Response } from './calls.ts'
import { compactInTurns } from './compaction.ts'
import { openDatabase } from './database.ts'
import { appendGroup } from './groupCommit.ts'
import { lockDirectory } from './lock.ts'
import { sqliteTables } from './sqliteTables.ts'
import type { Tables } from './tables.ts'

interface Opened {
  readonly database: DatabaseSync
  readonly tables: Tables
  readonly close: () => void
}

const { directory } = workerData as { readonly directory: string }
if (parentPort) work(parentPort)

function work(port: MessagePort): void {
  const say = (response: Response) => port.postMessage(response)
  try {
    const opened = open()
    port.on('message', (request: Request) => {
      if (isCompaction(request)) return void compacted(request, opened).then(say)
      say(responseTo(request, opened))
      if (request.kind === 'close') port.close()
    })
    say({ id: opening, answer: undefined })
  } catch (error) {
    say({ id: opening, thrown: toThrown(error) })
  }
}

function open(): Opened {
  const lock = lockDirectory(directory)
  try {
    const database = openDatabase(directory)
    const close = () => {
      database.close()
      lock.release()
    }
    return { database, tables: sqliteTables(database), close }
  } catch (error) {
    lock.release()
    throw error
  }
}

function isCompaction(request: Request): request is Request & { readonly kind: 'call' } {
  return request.kind === 'call' && request.table === 'log' && request.call === 'compact'
}

async function turn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}

/** Between its steps what has come meanwhile is answered. */
async function compacted(
  { id, args: [chart] }: Request & { readonly kind: 'call' },
  { database }: Opened,
): Promise<Response> {
  try {
    return { id, answer: await compactInTurns(database, String(chart), turn) }
  } catch (error) {
    return { id, thrown: toThrown(error) }
  }
}

function responseTo(request: Request, opened: Opened): Response {
  try {
    return { id: request.id, answer: answerTo(request, opened) }
  } catch (error) {
    return { id: request.id, thrown: toThrown(error) }
  }
}

function answerTo(asked: StoreRequest, { tables, close }: Opened): unknown {
  switch (asked.kind) {
    case 'call': {
      const table = tables[asked.table as keyof Tables] as unknown as Table
      return table[asked.call]?.(...asked.args)
    }
    case 'append':
      return appendGroup(tables.log, asked.group).map((why) => (why === undefined ? why : toThrown(why)))
    case 'close':
      return close()
  }
}

interface Table {
  readonly [call: string]: (...args: readonly unknown[]) => unknown
}
