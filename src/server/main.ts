/**
 * Starts the product on this machine: settings, the page, the routes, one process.
 * Whatever is wrong is said in Chinese before anything is served.
 */
import { access, constants, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { serverText } from '../text/server.ts'
import { serverApp } from './app.ts'
import { readyPage } from './page.ts'
import { readSettings, SettingsError } from './settings.ts'

const root = join(import.meta.dirname, '../..')

try {
  await start()
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function start(): Promise<void> {
  const settings = readSettings(process.env)
  await writable(settings.dataDir)
  const { dir } = await readyPage(root, () => console.log(serverText.building))
  const server = serve(
    { fetch: serverApp(dir).fetch, port: settings.port, hostname: settings.host },
    (at) => {
      console.log(serverText.ready(`http://localhost:${at.port}`))
    },
  )
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(error.code === 'EADDRINUSE' ? serverText.portTaken(settings.port) : error.message)
    process.exitCode = 1
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close())
}

async function writable(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true })
    await access(dir, constants.W_OK)
  } catch (error) {
    throw new SettingsError(serverText.badDataDir(dir, (error as Error).message), { cause: error })
  }
}
