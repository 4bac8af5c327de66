import { access, constants, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { serverText } from '../text/messages/server.ts'
import { sayStoreError } from '../text/messages/store.ts'
import { readyPage } from './readyPage.ts'
import { startServer } from './startServer.ts'
import type { Settings } from './settings.ts'
import { readSettings, SettingsError } from './settings.ts'
import { StoreError } from './store/storeError.ts'

/** ms that stopping may take. */
const patience = 4500

const root = join(import.meta.dirname, '../..')

/**
 * Reads the settings, builds the page if needed, and serves until the process is told to stop.
 * Startup errors are printed in Chinese, and the process ends with 1.
 */
export async function serve(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  try {
    await start(readSettings(environment))
  } catch (error) {
    const words = sayWhy(error)
    if (words === undefined) throw error
    console.error(words)
    process.exitCode = 1
  }
}

async function start(settings: Settings): Promise<void> {
  if (settings.databaseUrl === undefined) await writable(settings.dataDir)
  const { dir: page } = await readyPage(root, (what) => console.log(serverText[what]))
  const server = await startServer({ ...settings, page })
  const url = settings.publicUrl ?? `${settings.tls ? 'https' : 'http'}://localhost:${server.port}`
  console.log(serverText.ready(url))
  if (server.administrator !== undefined)
    console.log(serverText.administrator(`${url}/#${server.administrator}`))
  void server.died.then((why) => {
    console.error(serverText.storeDied(why.message))
    process.exit(1)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      console.log(serverText.stopping)
      setTimeout(() => {
        console.error(serverText.stoppedLate)
        process.exit(0)
      }, patience).unref()
      void server.close()
    })
  }
}

/** The message for a known startup error; undefined for any other. */
function sayWhy(error: unknown): string | undefined {
  if (error instanceof SettingsError) return error.message
  if (error instanceof StoreError) return `${sayStoreError(error)}。`
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    return serverText.portTaken((error as { readonly port?: number }).port ?? 0)
  return undefined
}

async function writable(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 })
    await access(dir, constants.W_OK)
  } catch (error) {
    throw new SettingsError(serverText.badDataDir(dir, (error as Error).message), { cause: error })
  }
}
