import { useEffect } from 'react'
import { keepPage } from '../base/keepPage.ts'
import type { LazyPart } from '../base/lazyPart.tsx'

/** ms after opening: first of all the chart is drawn. */
const after = 6000
/** ms between parts where the browser does not say when it is idle. */
const pause = 200

/** Fetches parts one by one when the browser is idle, so that they are there without the network. */
export function useFetchAhead(parts: readonly Pick<LazyPart<object>, 'ahead'>[]): void {
  useEffect(() => {
    let here = true
    const fetchAll = async () => {
      for (const part of parts) {
        await idle()
        if (!here) return
        await part.ahead()
      }
      keepPage()
    }
    const timer = setTimeout(() => void fetchAll(), after)
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [parts])
}

async function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve())
    else setTimeout(resolve, pause)
  })
}
