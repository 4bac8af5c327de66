import { useEffect, useRef } from 'react'
import { belongsToInputMethod, isTypingPlace } from '../typing.ts'
import type { Command, Situation } from './commands.ts'
import { commands } from './commands.ts'

/** Listens for the commands' keys; a key that is text, or that belongs to an input method, is never taken. */
export function useKeys(situation: () => Situation): void {
  const now = useRef(situation)
  useEffect(() => {
    now.current = situation
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (belongsToInputMethod(event) || isTypingPlace(event.target)) return
      const command = Object.values<Command>(commands).find((each) => each.keys.includes(chordOf(event)))
      const current = now.current()
      if (!command || current.session.dialog !== null || !command.may(current)) return
      event.preventDefault()
      command.run(current)
    }
    addEventListener('keydown', heard)
    return () => removeEventListener('keydown', heard)
  }, [])
}

/** `Mod+Shift+Z`: the way commands.ts writes keys. */
export function chordOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  return [
    event.ctrlKey || event.metaKey ? 'Mod' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
    key,
  ]
    .filter((part) => part !== '')
    .join('+')
}
