import { useCallback, useEffect, useState } from 'react'
import type { LocalChartSummary } from '../../collab/localChartSummary.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import type { ChartApi } from '../base/api/chartApi.ts'
import { letEndedGo } from './letEndedGo.ts'
import type { HomeChart, OnServer } from './homeCharts.ts'
import { homeCharts } from './homeCharts.ts'

interface HomeCharts {
  /** Null until local charts are read; the server's are added when they arrive. */
  readonly charts: readonly HomeChart[] | null
  readonly server: OnServer | null
  readonly refresh: () => void
}

/** Without a server or an identity, only local charts are listed, without an error. */
export function useHomeCharts(): HomeCharts {
  const services = useAppServices()
  const chartServer = useApi().charts
  const [here, setHere] = useState<readonly LocalChartSummary[] | null>(null)
  const [server, setServer] = useState<OnServer | null>(null)
  const refresh = useCallback(() => {
    const read = async () => {
      const kept = await services.charts.list()
      setHere(kept)
      // Skip the request if this browser has neither a name nor a role on any chart.
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
