import { useCallback, useEffect, useState } from 'react'
import type { LocalChartSummary } from '../../collab/localChartSummary.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import type { ChartApi } from '../base/api/chartApi.ts'
import { letEndedGo } from './letEndedGo.ts'
import type { HomeChart, OnServer } from './homeCharts.ts'
import { homeCharts } from './homeCharts.ts'

interface HomeCharts {
  /** Null until this browser's own have been read; those of the server join them when they come. */
  readonly charts: readonly HomeChart[] | null
  readonly server: OnServer | null
  readonly refresh: () => void
}

/** Without a server, or for somebody it cannot know, the list is this browser's own and nothing is said. */
export function useHomeCharts(): HomeCharts {
  const services = useAppServices()
  const chartServer = useApi().charts
  const [here, setHere] = useState<readonly LocalChartSummary[] | null>(null)
  const [server, setServer] = useState<OnServer | null>(null)
  const refresh = useCallback(() => {
    const read = async () => {
      const kept = await services.charts.list()
      setHere(kept)
      // Whoever has neither said a name nor met the server is nobody to it: not worth asking.
      const isKnown = services.person.read() !== undefined || kept.some(({ role }) => role !== undefined)
      const there = isKnown ? await onServer(chartServer) : null
      setServer(there)
      if (isKnown && (await letEndedGo(services, kept, there))) setHere(await services.charts.list())
    }
    void read()
  }, [services, chartServer])
  useEffect(refresh, [refresh])
  return { charts: here && homeCharts(here, server), server, refresh }
}

async function onServer(server: ChartApi): Promise<OnServer | null> {
  try {
    const [charts, bin] = await Promise.all([server.list(), server.listTrash()])
    return { charts, bin }
  } catch {
    return null
  }
}
