/**
 * Entry point: creates the services for time, randomness, the layout worker and browser storage,
 * and passes them down. Modules below the UI never access these directly.
 */
import { nanoid } from 'nanoid'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openLocalCharts } from '../collab/localCharts.ts'
import { polledConnection } from '../collab/polledConnection.ts'
import { serverCalls } from '../collab/serverCalls.ts'
import { frontDoor } from '../text/screen/screen.ts'
import { App } from './App.tsx'
import { openApiClient } from './base/api/apiClient.ts'
import { startArranger } from './base/arranger.ts'
import type { AppServices } from './base/appServices.ts'
import { AppServicesContext } from './base/appServices.ts'
import { pageStorage } from './base/pageStorage.ts'
import { pathWithin, prefix } from './base/prefix.ts'
import { ownPageHeader } from '../protocol/api.ts'
import { keptPerson } from './base/keptPerson.ts'
import { beginTheme } from './base/style/useTheme.ts'
import { actOncePerDoubleClick } from './base/doubleClick.ts'
import { routeOf, unescapedAddress } from './base/routes.ts'
import { noteCompositions } from './base/inputMethod.ts'
import './base/style/tokens.css'
import './base/style/page.css'
import './base/style/parts.css'
import './base/style/panel.css'

/** Timeout in ms after which the server counts as unreachable. */
const answerIn = 15_000

/** ms; the server lets a request that waits for frames go after 20 s. */
const heldFor = 45_000

async function openAppServices(): Promise<AppServices> {
  const arranger = startArranger()
  if (routeOf(pathWithin(location.pathname)).at === 'chart') arranger.prepare()
  const charts = await openLocalCharts()
  askToKeep()
  return {
    charts,
    arranger,
    newId: () => nanoid(10),
    now: () => Date.now(),
    elapsed: () => performance.now(),
    after: (ms, call) => {
      const timer = setTimeout(call, ms)
      return () => clearTimeout(timer)
    },
    random: () => Math.random(),
    api: openApiClient(async (input, init) =>
      fetch(typeof input === 'string' ? `${prefix}${input}` : input, asOwnPage(init)),
    ),
    server: serverCalls(async (path, init) =>
      fetch(`${prefix}${path}`, { ...asOwnPage(init), signal: AbortSignal.timeout(answerIn) }),
    ),
    socket: (chart, ticket, way) => {
      const query = `?ticket=${encodeURIComponent(ticket)}`
      if (way === 'websocket')
        return new WebSocket(`${location.origin.replace('http', 'ws')}${prefix}/sync/${chart}${query}`)
      return polledConnection(async (path, body) =>
        fetch(`${prefix}/sync/${chart}/poll${path}${path === '' ? query : ''}`, {
          ...asOwnPage({ method: 'POST', body: body ?? null }),
          signal: AbortSignal.timeout(heldFor),
        }),
      )
    },
    person: keptPerson(pageStorage()),
  }
}

function asOwnPage(init: RequestInit = {}): RequestInit {
  return { ...init, headers: { ...(init.headers as Record<string, string>), [ownPageHeader]: '1' } }
}

/** Asks the browser once to persist storage. Not available on plain http. */
function askToKeep(): void {
  const storage = navigator.storage as StorageManager | undefined
  storage?.persist().catch(() => undefined)
}

const meant = unescapedAddress(location.pathname)
if (meant !== undefined) history.replaceState(null, '', meant)
noteCompositions(document)
actOncePerDoubleClick(document)
beginTheme()
addEventListener('unhandledrejection', sayTrouble)
const root = createRoot(document.getElementById('root')!)
try {
  const services = await openAppServices()
  root.render(
    <StrictMode>
      <AppServicesContext value={services}>
        <App />
      </AppServicesContext>
    </StrictMode>,
  )
} catch (error) {
  root.render(<NoStorage why={error instanceof Error ? error.message : String(error)} />)
}

/** Reports uncaught errors, e.g. a chunk that is missing after an upgrade. */
function sayTrouble(): void {
  const place = document.getElementById('trouble')!
  place.textContent = frontDoor.trouble
  place.hidden = false
}

/** Without storage nothing can be saved, so the editor does not start. */
function NoStorage({ why }: { readonly why: string }) {
  return (
    <main className="waiting">
      <p>{frontDoor.noStorage}</p>
      <small>{why}</small>
    </main>
  )
}
