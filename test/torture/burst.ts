/**
 * Many who write once and never come back, in a chart of their own, while the disk takes its
 * time; the server is killed at the first acknowledgement. What was acknowledged must be read
 * from the store alone: a server that acknowledges before it has written loses it every time.
 */
import { DatabaseSync } from 'node:sqlite'
import { databaseFile } from '../../src/server/store/paths.ts'
import { startLeaver } from './leaver.ts'
import type { ServerProcess } from './serverProcess.ts'

/** A chart and a token that may edit it. */
export interface TortureChart {
  readonly id: string
  readonly token: string
}

export interface Burst {
  readonly chart: TortureChart
  readonly acknowledged: readonly string[]
}

/** How many write at once. */
const leavers = 12

/** ms that nothing can be written; SQLite waits longer than that. */
const slow = 400

/** ms; a server that has acknowledged nothing by then is killed all the same. */
const patience = 5000

/** Ends with a killed server. */
export async function killedAtFirstWord(
  hold: () => Promise<() => Promise<void>>,
  server: ServerProcess,
  chart: TortureChart,
): Promise<Burst> {
  const url = `http://127.0.0.1:${server.port}/sync/${chart.id}`
  const { promise: word, resolve: heard } = Promise.withResolvers<void>()
  const headers = { Authorization: `Bearer ${chart.token}` }
  const all = Array.from({ length: leavers }, (_, i) => startLeaver(`leaver-${i}`, url, headers, heard))
  const came = await Promise.all(all.map(async (one) => one.ready))
  const free = await hold()
  for (const [i, one] of all.entries()) if (came[i]) one.write()
  await within(slow, word)
  if (all.every((one) => !one.isAcknowledged())) {
    await free()
    await within(patience, word)
  }
  await server.kill()
  await free()
  // Words that were on their way when the server ended were said as well.
  await Promise.all(all.map(async (one) => one.gone))
  return { chart, acknowledged: all.filter((one) => one.isAcknowledged()).map(({ id }) => id) }
}

/** Holds the database, as a disk does that is slow to write. Answers how to let it go. */
export function heldDirectory(dataDir: string): () => Promise<() => Promise<void>> {
  return async () => {
    const database = new DatabaseSync(databaseFile(dataDir), { timeout: patience })
    database.exec('BEGIN IMMEDIATE')
    return async () => {
      if (database.isOpen) database.close()
    }
  }
}

async function within(ms: number, word: Promise<void>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  await Promise.race([word, late])
  clearTimeout(timer)
}
