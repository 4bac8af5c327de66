/** Assigns each step a row and a sub-column of its lane. No two steps share a cell. */
import { columnsOf } from './columnsOf.ts'
import { mainExits } from './branchPolarity.ts'
import type { Plan } from '../planning/plan.ts'
import { layersOf } from './layersOf.ts'
import { compactRows, type SideResults } from './compactRows.ts'

export interface Placement {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly main: readonly (number | null)[]
}

export function placementOf(plan: Plan): Placement {
  return placementIn(plan, layersOf(plan))
}

/** `layers`: the layer of each step. */
export function placementIn(plan: Plan, layers: readonly number[], sides: SideResults = 'beside'): Placement {
  const order = plan.steps.map((_, step) => step).sort((a, b) => layers[a]! - layers[b]! || a - b)
  const main = mainExits(plan, order)
  const rows = compactRows(plan, order, layers, { main, sides })
  return { rows, columns: columnsOf(plan, order, rows, main), main }
}
