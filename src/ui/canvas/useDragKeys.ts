import { useCallback, useEffect, useRef } from 'react'
import type { DragKeys } from './dropHeld.ts'

const none: DragKeys = { isFree: false, isInto: false }

/** Returns a function that tells which keys are down now; calls back when one is pressed or released. */
export function useDragKeys(onChange: (now: DragKeys) => void): () => DragKeys {
  const held = useRef(none)
  useEffect(() => {
    const put = (now: DragKeys) => {
      if (now.isFree === held.current.isFree && now.isInto === held.current.isInto) return
      held.current = now
      onChange(now)
    }
    // The event's own flags: a release outside of the window is not seen as a key.
    const onKey = (event: KeyboardEvent | PointerEvent) =>
      put({ isFree: event.ctrlKey || event.metaKey, isInto: event.altKey })
    const left = () => put(none)
    addEventListener('keydown', onKey, true)
    addEventListener('keyup', onKey, true)
    addEventListener('pointermove', onKey, true)
    addEventListener('blur', left)
    return () => {
      removeEventListener('keydown', onKey, true)
      removeEventListener('keyup', onKey, true)
      removeEventListener('pointermove', onKey, true)
      removeEventListener('blur', left)
    }
  }, [onChange])
  return useCallback(() => held.current, [])
}
