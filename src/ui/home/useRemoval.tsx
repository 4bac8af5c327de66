import { Button } from 'antd'
import { home } from '../../text/screen/screen.ts'
import { chartListText } from '../../text/screen/share.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import type { HomeChart } from './homeCharts.ts'
import { useToasts } from '../base/toastContext.ts'

/** s; how long the undo message is shown. */
const undoFor = 8

/**
 * Deletes a chart: to the bin of the server, or of this browser, each with undo; a copy of a chart that
 * the server has goes after a question.
 */
export function useRemoval(refresh: () => void): (chart: HomeChart) => void {
  const services = useAppServices()
  const server = useApi().charts
  const { message, modal } = useToasts()
  const failed = (error: unknown) => void message.error({ content: sayServerError(error), duration: 8 })
  const putBack = async (chart: HomeChart) => {
    message.destroy(chart.id)
    const back = mayTrash(chart) ? server.putBack(chart.id) : services.charts.bin(chart.id, undefined)
    await back.catch(failed)
    refresh()
  }
  const toBin = async (chart: HomeChart) => {
    try {
      await (mayTrash(chart) ? server.remove(chart.id) : services.charts.bin(chart.id, services.now()))
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
    return modal.confirm({
      title: chartListText.removeHere(title),
      okText: chartListText.remove,
      okButtonProps: { danger: true },
      onOk: async () => {
        await services.charts.remove(chart.id)
        refresh()
      },
    })
  }
  // The server may still have a chart with a role even if it does not answer now.
  return (chart) => void (mayTrash(chart) || chart.role === undefined ? toBin(chart) : fromHere(chart))
}

/** Only owners can move a chart to the trash, and only online. */
export function mayTrash({ role, onServer }: HomeChart): boolean {
  return onServer && role === 'owner'
}
