import { useEffect, useRef } from 'react'
import { useSession } from '../openChart/session.ts'
import { belongsToInputMethod, isTypingPlace } from '../base/inputMethod.ts'

/** Keys of a list of marks: J/K or arrows, A, R, M, Enter. */
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
 * Handles keys while a list of marks is mounted, except during typing or composition. Takes
 * precedence over the field that waits over a selected step.
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

/** Checkboxes and tabs take no letters, but need their own arrow keys. */
function isTyping({ target, key }: KeyboardEvent): boolean {
  const ticks = target instanceof HTMLInputElement && ['checkbox', 'radio'].includes(target.type)
  return isTypingPlace(target) && !(ticks && key.length === 1)
}

/** Ignores chords, keys for an open dialog, and Enter on a button. */
function isOthers(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return true
  if (useSession.getState().dialog !== null || document.querySelector('[role="dialog"]') !== null) return true
  return (
    event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('button') !== null
  )
}
