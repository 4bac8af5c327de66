/** Where in the product this person is: the address, and how to go elsewhere. */
import { useSyncExternalStore } from 'react'
import type { Id } from '../model/chart.ts'

export type Place = { readonly at: 'home' } | { readonly at: 'chart'; readonly chart: Id }

const chartPath = /^\/c\/([\w-]+)$/

export function placeOf(path: string): Place {
  const chart = chartPath.exec(path)?.[1]
  return chart === undefined ? { at: 'home' } : { at: 'chart', chart }
}

export function goTo(place: Place): void {
  history.pushState(null, '', place.at === 'home' ? '/' : `/c/${place.chart}`)
  dispatchEvent(new PopStateEvent('popstate'))
}

export function usePlace(): Place {
  const path = useSyncExternalStore(onMove, () => location.pathname)
  return placeOf(path)
}

function onMove(listener: () => void): () => void {
  addEventListener('popstate', listener)
  return () => removeEventListener('popstate', listener)
}
