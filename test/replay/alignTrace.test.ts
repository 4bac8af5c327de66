import { double, sample } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignTrace, type TraceAlignment } from '../../src/replay/alignTrace.ts'
import { fitnessOf } from '../../src/replay/fitnessOf.ts'
import { fired, markingOf, type Marking, type Net, type Transition } from '../../src/replay/net.ts'
import { reachabilityOf } from '../../src/replay/reachability.ts'
import { cases } from '../support/depth.ts'

/** a, then b and c side by side (c may be done again after r), then d. */
const small: Net = netOf(6, [
  ['a', [0], [1, 2]],
  ['b', [1], [3]],
  ['c', [2], [4]],
  ['r', [4], [2]],
  ['d', [3, 4], [5]],
])

const aligned = (words: string, net = small) =>
  alignTrace(words.split(''), reachabilityOf(net)) as TraceAlignment
const kinds = ({ moves }: TraceAlignment) => moves.map(({ kind, label }) => `${kind[0]!}${label}`).join(' ')

describe('aligning a trace with a net', () => {
  it('[RP1] finds no deviation on any way through the net: orders of what is side by side, loops', () => {
    for (const trace of ['abcd', 'acbd', 'acrcbd', 'abcrcrcd'])
      expect(aligned(trace).deviations, trace).toBe(0)
  })

  it('[RP1] says what was skipped and what was done beside the net', () => {
    expect(kinds(aligned('acd'))).toBe('ta tc sb td')
    expect(kinds(aligned('abxcd'))).toBe('ta tb ix tc td')
    expect(kinds(aligned(''))).toBe('sa sc sb sd')
  })

  it('[RP2] judges an open case as far as it has come', () => {
    const reach = reachabilityOf(small)
    expect(alignTrace(['a', 'c'], reach, { isOpen: true })).toMatchObject({ deviations: 0 })
    expect(alignTrace(['c'], reach, { isOpen: true })).toMatchObject({ deviations: 1 })
    expect(alignTrace([], reach, { isOpen: true })).toMatchObject({ deviations: 0 })
  })

  it('[RP3] says a lower bound where the search is ended, and that there is no way', () => {
    const wide = widely(5)
    const trace = Array.from({ length: 5 }, (_, at) => `c${at}`)
    const bound = alignTrace(trace, reachabilityOf(wide), { budget: 500 })
    expect(bound).toHaveProperty('atLeast')
    const exact = alignTrace(trace, reachabilityOf(wide)) as TraceAlignment
    expect((bound as { atLeast: number }).atLeast).toBeLessThanOrEqual(exact.deviations)
    expect(alignTrace(['a'], reachabilityOf(netOf(3, [['a', [0], [1]]])))).toBeUndefined()
  })

  it('[RP1] is as cheap as the cheapest of all ways, on random nets and traces', () => {
    const numbers = sample(double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      seed: 7,
      numRuns: cases(20_000, 300_000),
    })
    let drawn = 0
    const random = () => numbers[drawn++ % numbers.length]!
    let judged = 0
    for (let at = 0; at < cases(200, 3000); at += 1) {
      const net = randomNet(random)
      const labels = [...new Set(net.transitions.flatMap(({ label }) => label ?? []))]
      const trace = Array.from({ length: Math.floor(random() * 6) }, () =>
        random() < 0.1 ? 'x' : (labels[Math.floor(random() * labels.length)] ?? 'x'),
      )
      const expected = cheapest(net, trace)
      const found = alignTrace(trace, reachabilityOf(net))
      if (expected === undefined) expect(found).toBeUndefined()
      else {
        judged += 1
        expect(found, JSON.stringify({ net, trace, expected })).toBeDefined()
        expect((found as TraceAlignment).deviations, JSON.stringify({ net, trace })).toBe(expected)
        expect(isWay(net, trace, found as TraceAlignment)).toBe(true)
      }
    }
    expect(judged).toBeGreaterThan(cases(100, 1500))
  })

  it('fits as ProM says: 1 − deviations ÷ (events + shortest way)', () => {
    expect(fitnessOf(2, 4, 4)).toBe(0.75)
    expect(fitnessOf(0, 0, 0)).toBe(1)
  })
})

function netOf(places: number, rows: readonly (readonly [string | undefined, number[], number[]])[]): Net {
  const tokens = (marked: number) => Array.from({ length: places }, (_, at) => (at === marked ? 1 : 0))
  return {
    places,
    transitions: rows.map(([label, inputs, outputs]) => ({
      ...(label === undefined ? {} : { label }),
      inputs,
      outputs,
    })),
    initial: tokens(0),
    final: tokens(places - 1),
  }
}

/** So many branches of three steps, all side by side. */
function widely(branches: number): Net {
  const end = 1 + branches * 4
  const all = Array.from({ length: branches }, (_, branch) => branch)
  return netOf(end + 1, [
    [undefined, [0], all.map((branch) => place(branch, 0))],
    ...all.flatMap((branch): readonly (readonly [string, number[], number[]])[] => [
      [`a${branch}`, [place(branch, 0)], [place(branch, 1)]],
      [`b${branch}`, [place(branch, 1)], [place(branch, 2)]],
      [`c${branch}`, [place(branch, 2)], [place(branch, 3)]],
    ]),
    [undefined, all.map((branch) => place(branch, 3)), [end]],
  ])
}

const place = (branch: number, at: number) => 1 + branch * 4 + at

/** Grown from start to end by choice, sequence, side by side and loop, with repeated and silent labels. */
function randomNet(random: () => number): Net {
  const rows: [string | undefined, number[], number[]][] = []
  let places = 2
  const label = () => (random() < 0.2 ? undefined : 'abcdef'[Math.floor(random() * 6)]!)
  const grow = (from: number, to: number, depth: number) => {
    const kind = depth === 0 ? 1 : random()
    if (kind > 0.75) return void rows.push([label(), [from], [to]])
    if (kind > 0.5) {
      const middle = places++
      grow(from, middle, depth - 1)
      return grow(middle, to, depth - 1)
    }
    if (kind > 0.25) {
      grow(from, to, depth - 1)
      return grow(from, to, depth - 1)
    }
    const inner = [places++, places++, places++, places++]
    rows.push([label(), [from], [inner[0]!, inner[1]!]], [label(), [inner[2]!, inner[3]!], [to]])
    grow(inner[0]!, inner[2]!, depth - 1)
    grow(inner[1]!, inner[3]!, depth - 1)
    if (random() < 0.3) rows.push([label(), [inner[2]!], [inner[0]!]])
  }
  grow(0, 1, 2)
  const tokens = (marked: number) => Array.from({ length: places }, (_, at) => (at === marked ? 1 : 0))
  return {
    places,
    transitions: rows.map(([name, inputs, outputs]) => ({
      ...(name === undefined ? {} : { label: name }),
      inputs,
      outputs,
    })),
    initial: tokens(0),
    final: tokens(1),
  }
}

/** By brute force: costs are lowered until none changes any more. */
function cheapest(net: Net, trace: readonly string[]): number | undefined {
  const cost = new Map<string, number>([[`0 ${markingOf(net.initial)}`, 0]])
  const markings = new Set<Marking>([markingOf(net.initial)])
  for (let changed = true; changed;) {
    changed = false
    const lower = (event: number, marking: Marking, to: number) => {
      const key = `${event} ${marking}`
      if ((cost.get(key) ?? Infinity) <= to) return
      cost.set(key, to)
      markings.add(marking)
      changed = true
    }
    for (const marking of markings)
      for (let event = 0; event <= trace.length; event += 1) {
        const now = cost.get(`${event} ${marking}`)
        if (now === undefined) continue
        if (event < trace.length) lower(event + 1, marking, now + 1)
        for (const transition of net.transitions) {
          const after = fired(marking, transition)
          if (after === undefined) continue
          lower(event, after, now + (transition.label === undefined ? 0 : 1))
          if (transition.label !== undefined && transition.label === trace[event])
            lower(event + 1, after, now)
        }
      }
  }
  return cost.get(`${trace.length} ${markingOf(net.final)}`)
}

/** Whether the moves say the trace, and a way through the net. */
function isWay(net: Net, trace: readonly string[], { moves, deviations }: TraceAlignment): boolean {
  const said = moves.filter(({ kind }) => kind !== 'skipped').map(({ label }) => label)
  if (said.join(' ') !== trace.join(' ')) return false
  if (moves.filter(({ kind }) => kind !== 'together').length !== deviations) return false
  const silent = net.transitions.filter(({ label }) => label === undefined)
  let here = closure(new Set([markingOf(net.initial)]), silent)
  for (const { transition } of moves) {
    if (transition === undefined) continue
    const after = [...here].flatMap((marking) => fired(marking, net.transitions[transition]!) ?? [])
    here = closure(new Set(after), silent)
  }
  return here.has(markingOf(net.final))
}

function closure(markings: Set<Marking>, silent: readonly Transition[]): Set<Marking> {
  for (const marking of markings)
    for (const transition of silent) {
      const after = fired(marking, transition)
      if (after !== undefined) markings.add(after)
    }
  return markings
}
