/**
 * `npm run dev`: the API beside the page in Vite's dev server, on the page's own port.
 * Vite loads the server's modules, so a change to one of them restarts the API and a
 * change to a module of the page replaces it there.
 */
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { Plugin, ViteDevServer } from 'vite'
import { serverText } from '../text/messages/server.ts'
import type { RunningServer } from './startServer.ts'
import { readSettings } from './settings.ts'

/** What the server answers itself; Vite answers everything else with the page and its modules. */
const apiPaths = ['/api', '/sync/', '/p/', '/healthz', '/metrics', '/schema/']

/** ms: an editor writes several files of one change. */
const settle = 100

/** The Vite plugin. Data is kept in DATA_DIR, as `npm start` keeps it. */
export function devServer(): Plugin {
  let port = 0
  let api: Api | undefined
  return {
    name: 'dev-server',
    // Vitest serves too, in mode `test`; it needs no API.
    apply: (_, { command, mode }) => command === 'serve' && mode === 'development',
    config: async () => {
      port = await freePort()
      const target = { target: `http://127.0.0.1:${port}`, ws: true }
      return { server: { proxy: Object.fromEntries(apiPaths.map((path) => [path, target])) } }
    },
    configureServer: (vite) => {
      const opened = apiOf(vite, port)
      api = opened
      // When Vite restarts itself it listens after the server before has closed and let go of the data.
      vite.httpServer?.once('listening', opened.restart)
      vite.middlewares.use((request, _, next) => {
        if (!apiPaths.some((path) => request.url?.startsWith(path))) return next()
        void opened.whenSettled(next)
      })
    },
    hotUpdate({ modules }) {
      if (this.environment.name === 'ssr' && modules.length > 0) api?.restart()
    },
    buildEnd: async () => api?.close(),
  }
}

interface Api {
  /** Starts it, too. A failure is logged; the next change tries again. */
  readonly restart: () => void
  /** Calls when no start or stop is under way. */
  readonly whenSettled: (call: () => void) => Promise<void>
  readonly close: () => Promise<void>
}

/** One start or stop at a time: two servers may not hold the same data. */
function apiOf(vite: ViteDevServer, port: number): Api {
  let running: RunningServer | undefined
  let turn: Promise<void> = Promise.resolve()
  let waiting = false
  const inTurn = async (act: () => Promise<void>) => {
    turn = turn.then(act).catch((error: unknown) => vite.config.logger.error(String(error)))
    return turn
  }
  const stop = async () => {
    await running?.close()
    running = undefined
  }
  const start = async () => {
    await setTimeout(settle)
    waiting = false
    await stop()
    running = await startApi(vite, port)
  }
  return {
    restart: () => {
      if (waiting) return
      waiting = true
      void inTurn(start)
    },
    whenSettled: async (call) => {
      await turn
      call()
    },
    close: async () => inTurn(stop),
  }
}

/** Vite has forgotten the modules that changed, and loads these anew. */
async function startApi(vite: ViteDevServer, port: number): Promise<RunningServer> {
  const { startServer } = (await vite.ssrLoadModule(
    '/src/server/startServer.ts',
  )) as typeof import('./startServer.ts')
  const { dataDir, publicUrl, access } = readSettings(process.env)
  const server = await startServer({
    dataDir,
    publicUrl,
    access,
    page: vite.config.root,
    port,
    host: '127.0.0.1',
  })
  const [url] = vite.resolvedUrls?.local ?? []
  if (server.administrator !== undefined)
    vite.config.logger.info(serverText.administrator(`${url}#${server.administrator}`))
  return server
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
