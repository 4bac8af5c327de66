import { existsSync, readdirSync } from 'node:fs'
import { serverText } from '../text/messages/server.ts'
import { SettingsError } from './settings.ts'
import { openStore } from './store/openStore.ts'
import { databaseFile } from './store/paths.ts'
import { openPostgresStore } from './store/postgres/openPostgresStore.ts'
import type { Store } from './store/tables.ts'

export interface StorePlace {
  readonly dataDir: string
  /** postgres://…: everything is kept there instead of in `dataDir`. */
  readonly databaseUrl?: string | undefined
  /** Wait for the end of another server on the same database, instead of being refused. */
  readonly standby?: boolean | undefined
}

/**
 * Opens the store that the settings name. Rejects with a `StoreError`, or with a `SettingsError` where the
 * data directory has charts and the PostgreSQL that is to be used instead has never been used.
 */
export async function openServerStore({ dataDir, databaseUrl, standby }: StorePlace): Promise<Store> {
  if (databaseUrl === undefined) {
    if (isMoved(dataDir)) throw new SettingsError(serverText.movedAway(dataDir))
    return openStore(dataDir)
  }
  const store = await openPostgresStore(databaseUrl, standby === true ? 'standby' : 'server')
  // Whoever has been served once has an administrator's link.
  if (!existsSync(databaseFile(dataDir)) || (await store.links.list(undefined)).length > 0) return store
  await store.close()
  throw new SettingsError(serverText.unmigrated(dataDir))
}

/** Nothing lies there but what `qingquan migrate --to` has left behind. */
function isMoved(dataDir: string): boolean {
  if (!existsSync(dataDir) || existsSync(databaseFile(dataDir))) return false
  return readdirSync(dataDir).some((name) => name.startsWith('qingquan.db.moved-'))
}
