import { createContext, use } from 'react'
import type { OpenChart } from './openChart.ts'

export const OpenChartContext = createContext<OpenChart | null>(null)

/** The chart that is open, with its connection and whoever else is here. */
export function useOpenChart(): OpenChart {
  const chart = use(OpenChartContext)
  if (!chart) throw new Error('outside of an open chart')
  return chart
}
