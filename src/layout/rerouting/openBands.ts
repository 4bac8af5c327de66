import type { Rect } from '../arrangement.ts'

/** Units: about a row of steps. */
const band = 80

/** Units of air within which two things can matter to each other. */
const reach = 32

const bandsOver = ({ y, height }: Rect): readonly [number, number] => [
  Math.floor((y - reach) / band),
  Math.floor((y + height + reach) / band),
]

export interface Bands<T> {
  readonly add: (thing: T) => void
  /** All that may be near, some of them more than once. */
  readonly near: (rect: Rect) => readonly T[]
}

/** Things by where they lie, so that each is compared with its neighbours only. */
export function openBands<T extends { readonly rect: Rect }>(): Bands<T> {
  const all = new Map<number, T[]>()
  return {
    add: (thing) => {
      const [from, to] = bandsOver(thing.rect)
      for (let at = from; at <= to; at++) {
        const list = all.get(at)
        if (list) list.push(thing)
        else all.set(at, [thing])
      }
    },
    near: (rect) => {
      const [from, to] = bandsOver(rect)
      const found: T[] = []
      for (let at = from; at <= to; at++) found.push(...(all.get(at) ?? []))
      return found
    },
  }
}
