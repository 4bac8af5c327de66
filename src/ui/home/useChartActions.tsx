import type { ChartListing } from '../../protocol/api.ts'
import { may } from '../../protocol/roles.ts'
import { refusalText } from '../../text/messages/refusalText.ts'
import { home } from '../../text/screen/screen.ts'
import { shelfText } from '../../text/screen/shelfText.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import type { AppServices } from '../base/appServices.ts'
import { ServerError } from '../base/api/httpClient.ts'
import { sayNotKept } from '../base/sayNotKept.ts'
import { useToasts } from '../base/toastContext.ts'
import type { HomeChart } from './homeCharts.ts'

export interface ChartActions {
  readonly rename: (chart: HomeChart, title: string) => void
  readonly duplicate: (chart: HomeChart) => void
  readonly move: (chart: HomeChart, folder: string) => void
  readonly setTemplate: (chart: HomeChart, isTemplate: boolean) => void
}

/** Whoever may not write a chart neither renames it nor moves it for the others. */
export function mayChange({ role, onServer, isHere }: HomeChart): boolean {
  if (role !== undefined && !may(role, 'write')) return false
  return onServer || isHere
}

/** What is done to a chart in the list; each says what it did, or why it did not. */
export function useChartActions(refresh: () => void): ChartActions {
  const services = useAppServices()
  const server = useApi().charts
  const { message } = useToasts()
  const doing = (what: () => Promise<string | undefined>) => {
    what().then(
      (said) => {
        refresh()
        if (said !== undefined) void message.success(said)
      },
      (error: unknown) => void message.error({ content: sayFailure(error), duration: 8 }),
    )
  }
  /** On the server where it has the chart, so that everybody sees it; otherwise here. */
  const place = async (chart: HomeChart, listing: Omit<ChartListing, 'title'>) => {
    if (!chart.onServer) return services.charts.place(chart.id, listing)
    await server.change(chart.id, listing)
    if (chart.isHere) await services.charts.place(chart.id, cleared(listing))
  }
  return {
    rename: (chart, title) =>
      doing(async () => {
        if (chart.onServer) await server.change(chart.id, { title })
        else await renameHere(services, chart, title)
        return undefined
      }),
    duplicate: (chart) =>
      doing(async () => {
        const { storeNewChart } = await import('../openChart/keepNewChart.ts')
        const content = await contentOf(services, chart)
        const title = shelfText.copyTitle(content.header.title || home.untitled)
        const id = await storeNewChart(services, { ...content, header: { ...content.header, title } })
        if (chart.folder) await services.charts.place(id, { folder: chart.folder })
        return shelfText.duplicated(title)
      }),
    move: (chart, folder) =>
      doing(async () => {
        await place(chart, { folder })
        return shelfText.moved(chart.title || home.untitled, folder)
      }),
    setTemplate: (chart, isTemplate) =>
      doing(async () => {
        await place(chart, { isTemplate })
        const title = chart.title || home.untitled
        return isTemplate ? shelfText.madeTemplate(title) : shelfText.madeChart(title)
      }),
  }
}

/** What the server says is not also said here: one place, one truth. */
function cleared({ folder, isTemplate }: Omit<ChartListing, 'title'>): Omit<ChartListing, 'title'> {
  return {
    ...(folder !== undefined && { folder: '' }),
    ...(isTemplate !== undefined && { isTemplate: false }),
  }
}

async function renameHere(services: AppServices, { id }: HomeChart, title: string): Promise<void> {
  const { renameLocalChart } = await import('../openChart/localChart.ts')
  const edit = await renameLocalChart(services, id, title)
  if (!edit.ok) throw new Error(refusalText[edit.refusal.reason])
}

/** The server's where it has the chart: another's work may not be here yet. */
export async function contentOf(services: AppServices, { id, onServer }: HomeChart) {
  if (onServer) {
    const { readChartFile } = await import('../../files/chartFile/readChartFile.ts')
    return readChartFile(await services.api.charts.file(id), services.newId).chart
  }
  const { localChart } = await import('../openChart/localChart.ts')
  const chart = await localChart(services, id)
  if (!chart) throw new Error(shelfText.gone)
  return chart
}

function sayFailure(error: unknown): string {
  return error instanceof ServerError ? error.message : sayNotKept(error)
}
