/**
 * Nets and logs made from fixed numbers, of the shapes that charts have: choice, side by side, loops,
 * silent steps. What another program found in them is in `oracle.test.ts`.
 */
import { fired, markingOf, type Net, type Transition } from '../../src/replay/net.ts'

export interface OracleLog {
  readonly name: string
  readonly net: Net
  readonly traces: readonly (readonly string[])[]
}

type Arc = readonly [label: string, inputs: readonly number[], outputs: readonly number[]]

interface Made {
  readonly name: string
  readonly places: number
  readonly arcs: readonly Arc[]
  /** Part of the events that are lost, doubled or put elsewhere. */
  readonly noise: number
}

const straight: readonly Arc[] = [
  ['受理', [0], [1]],
  ['审查', [1], [2]],
  ['决定', [2], [3]],
  ['送达', [3], [4]],
]

const choice: readonly Arc[] = [
  ['受理', [0], [1]],
  ['简易', [1], [3]],
  ['普通', [1], [2]],
  ['听证', [2], [3]],
  ['', [2], [3]],
  ['决定', [3], [4]],
]

const correction: readonly Arc[] = [
  ['申请', [0], [1]],
  ['受理', [1], [2]],
  ['补正', [2], [1]],
  ['审查', [2], [3]],
  ['退回', [3], [2]],
  ['决定', [3], [4]],
]

const together: readonly Arc[] = [
  ['受理', [0], [1, 2, 3]],
  ['住建', [1], [4]],
  ['环保', [2], [5]],
  ['消防', [3], [6]],
  ['汇总', [4, 5, 6], [7]],
  ['决定', [7], [8]],
]

const longTogether: readonly Arc[] = [
  ['', [0], [1, 2]],
  ['测量', [1], [3]],
  ['评估', [3], [4]],
  ['公示', [2], [5]],
  ['答复', [5], [6]],
  ['', [5], [6]],
  ['签约', [4, 6], [7]],
  ['付款', [7], [8]],
  ['退款', [8], [7]],
  ['归档', [8], [9]],
]

const made: readonly Made[] = [
  { name: 'straight, no noise', places: 5, arcs: straight, noise: 0 },
  { name: 'straight', places: 5, arcs: straight, noise: 0.2 },
  { name: 'choice', places: 5, arcs: choice, noise: 0.1 },
  { name: 'choice, much noise', places: 5, arcs: choice, noise: 0.5 },
  { name: 'correction', places: 5, arcs: correction, noise: 0.1 },
  { name: 'correction, much noise', places: 5, arcs: correction, noise: 0.5 },
  { name: 'together', places: 9, arcs: together, noise: 0.15 },
  { name: 'together, much noise', places: 9, arcs: together, noise: 0.5 },
  { name: 'long together', places: 10, arcs: longTogether, noise: 0.2 },
  { name: 'long together, much noise', places: 10, arcs: longTogether, noise: 0.5 },
]

const traceCount = 120
const longest = 30

export const oracleLogs: readonly OracleLog[] = made.map(({ name, places, arcs, noise }, at) => {
  const random = numbersFrom(at + 1)
  const net = netOf(places, arcs)
  const traces = Array.from({ length: traceCount }, () => spoilt(walked(net, random), noise, random))
  return { name, net, traces }
})

/** From the first place to the last. */
function netOf(places: number, arcs: readonly Arc[]): Net {
  const at = (marked: number) => Array.from({ length: places }, (_, place) => (place === marked ? 1 : 0))
  const transitions = arcs.map(([label, inputs, outputs]): Transition => ({
    ...(label === '' ? {} : { label }),
    inputs,
    outputs,
  }))
  return { places, transitions, initial: at(0), final: at(places - 1) }
}

/** A way through the net, as long as chance will have it. */
function walked(net: Net, random: () => number): readonly string[] {
  const end = markingOf(net.final)
  const trace: string[] = []
  let marking = markingOf(net.initial)
  while (marking !== end || (trace.length < longest && random() < 0.3)) {
    const next = net.transitions.flatMap((transition) => {
      const to = fired(marking, transition)
      return to === undefined ? [] : [{ to, label: transition.label }]
    })
    const taken = next[Math.floor(random() * next.length)]
    if (!taken) break
    marking = taken.to
    if (taken.label !== undefined) trace.push(taken.label)
  }
  return trace
}

function spoilt(trace: readonly string[], noise: number, random: () => number): readonly string[] {
  const kept: string[] = []
  for (const label of trace) {
    const drawn = random()
    if (drawn >= noise) kept.push(label)
    else if (drawn < noise / 3) kept.push(label, label)
    else if (drawn < (2 * noise) / 3) kept.unshift(label)
  }
  return kept
}

/** A linear congruential generator (Numerical Recipes): the same numbers on every machine. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
