import { expect, it } from 'vitest'
import { pack, relax, type Preference } from '../../../src/layout/coordinates/solver.ts'

const distances = [
  { before: 0, after: 1, least: 30 },
  { before: 1, after: 2, least: 30 },
  { before: 0, after: 2, least: 100 },
]
const wish = (place: number) => new Map<number, Preference>([[1, () => place]])

it('[LA10] what must keep its distances is packed as near as they allow', () => {
  expect([...pack(3, distances)]).toEqual([0, 30, 100])
})

it.each([
  [50, 50],
  [5, 30],
  [500, 70],
])('[LA1] what would rather be at %i goes there as far as its neighbours let it: %i', (wanted, place) => {
  expect([...relax(pack(3, distances), distances, wish(wanted), 1)]).toEqual([0, place, 100])
})

it('[LA1] what has no room between its neighbours stays where it is', () => {
  expect([...relax(Float64Array.of(0, 30, 40), distances, wish(20), 3)]).toEqual([0, 30, 40])
})
