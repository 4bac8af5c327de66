import { useEffect, useRef } from 'react'
import { belongsToInputMethod, isTick, isTypingPlace } from '../../base/inputMethod.ts'
import type { Command, Situation } from './command.ts'
import { commands } from './commands.ts'
import { whyNotNow } from './whyNotNow.ts'

/** Handles the keys of commands. Ignores keys that are text or belong to an input method. */
export function useKeys(situation: () => Situation): void {
  const now = useRef(situation)
  useEffect(() => {
    now.current = situation
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (belongsToInputMethod(event)) return
      if (isTypingPlace(event.target) && !goesFromFields.test(chordOf(event))) return
      const command = commandOf(event)
      const current = now.current()
      if (!command || current.session.dialog !== null || isControl(event)) return
      if (command.may && !command.may(current)) {
        const why = whyNotNow(command, chordOf(event), current)
        if (why !== undefined && !event.repeat) current.say(why)
        return
      }
      event.preventDefault()
      command.run(current)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

export function commandOf(event: KeyboardEvent): Command | undefined {
  const chord = chordOf(event)
  return Object.values<Command>(commands).find((each) => each.keys.includes(chord))
}

/** Chords that are no text: parts of the page, lists, dialogs, and what browsers do with the page. */
const goesFromFields = /^(?:Shift\+)?F[6-9]$|^Mod\+[KPS]$|^Mod\+Alt\+\d$/

/** A focused button handles Enter, Space and Tab itself, a tick box all keys that are no chords. */
function isControl(event: KeyboardEvent): boolean {
  if (isTick(event.target) && !/^(?:Mod|Alt|F\d)|^Shift\+F|^Escape$/.test(chordOf(event))) return true
  return (
    ['Enter', ' ', 'Tab'].includes(event.key) &&
    event.target instanceof HTMLElement &&
    event.target.closest('button, a, [role="button"], [role="radio"], [role="tab"], .toolbar, .panel') !==
      null
  )
}

/** The chord in the notation of commands.ts: `Mod+Shift+Z`. */
export function chordOf(event: KeyboardEvent): string {
  const key = event.altKey ? keyOfCode(event) : event.key.length === 1 ? event.key.toUpperCase() : event.key
  return [
    event.ctrlKey || event.metaKey ? 'Mod' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
    key,
  ]
    .filter((part) => part !== '')
    .join('+')
}

/** With Alt some keyboards write other characters; what counts is the key that is pressed. */
function keyOfCode({ code, key }: KeyboardEvent): string {
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? key
}

/** The chord for display: Ctrl+Shift+Z. */
export function keyLabel(chord: string): string {
  return chord
    .replace('Mod', 'Ctrl')
    .replace('Arrow', '')
    .replace('Down', '↓')
    .replace('Up', '↑')
    .replace('Left', '←')
    .replace('Right', '→')
    .replace('Shift+!', 'Shift+1')
    .replace('Shift+@', 'Shift+2')
    .replace('Shift+?', '?')
    .replace('Escape', 'Esc')
}
