import { useCallback } from 'react'
import { Button, Spin } from 'antd'
import type { ListedChart } from '../../protocol/api.ts'
import { momentWords, serverTrouble } from '../../text/screen/history.ts'
import { home } from '../../text/screen/screen.ts'
import { chartListText } from '../../text/screen/share.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useRequest } from '../base/api/useRequest.ts'
import { useToasts } from '../base/toastContext.ts'
import './ChartList.css'

/** 回收站: charts deleted on the server in the last 30 days, which can be restored. */
export function Trash({ onClose }: { readonly onClose: () => void }) {
  const server = useApi().charts
  const { message } = useToasts()
  const [binned, again] = useRequest(useCallback(async () => server.listTrash(), [server]))
  const putBack = async ({ id, title }: ListedChart) => {
    try {
      await server.putBack(id)
      void message.success(chartListText.putBackDone(title || home.untitled))
    } catch (error) {
      void message.error({ content: sayServerError(error), duration: 8 })
    }
    again()
  }
  return (
    <section className="chart-list" aria-label={chartListText.binHeading}>
      <header className="section-head">
        <h2>{chartListText.binHeading}</h2>
        <Button type="text" size="small" onClick={onClose}>
          {chartListText.binBack}
        </Button>
      </header>
      <p className="field-help">{chartListText.binNote}</p>
      {binned.state === 'loading' && <Spin />}
      {binned.state === 'failed' && (
        <p role="alert">
          {binned.words} <Button onClick={again}>{serverTrouble.again}</Button>
        </p>
      )}
      {binned.state === 'loaded' && (
        <Binned charts={binned.value} onPutBack={(chart) => void putBack(chart)} />
      )}
    </section>
  )
}

interface BinnedProps {
  readonly charts: readonly ListedChart[]
  readonly onPutBack: (chart: ListedChart) => void
}

function Binned({ charts, onPutBack }: BinnedProps) {
  const { now } = useAppServices()
  if (charts.length === 0) return <p className="field-help">{chartListText.binNone}</p>
  const today = new Date(now())
  return (
    <ul>
      {charts.map((chart) => (
        <li key={chart.id}>
          <span className="chart-row chart-row-binned">
            <strong>{chart.title || home.untitled}</strong>
            <span>{chart.unit}</span>
            <span>{home.steps(chart.steps)}</span>
            <span>{chartListText.deletedAt(momentWords(new Date(chart.deletedAt ?? 0), today))}</span>
          </span>
          <Button size="small" onClick={() => onPutBack(chart)}>
            {chartListText.putBack}
          </Button>
        </li>
      ))}
    </ul>
  )
}
