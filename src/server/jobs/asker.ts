/**
 * For whom the code that runs now works: a person, a link, or an address. Set once where a
 * request comes in; read where work is queued, so that nobody waits behind another's work.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<string>()

export async function workFor<T>(asker: string, work: () => Promise<T>): Promise<T> {
  return current.run(asker, work)
}

/** `server`: nobody's request, but the server's own upkeep. */
export function currentAsker(): string {
  return current.getStore() ?? 'server'
}
