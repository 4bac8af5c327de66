/** A binary heap of states by cost; of equal ones the earlier comes first, so that ways do not depend on chance. */
export interface Heap {
  push(cost: number, state: number): void
  /** The state of least cost, removed. */
  pop(): number
  least(): number
  size(): number
  clear(): void
}

export function heapOf(): Heap {
  const keys: number[] = []
  const states: number[] = []
  const turns: number[] = []
  let turn = 0
  const before = (a: number, b: number): boolean =>
    keys[a]! < keys[b]! || (keys[a] === keys[b] && turns[a]! < turns[b]!)
  const swap = (a: number, b: number): void => {
    for (const list of [keys, states, turns]) {
      const kept = list[a]!
      list[a] = list[b]!
      list[b] = kept
    }
  }
  const push = (cost: number, state: number): void => {
    keys.push(cost)
    states.push(state)
    turns.push(turn++)
    let at = keys.length - 1
    while (at > 0) {
      const up = (at - 1) >> 1
      if (!before(at, up)) break
      swap(at, up)
      at = up
    }
  }
  const pop = (): number => {
    const state = states[0]!
    swap(0, keys.length - 1)
    keys.pop()
    states.pop()
    turns.pop()
    let at = 0
    for (;;) {
      const left = at * 2 + 1
      if (left >= keys.length) break
      const least = left + 1 < keys.length && before(left + 1, left) ? left + 1 : left
      if (!before(least, at)) break
      swap(least, at)
      at = least
    }
    return state
  }
  const clear = (): void => {
    keys.length = 0
    states.length = 0
    turns.length = 0
    turn = 0
  }
  return { push, pop, least: () => keys[0]!, size: () => keys.length, clear }
}
