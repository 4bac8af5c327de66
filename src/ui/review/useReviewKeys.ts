import { useEffect, useRef } from 'react'
import { useSession } from '../openChart/session.ts'
import { belongsToInputMethod, isTypingPlace } from '../base/inputMethod.ts'

/** What the keys of a list of marks do: J/K or the arrows, A, R, M, Enter. */
export interface ReviewKeys {
  readonly next: () => void
  readonly previous: () => void
  readonly accept: () => void
  readonly sendBack: () => void
  readonly add?: () => void
  readonly open?: () => void
}

const actOf: { readonly [key: string]: keyof ReviewKeys } = {
  J: 'next',
  ARROWDOWN: 'next',
  K: 'previous',
  ARROWUP: 'previous',
  A: 'accept',
  R: 'sendBack',
  M: 'add',
  ENTER: 'open',
}

/**
 * Listens while a list of marks is on the page. Never while somebody types or an input method
 * composes; over a selected step, whose name waits to be typed over, the list comes first.
 */
export function useReviewKeys(keys: ReviewKeys): void {
  const now = useRef(keys)
  useEffect(() => {
    now.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (belongsToInputMethod(event) || isTyping(event) || isOthers(event)) return
      const name = actOf[event.key.toUpperCase()]
      const act = name && now.current[name]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

/** In a box that is ticked, or among tabs, no letter is text; their arrows stay theirs. */
function isTyping({ target, key }: KeyboardEvent): boolean {
  const ticks = target instanceof HTMLInputElement && ['checkbox', 'radio'].includes(target.type)
  return isTypingPlace(target) && !(ticks && key.length === 1)
}

/** A chord, a key for an open dialog or question, or Enter on a button. */
function isOthers(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return true
  if (useSession.getState().dialog !== null || document.querySelector('[role="dialog"]') !== null) return true
  return (
    event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('button') !== null
  )
}
