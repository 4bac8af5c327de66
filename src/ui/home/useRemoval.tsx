import { Button } from 'antd'
import { home } from '../../text/screen/screen.ts'
import { chartListText } from '../../text/screen/share.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import type { HomeChart } from './homeCharts.ts'
import { useToasts } from '../base/toastContext.ts'

/** s; long enough to see that it was the wrong one. */
const undoFor = 8

/** A chart of the server goes to the bin, and one can say no afterwards; a copy that is only here is asked for before. */
export function useRemoval(refresh: () => void): (chart: HomeChart) => void {
  const services = useAppServices()
  const server = useApi().charts
  const { message, modal } = useToasts()
  const failed = (error: unknown) => void message.error({ content: sayServerError(error), duration: 8 })
  const putBack = async (chart: HomeChart) => {
    message.destroy(chart.id)
    await server.putBack(chart.id).catch(failed)
    refresh()
  }
  const toBin = async (chart: HomeChart) => {
    try {
      await server.remove(chart.id)
    } catch (error) {
      failed(error)
      return
    }
    refresh()
    void message.success({
      key: chart.id,
      duration: undoFor,
      content: (
        <>
          {chartListText.removeToBin(chart.title || home.untitled)}
          <Button type="link" size="small" onClick={() => void putBack(chart)}>
            {chartListText.undo}
          </Button>
        </>
      ),
    })
  }
  const fromHere = (chart: HomeChart) => {
    const title = chart.title || home.untitled
    // What was once on the server may be there still, though it does not answer now.
    const isThere = chart.role !== undefined
    return modal.confirm({
      title: isThere ? chartListText.removeHere(title) : home.removeAsk(title),
      okText: isThere ? chartListText.remove : home.remove,
      okButtonProps: { danger: true },
      onOk: async () => {
        await services.charts.remove(chart.id)
        refresh()
      },
    })
  }
  return (chart) => void (mayTrash(chart) ? toBin(chart) : fromHere(chart))
}

/** Only its owners put a chart in the bin, and only where the server hears of it. */
export function mayTrash({ role, onServer }: HomeChart): boolean {
  return onServer && role === 'owner'
}
