/** Assigns each step a row and a sub-column of its lane. No two steps share a cell. */
import { columnsOf } from './columnsOf.ts'
import { mainExits } from './branchPolarity.ts'
import { drawnBeside } from './drawnBeside.ts'
import type { Plan } from '../planning/plan.ts'
import { layersOf } from './layersOf.ts'
import { phaseRows } from './phaseRows.ts'
import { compactRows, type SideResults } from './compactRows.ts'

export interface Placement {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly main: readonly (number | null)[]
}

export function placementOf(plan: Plan): Placement {
  return placementIn(plan, layersOf(plan))
}

export interface PlacementWish {
  readonly sides: SideResults
  /** Whether each 阶段 has rows of its own, so that bands can be drawn. */
  readonly phases: 'apart' | 'mixed'
}

/** `layers`: the layer of each step. */
export function placementIn(
  plan: Plan,
  layers: readonly number[],
  { sides, phases }: PlacementWish = { sides: 'beside', phases: 'mixed' },
): Placement {
  // What a person drew beside a step comes last, so that it takes no place from what stood there.
  const late = plan.steps.map((_, step) => (drawnBeside(plan, step) === null ? 0 : 1))
  const order = plan.steps.map((_, step) => step)
  order.sort((a, b) => layers[a]! - layers[b]! || late[a]! - late[b]! || a - b)
  const main = mainExits(plan, order)
  const compact = compactRows(plan, order, layers, { main, sides })
  const rows = phases === 'apart' ? (phaseRows(plan, compact) ?? compact) : compact
  return { rows, columns: columnsOf(plan, order, rows, main), main }
}
