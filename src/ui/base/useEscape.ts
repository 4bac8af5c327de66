import { useEffect, useRef } from 'react'
import { belongsToInputMethod } from './inputMethod.ts'

/**
 * Closes a dialog on Esc, wherever the focus is. Replaces antd's listener (`keyboard`), which also
 * takes the Esc that cancels a composition, and misses keys when the focus is outside the dialog.
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

/** If a field's list is open, the first Esc closes it and the second closes the dialog; a list that stays open is the dialog. */
function isListOpen({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    target.getAttribute('aria-expanded') === 'true' &&
    target.dataset['list'] !== 'stays'
  )
}
