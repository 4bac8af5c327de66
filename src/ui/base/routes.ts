/** Routes: parses the address and navigates. */
import { useSyncExternalStore } from 'react'
import { pathWithin, prefix } from './prefix.ts'
import type { Id } from '../../model/chart.ts'

export type PageRoute =
  | { readonly at: 'home' }
  /** The working list of a reviewer. */
  | { readonly at: 'review' }
  /** 防控 */
  | { readonly at: 'control' }
  /** `mark`: id of the review mark to show. */
  | { readonly at: 'chart'; readonly chart: Id; readonly mark?: Id }

/** What stands behind the address in a sentence, such as 。 or ）, is not part of it. */
const chartPath = /^\/c\/([\w-]+)(?:[^\w/-].*)?$/
const reviewPath = '/review'
const controlPath = '/control'

export function routeOf(path: string): PageRoute {
  if (path === reviewPath) return { at: 'review' }
  if (path === controlPath) return { at: 'control' }
  const chart = chartPath.exec(path)?.[1]
  return chart === undefined ? { at: 'home' } : { at: 'chart', chart }
}

/**
 * The address that was meant by one whose # was written as %23, as mail and chat programs do;
 * undefined for any other. Called once, in main.tsx.
 */
export function unescapedAddress(path: string): string | undefined {
  const [before, token] = path.split(/%23/i)
  return token !== undefined && /^[\w-]{16,}/.test(token) ? `${before}#${token}` : undefined
}

/** Goes to a place and adds a history entry. */
export function navigate(place: PageRoute): void {
  history.pushState(null, '', `${prefix}${pathOf(place)}`)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** The path of a place, without the prefix. */
export function pathOf(place: PageRoute): string {
  switch (place.at) {
    case 'home':
      return '/'
    case 'review':
      return reviewPath
    case 'control':
      return controlPath
    case 'chart': {
      const mark = place.mark === undefined ? '' : `?mark=${encodeURIComponent(place.mark)}`
      return `/c/${place.chart}${mark}`
    }
  }
}

/** Returns the review mark in the address and removes it, so that a reload does not show it again. */
export function takeWantedMark(): Id | null {
  const mark = new URLSearchParams(location.search).get('mark')
  if (mark !== null) history.replaceState(null, '', location.pathname)
  return mark
}

/** The current place; re-renders on navigation. */
export function usePageRoute(): PageRoute {
  const path = useSyncExternalStore(onMove, () => pathWithin(location.pathname))
  return routeOf(path)
}

function onMove(listener: () => void): () => void {
  addEventListener('popstate', listener)
  return () => removeEventListener('popstate', listener)
}
