/** Which of the first pages is looked at: said in the address, or decided by what there is. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { prefix } from './prefix.ts'
import { useAppServices, type AppServices } from './appServices.ts'

export type HomeTab = 'catalogue' | 'charts'

/** ms; a server that has not answered by then does not decide what stands first. */
const patience = 1500

/** The catalogue where it has powers; null while that is not known yet. */
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
  // Whoever has neither said a name nor met the server is nobody to it: not worth asking.
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
