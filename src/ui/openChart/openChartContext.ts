import { createContext, use } from 'react'
import type { OpenChart } from './openChart.ts'

export const OpenChartContext = createContext<OpenChart | null>(null)

/** The chart that is open, with its connection and whoever else is here. */
export function useOpenChart(): OpenChart {
  const room = use(OpenChartContext)
  if (!room) throw new Error('outside of a room')
  return room
}
