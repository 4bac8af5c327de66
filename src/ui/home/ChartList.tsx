import { App, Button } from 'antd'
import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import type { ChartSummary } from '../../collab/localCharts.ts'
import { home } from '../../text/screen.ts'
import { useHouse } from '../house.ts'
import { goTo } from '../place.ts'

interface ChartListProps {
  readonly charts: readonly ChartSummary[]
  readonly onRemoved: () => void
}

/** The charts that this browser keeps, the latest first. */
export function ChartList({ charts, onRemoved }: ChartListProps) {
  const house = useHouse()
  const { modal } = App.useApp()
  const remove = (chart: ChartSummary) =>
    modal.confirm({
      title: home.removeAsk(chart.title || home.untitled),
      okText: home.remove,
      okButtonProps: { danger: true },
      onOk: async () => {
        await house.charts.remove(chart.id)
        onRemoved()
      },
    })
  return (
    <section className="chart-list" aria-label={home.recent}>
      <h2>{home.recent}</h2>
      {charts.length === 0 && <p className="field-help">{home.none}</p>}
      <ul>
        {charts.map((chart) => (
          <li key={chart.id}>
            <button
              type="button"
              className="chart-row"
              onClick={() => goTo({ at: 'chart', chart: chart.id })}
            >
              <strong>{chart.title || home.untitled}</strong>
              <span>{chart.unit}</span>
              <span>{home.steps(chart.steps)}</span>
              <time>
                {new Date(chart.changedAt).toLocaleString('zh-CN', {
                  dateStyle: 'medium',
                  timeStyle: 'short',
                })}
              </time>
            </button>
            <Button
              type="text"
              aria-label={home.remove}
              icon={<DeleteOutlined />}
              onClick={() => remove(chart)}
            />
          </li>
        ))}
      </ul>
      {charts.length > 0 && <p className="field-help">{home.kept}</p>}
    </section>
  )
}
