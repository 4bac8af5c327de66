import { createContext, use } from 'react'
import type { OpenChart } from './openChart.ts'

export const OpenChartContext = createContext<OpenChart | null>(null)

/** The open chart with its connection and collaborators. */
export function useOpenChart(): OpenChart {
  const chart = use(OpenChartContext)
  if (!chart) throw new Error('outside of an open chart')
  return chart
}
