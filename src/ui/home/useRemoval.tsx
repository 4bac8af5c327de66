import { Button } from 'antd'
import { home } from '../../text/screen/screen.ts'
import { chartListText } from '../../text/screen/share.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import type { HomeChart } from './homeCharts.ts'
import { useToasts } from '../base/toastContext.ts'

/** s; how long the undo message is shown. */
const undoFor = 8

/** Deletes a chart: to the trash with undo if the server has it; after confirmation if it is only here. */
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
    // The server may still have the chart even if it does not answer now.
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

/** Only owners can move a chart to the trash, and only online. */
export function mayTrash({ role, onServer }: HomeChart): boolean {
  return onServer && role === 'owner'
}
