import { useLayoutEffect, useRef, useState } from 'react'
import { useStoreApi } from '@xyflow/react'
import type { Drawing } from '../openChart/useDrawing.ts'
import type { SeenArea } from './seenArea.ts'
import { allSeen, mostWhole, nothingSeen, seenArea } from './seenArea.ts'

/** What of the drawing is kept in the page. Moves of the view draw again only when this changes. */
export function useSeenArea({ edition }: Drawing): SeenArea {
  const store = useStoreApi()
  const isLarge = edition.chart.steps.length > mostWhole
  const [seen, setSeen] = useState(isLarge ? nothingSeen : allSeen)
  const latest = useRef(seen)
  useLayoutEffect(() => {
    const take = (next: SeenArea) => {
      if (next === latest.current) return
      latest.current = next
      setSeen(next)
    }
    if (!isLarge) {
      take(allSeen)
      return undefined
    }
    const look = () => {
      const { transform, width, height, userSelectionRect } = store.getState()
      if (width === 0 || height === 0) return
      const [x, y, zoom] = transform
      const before = latest.current.area ? latest.current : nothingSeen
      take(seenArea({ x, y, zoom }, { width, height }, before, { keep: userSelectionRect !== null }))
    }
    look()
    return store.subscribe(look)
  }, [store, isLarge])
  return seen
}
