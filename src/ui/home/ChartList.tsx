import { Suspense, useState } from 'react'
import { Button, Spin } from 'antd'
import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import { lazyPart } from '../base/lazyPart.tsx'
import { home } from '../../text/screen/screen.ts'
import { chartListText, roleName } from '../../text/screen/share.ts'
import { navigate } from '../base/routes.ts'
import type { ChartBadge, HomeChart } from './homeCharts.ts'
import { chartBadgesOf } from './homeCharts.ts'
import { useHomeCharts } from './useHomeCharts.ts'
import { mayTrash, useRemoval } from './useRemoval.tsx'
import './ChartList.css'

const Bin = lazyPart(async () => (await import('./Trash.tsx')).Trash)

/** Charts of this browser and of the server, latest first. */
export function ChartList() {
  const { charts, server, refresh } = useHomeCharts()
  const [binOpen, setBinOpen] = useState(false)
  const remove = useRemoval(refresh)
  if (charts === null) return <Spin />
  if (binOpen)
    return (
      <Suspense>
        <Bin
          onClose={() => {
            setBinOpen(false)
            refresh()
          }}
        />
      </Suspense>
    )
  return (
    <section className="chart-list" aria-label={home.recent}>
      <header className="section-head">
        <h2>{home.recent}</h2>
        {server !== null && server.bin.length > 0 && (
          <Button type="text" size="small" onClick={() => setBinOpen(true)}>
            {chartListText.bin}
            <span className="count">{server.bin.length}</span>
          </Button>
        )}
      </header>
      {charts.length === 0 && <p className="field-help">{home.none}</p>}
      <ul>
        {charts.map((chart) => (
          <li key={chart.id}>
            <ChartRow chart={chart} marks={chartBadgesOf(chart, server)} />
            {(chart.isHere || mayTrash(chart)) && (
              <Button
                type="text"
                aria-label={home.remove}
                icon={<DeleteOutlined />}
                onClick={() => remove(chart)}
              />
            )}
          </li>
        ))}
      </ul>
      {charts.length > 0 && (
        <p className="field-help">
          {charts.some(({ onServer }) => onServer) ? chartListText.keptOnServer : home.kept}
        </p>
      )}
    </section>
  )
}

interface ChartRowProps {
  readonly chart: HomeChart
  readonly marks: readonly ChartBadge[]
}

function ChartRow({ chart, marks }: ChartRowProps) {
  return (
    <button type="button" className="chart-row" onClick={() => navigate({ at: 'chart', chart: chart.id })}>
      <span className="chart-name">
        <strong>{chart.title || home.untitled}</strong>
        {marks.map((mark) => (
          <span key={mark} className={mark === 'role' ? 'mark-word' : 'mark-word mark-off'}>
            {sayMark(mark, chart)}
          </span>
        ))}
      </span>
      <span>{chart.unit}</span>
      <span>{home.steps(chart.steps)}</span>
      <time>
        {new Date(chart.changedAt).toLocaleString('zh-CN', {
          dateStyle: 'medium',
          timeStyle: 'short',
        })}
      </time>
    </button>
  )
}

function sayMark(mark: ChartBadge, { role }: HomeChart): string {
  return mark === 'role' ? roleName[role ?? 'viewer'] : chartListText[mark]
}
