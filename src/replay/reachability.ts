/** The markings of a net, found as they are needed and kept for all cases of a chart. */
import { fired, markingOf, type Marking, type Net } from './net.ts'

export interface Firing {
  /** Index of the transition in the net. */
  readonly transition: number
  /** undefined: silent */
  readonly label: string | undefined
  /** Number of the marking that it leads to. */
  readonly to: number
}

export interface Reachability {
  readonly initial: number
  readonly isFinal: (marking: number) => boolean
  /** What may happen in this marking, in the order of the net's transitions. */
  readonly firings: (marking: number) => readonly Firing[]
  /** How many markings are known so far. */
  readonly size: () => number
}

/** Nothing is computed before it is asked for. */
export function reachabilityOf(net: Net): Reachability {
  const numbers = new Map<Marking, number>()
  const markings: Marking[] = []
  const known: (readonly Firing[] | undefined)[] = []
  const numberOf = (marking: Marking) => {
    const found = numbers.get(marking)
    if (found !== undefined) return found
    numbers.set(marking, markings.length)
    markings.push(marking)
    return markings.length - 1
  }
  // Only transitions of a marked place can be enabled.
  const byInput = new Map<number, number[]>()
  net.transitions.forEach(({ inputs }, at) => {
    const first = inputs[0]!
    byInput.set(first, [...(byInput.get(first) ?? []), at])
  })
  const firingsAt = (number: number): readonly Firing[] => {
    const marking = markings[number]!
    const found: Firing[] = []
    for (let place = 0; place < marking.length; place += 1) {
      if (marking.charCodeAt(place) === 0) continue
      for (const at of byInput.get(place) ?? []) {
        const transition = net.transitions[at]!
        const after = fired(marking, transition)
        if (after !== undefined) found.push({ transition: at, label: transition.label, to: numberOf(after) })
      }
    }
    return found.sort((one, other) => one.transition - other.transition)
  }
  const final = markingOf(net.final)
  return {
    initial: numberOf(markingOf(net.initial)),
    isFinal: (marking) => markings[marking] === final,
    firings: (marking) => (known[marking] ??= firingsAt(marking)),
    size: () => markings.length,
  }
}
