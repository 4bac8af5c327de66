import { createContext, use } from 'react'
import type { LocalCharts } from '../collab/localCharts.ts'
import type { Id } from '../model/chart.ts'
import type { Arranger } from './canvas/arranger.ts'

/** What the front door built. */
export interface House {
  readonly charts: LocalCharts
  readonly arranger: Arranger
  readonly newId: () => Id
  /** ms since 1970 */
  readonly now: () => number
}

export const HouseContext = createContext<House | null>(null)

export function useHouse(): House {
  const house = use(HouseContext)
  if (!house) throw new Error('outside of the house')
  return house
}
