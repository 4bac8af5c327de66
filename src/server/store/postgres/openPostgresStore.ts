import { Worker } from 'node:worker_threads'
import { storeIn } from '../openStore.ts'
import type { Store } from '../tables.ts'

/** The store on PostgreSQL (postgres://…). Rejects with a `StoreError` if it cannot be opened or another server has it, for whose end a standby waits. */
export async function openPostgresStore(url: string, as: 'server' | 'standby'): Promise<Store> {
  return storeIn(
    new Worker(new URL('./postgres.worker.ts', import.meta.url), { workerData: { url, as }, execArgv: [] }),
  )
}
