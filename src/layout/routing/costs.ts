/** Costs of the router per event or unit of length, tuned in experiments on real charts (a bend is 34). */
import type { Direction } from './grid.ts'

export const costs = {
  length: 0.16,
  bend: 34,
  crossing: 120,
  /** A forward flowline that turns upwards. */
  upward: 55,
  /** Two flowlines on one piece: only when there is no other way at all. */
  overlap: 6000,
  /** The stretch that another one to the same step draws already. */
  shared: 0.25,
  /** Where one joins another. */
  junction: 10,
} as const

interface Leaving {
  readonly return: boolean
  readonly decision: boolean
  readonly main: boolean
}

/** In bends. The main path goes down, an exception to the side, a return where there is room. */
export function leavingCost(side: Direction, line: Leaving): number {
  if (side === 0) return costs.bend * (line.return ? 0.8 : 5)
  if (line.return) return side === 2 ? costs.bend * 0.5 : 0
  if (!line.decision) return side === 2 ? 0 : costs.bend * 0.1
  if (line.main) return side === 2 ? 0 : costs.bend * 0.45
  return side === 2 ? costs.bend * 0.6 : 0
}

export function enteringCost(side: Direction, line: { readonly return: boolean }): number {
  if (side === 2) return costs.bend * (line.return ? 3 : 6)
  if (line.return) return side === 0 ? costs.bend * 0.4 : 0
  return side === 0 ? 0 : costs.bend * 0.2
}

/** Off the middle of its side; a diamond has only its corners. */
export function slotCost(slot: number, decision: boolean): number {
  if (slot === 0) return 0
  const away = Math.abs(slot)
  return costs.bend * (decision ? 1.3 + 0.4 * away : 0.9 + 0.4 * away)
}
