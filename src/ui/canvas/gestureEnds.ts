/**
 * Ends that the browser does not give: Esc gives a drag up, and a button that was released unseen
 * (remote desktop, lock screen) ends it at the first move without a button.
 */
import { belongsToInputMethod } from '../base/inputMethod.ts'

interface Press {
  readonly target: EventTarget
  readonly pointer: number
  readonly x: number
  readonly y: number
}

/** How the last gesture ended, or `open`; until the next press. */
export type GestureEnd = 'open' | 'given-up' | 'unseen'

export interface GestureEnds {
  readonly last: () => GestureEnd
  /** Listens until the returned function is called; `onGiveUp` is called with an Esc during a press. */
  readonly listen: (onGiveUp: () => void) => () => void
}

/** One for a canvas: there is one mouse. */
export function openGestureEnds(): GestureEnds {
  let press: Press | null = null
  let last: GestureEnd = 'open'
  const giveUps = new Set<() => void>()
  const down = (event: PointerEvent) => {
    last = 'open'
    if (event.pointerType === 'mouse' && event.button === 0 && event.target) press = pressOf(event)
  }
  const up = () => {
    press = null
  }
  const moved = (event: PointerEvent) => {
    if (!press || event.pointerType !== 'mouse') return
    if (event.buttons === 0) release(press, 'unseen')
    else press = { ...press, x: event.clientX, y: event.clientY }
  }
  const release = (held: Press, how: GestureEnd) => {
    press = null
    last = how
    const where = { bubbles: true, cancelable: true, view: window, clientX: held.x, clientY: held.y }
    held.target.dispatchEvent(
      new PointerEvent('pointerup', {
        ...where,
        pointerId: held.pointer,
        pointerType: 'mouse',
        isPrimary: true,
      }),
    )
    held.target.dispatchEvent(new MouseEvent('mouseup', where))
  }
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !press || belongsToInputMethod(event)) return
    event.stopImmediatePropagation()
    giveUps.forEach((each) => each())
    release(press, 'given-up')
  }
  const listeners = [
    ['pointerdown', down],
    ['pointerup', up],
    ['pointercancel', up],
    ['dragend', up],
    ['pointermove', moved],
    ['keydown', key],
  ] as const
  return {
    last: () => last,
    listen: (onGiveUp) => {
      if (giveUps.size === 0)
        for (const [name, call] of listeners) addEventListener(name, call as EventListener, true)
      giveUps.add(onGiveUp)
      return () => {
        giveUps.delete(onGiveUp)
        if (giveUps.size === 0)
          for (const [name, call] of listeners) removeEventListener(name, call as EventListener, true)
      }
    },
  }
}

function pressOf(event: PointerEvent): Press {
  return { target: event.target!, pointer: event.pointerId, x: event.clientX, y: event.clientY }
}
