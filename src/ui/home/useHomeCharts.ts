import { useCallback, useEffect, useState } from 'react'
import type { LocalChartSummary } from '../../collab/localChartSummary.ts'
import { may } from '../../protocol/roles.ts'
import type { AppServices } from '../base/appServices.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import type { ChartApi } from '../base/api/chartApi.ts'
import { letEndedGo } from './letEndedGo.ts'
import type { HomeChart, OnServer } from './homeCharts.ts'
import { homeCharts } from './homeCharts.ts'

export interface HomeCharts {
  /** Null until local charts are read; the server's are added when they arrive. */
  readonly charts: readonly HomeChart[] | null
  readonly server: OnServer | null
  /** In this browser's bin. */
  readonly binnedHere: readonly LocalChartSummary[]
  readonly refresh: () => void
}

/** ms; as long as the server keeps a chart in its bin. */
const binnedFor = 30 * 24 * 3_600_000

/** Without a server or an identity, only local charts are listed, without an error. */
export function useHomeCharts(): HomeCharts {
  const services = useAppServices()
  const chartServer = useApi().charts
  const [here, setHere] = useState<readonly LocalChartSummary[] | null>(null)
  const [binnedHere, setBinnedHere] = useState<readonly LocalChartSummary[]>([])
  const [server, setServer] = useState<OnServer | null>(null)
  const refresh = useCallback(() => {
    const read = async () => {
      const kept = await services.charts.list()
      setHere(kept)
      setBinnedHere(await services.charts.listBin(services.now() - binnedFor))
      // Skip the request if this browser has neither a name nor a role on any chart.
      const isKnown = services.person.read() !== undefined || kept.some(({ role }) => role !== undefined)
      const there = isKnown ? await onServer(chartServer) : null
      setServer(there)
      if (there) await tellPlaces(services, kept, there)
      if (isKnown && (await letEndedGo(services, kept, there))) setHere(await services.charts.list())
    }
    void read()
  }, [services, chartServer])
  useEffect(refresh, [refresh])
  return { charts: here && homeCharts(here, server), server, binnedHere, refresh }
}

async function onServer(server: ChartApi): Promise<OnServer | null> {
  try {
    const [charts, bin] = await Promise.all([server.list(), server.listTrash()])
    return { charts, bin }
  } catch {
    return null
  }
}

/** A chart that was put into a folder before the server had it stands in that folder there too. */
async function tellPlaces(
  { api, charts }: AppServices,
  here: readonly LocalChartSummary[],
  there: OnServer,
): Promise<void> {
  const listed = new Map(there.charts.map((chart) => [chart.id, chart]))
  for (const { id, folder, isTemplate } of here) {
    const known = listed.get(id)
    if ((!folder && !isTemplate) || !known || !may(known.role, 'write')) continue
    const place = {
      ...(folder && known.folder === undefined && { folder }),
      ...(isTemplate && { isTemplate }),
    }
    try {
      await api.charts.change(id, place)
      await charts.place(id, { folder: '', isTemplate: false })
    } catch {
      // Told again with the next list; until then it stands there in this browser's list.
      return
    }
  }
}
