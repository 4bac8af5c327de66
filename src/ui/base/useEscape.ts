import { useEffect, useRef } from 'react'
import { belongsToInputMethod } from './inputMethod.ts'

/**
 * Closes a dialog by Esc, wherever the focus is. antd's own listener (`keyboard`) is turned
 * off: it takes the Esc with which an input method gives up a word, and misses keys when the
 * focus has left the dialog.
 */
export function useEscape(close: () => void): void {
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !belongsToInputMethod(event) && !isListOpen(event)) latest.current()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

/** The first Esc closes the list of a field, the next one the dialog. */
function isListOpen({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true'
}
