/** The home tab: given by the address, otherwise chosen by whether the catalogue has powers. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { prefix } from './prefix.ts'
import { useAppServices, type AppServices } from './appServices.ts'

export type HomeTab = 'catalogue' | 'charts'

/** ms to wait for the server before a tab is chosen without it. */
const patience = 1500

/** The catalogue tab if the catalogue has powers; null while that is unknown. */
export function useHomeTab(): HomeTab | null {
  const services = useAppServices()
  const asked = useSyncExternalStore(onMove, () => location.search)
  const said = asked === '?charts' ? 'charts' : asked === '?catalogue' ? 'catalogue' : null
  const [first, setFirst] = useState<HomeTab | null>(null)
  useEffect(() => {
    let here = true
    if (said === null) void firstTab(services).then((tab) => here && setFirst(tab))
    return () => {
      here = false
    }
  }, [services, said])
  return said ?? first
}

export function goToTab(tab: HomeTab): void {
  history.pushState(null, '', `${prefix}/?${tab}`)
  dispatchEvent(new PopStateEvent('popstate'))
}

function onMove(listener: () => void): () => void {
  addEventListener('popstate', listener)
  return () => removeEventListener('popstate', listener)
}

async function firstTab(services: AppServices): Promise<HomeTab> {
  // Skip the request if this browser has neither a name nor a role on any chart.
  const isKnown =
    services.person.read() !== undefined ||
    (await services.charts.list()).some(({ role }) => role !== undefined)
  if (!isKnown) return 'charts'
  const late = new Promise<HomeTab>((resolve) => {
    services.after(patience, () => resolve('charts'))
  })
  return Promise.race([late, countedTab()])
}

async function countedTab(): Promise<HomeTab> {
  try {
    const answer = await fetch(`${prefix}/api/catalogue?only=count`)
    const { powers } = (await answer.json()) as { readonly powers?: unknown }
    return typeof powers === 'number' && powers > 0 ? 'catalogue' : 'charts'
  } catch {
    return 'charts'
  }
}
