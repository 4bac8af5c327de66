/**
 * The store of the server: every call of `Tables` as a promise, run in the worker thread that
 * owns the database. `log.append` uses group commit.
 */
import { Worker } from 'node:worker_threads'
import {
  calls,
  opening,
  fromThrown,
  type StoreRequest,
  type Request,
  type Response,
  type Thrown,
} from './calls.ts'
import { groupCommit, type Entries } from './groupCommit.ts'
import { StoreError } from './storeError.ts'
import type { Store, Tables } from './tables.ts'

/** Opens the store. Rejects with a `StoreError` if it cannot be opened or another server has it. */
export async function openStore(directory: string): Promise<Store> {
  return storeIn(
    new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { directory },
      execArgv: [],
      // What merging a log leaves behind lives shortly; V8 would keep 150 MB for it.
      resourceLimits: { maxYoungGenerationSizeMb: 24 },
    }),
  )
}

/** The store whose database lives in this thread. */
export async function storeIn(worker: Worker): Promise<Store> {
  const thread = threadOf(worker)
  await thread.opened
  const group = groupCommit(async (entries) => {
    const whys = (await thread.ask({ kind: 'append', group: entries })) as readonly (Thrown | undefined)[]
    return whys.map((why) => why && fromThrown(why))
  })
  const tables = proxies(thread.ask)
  let closed: Promise<void> | undefined
  return {
    ...tables,
    log: {
      ...tables.log,
      append: (entries: Entries) => (closed ? Promise.reject(gone()) : group.append(entries)),
    },
    died: thread.died,
    close: () => (closed ??= group.settled().then(thread.close)),
  }
}

interface Thread {
  readonly opened: Promise<unknown>
  readonly ask: (asked: StoreRequest) => Promise<unknown>
  readonly close: () => Promise<void>
  readonly died: Promise<Error>
}

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (why: Error) => void
}

/** When the thread ends, pending and later calls are rejected. */
function threadOf(worker: Worker): Thread {
  const waiting = new Map<number, Waiting>()
  let last: number = opening
  let over: Error | undefined
  let closing = false
  const end = (why: Error) => {
    over ??= why
    for (const { reject } of waiting.values()) reject(over)
    waiting.clear()
  }
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      end(gone())
      resolve()
    })
  })
  const died = new Promise<Error>((resolve) => {
    worker.on('error', resolve)
    worker.on('exit', (code) => {
      if (!closing) resolve(new Error(`the thread of the database ended with code ${code}`))
    })
  })
  worker.on('error', (error) => end(gone(error)))
  worker.on('message', (response: Response) => {
    const one = waiting.get(response.id)
    waiting.delete(response.id)
    if ('thrown' in response) one?.reject(fromThrown(response.thrown))
    else one?.resolve(response.answer)
  })
  const opened = new Promise((resolve, reject) => void waiting.set(opening, { resolve, reject }))
  const ask = (asked: StoreRequest): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (over) return reject(over)
      last += 1
      worker.postMessage({ id: last, ...asked } satisfies Request)
      waiting.set(last, { resolve, reject })
    })
  const close = async () => {
    closing = true
    if (!over) await ask({ kind: 'close' })
    over ??= gone()
    await ended
  }
  return { opened, ask, close, died }
}

function gone(cause?: unknown): StoreError {
  return new StoreError('unwritable', { cause: cause ?? new Error('The store is closed') })
}

/** Creates the tables' proxies; the only place that knows that a call is a message. */
function proxies(ask: Thread['ask']): Omit<Store, 'close' | 'died'> {
  const tables = (Object.keys(calls) as (keyof Tables)[]).map((table) => {
    const names = Object.keys(calls[table])
    const one = names.map((call) => [call, (...args: unknown[]) => ask({ kind: 'call', table, call, args })])
    return [table, Object.fromEntries(one)] as const
  })
  return Object.fromEntries(tables) as unknown as Omit<Store, 'close' | 'died'>
}
