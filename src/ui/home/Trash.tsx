import { useCallback } from 'react'
import { Button } from 'antd'
import type { LocalChartSummary } from '../../collab/localChartSummary.ts'
import { momentWords } from '../../text/screen/history.ts'
import { serverTrouble } from '../../text/screen/serverTrouble.ts'
import { home } from '../../text/screen/screen.ts'
import { chartListText } from '../../text/screen/share.ts'
import { shelfText } from '../../text/screen/shelfText.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useRequest } from '../base/api/useRequest.ts'
import { useToasts } from '../base/toastContext.ts'
import { RowSkeleton } from './RowSkeleton.tsx'
import { SketchPicture } from './SketchPicture.tsx'
import './ChartList.css'

interface TrashProps {
  /** Those of this browser that no server has. */
  readonly here: readonly LocalChartSummary[]
  readonly onChange: () => void
  readonly onClose: () => void
}

/** 回收站: charts deleted here or on the server in the last 30 days, which can be restored. */
export function Trash({ here, onChange, onClose }: TrashProps) {
  const services = useAppServices()
  const server = useApi().charts
  const [asked, again] = useRequest(
    useCallback(
      async () => (services.person.read() === undefined ? [] : server.listTrash()),
      [server, services],
    ),
  )
  const acts = useBinActs(() => {
    onChange()
    again()
  })
  const there = asked.state === 'loaded' ? asked.value : []
  const all = [
    ...here.map((chart) => ({ chart, isHere: true, at: chart.binnedAt ?? 0 })),
    ...there.map((chart) => ({ chart, isHere: false, at: chart.deletedAt ?? 0 })),
  ].sort((a, b) => b.at - a.at)
  return (
    <section className="chart-list" aria-label={chartListText.binHeading}>
      <header className="section-head">
        <h2>{chartListText.binHeading}</h2>
        <Button type="text" size="small" onClick={onClose}>
          {chartListText.binBack}
        </Button>
      </header>
      <p className="field-help">{chartListText.binNote}</p>
      {asked.state === 'loading' && all.length === 0 && <RowSkeleton />}
      {asked.state === 'failed' && (
        <p role="alert">
          {shelfText.binFailed} {asked.words} <Button onClick={again}>{serverTrouble.again}</Button>
        </p>
      )}
      {asked.state === 'loaded' && all.length === 0 && <p className="field-help">{chartListText.binNone}</p>}
      <ul>
        {all.map((binned) => (
          <BinnedRow key={binned.chart.id} {...binned} acts={acts} />
        ))}
      </ul>
    </section>
  )
}

type Binned = Pick<LocalChartSummary, 'id' | 'title' | 'unit' | 'steps' | 'sketch'>

interface BinnedRowProps {
  readonly chart: Binned
  readonly isHere: boolean
  /** ms since 1970 */
  readonly at: number
  readonly acts: ReturnType<typeof useBinActs>
}

function BinnedRow({ chart, isHere, at, acts }: BinnedRowProps) {
  const { now } = useAppServices()
  return (
    <li className="chart-entry">
      <span className="chart-row chart-row-binned">
        <SketchPicture sketch={chart.sketch ?? ''} />
        <span className="chart-name">
          <strong>{chart.title || home.untitled}</strong>
          {isHere && <span className="mark-word mark-off">{shelfText.binnedHere}</span>}
        </span>
        <span>{chart.unit}</span>
        <span>{home.steps(chart.steps)}</span>
        <span>{chartListText.deletedAt(momentWords(new Date(at), new Date(now())))}</span>
      </span>
      <Button size="small" onClick={() => acts.putBack(chart, isHere)}>
        {chartListText.putBack}
      </Button>
      {isHere && (
        <Button size="small" danger type="text" onClick={() => acts.removeForGood(chart)}>
          {shelfText.forGood}
        </Button>
      )}
    </li>
  )
}

function useBinActs(onDone: () => void) {
  const services = useAppServices()
  const { message, modal } = useToasts()
  const putBack = async ({ id, title }: Binned, isHere: boolean) => {
    try {
      await (isHere ? services.charts.bin(id, undefined) : services.api.charts.putBack(id))
      void message.success(chartListText.putBackDone(title || home.untitled))
    } catch (error) {
      void message.error({ content: sayServerError(error), duration: 8 })
    }
    onDone()
  }
  return {
    putBack: (chart: Binned, isHere: boolean) => void putBack(chart, isHere),
    removeForGood: ({ id, title }: Binned) =>
      void modal.confirm({
        title: shelfText.forGoodAsk(title || home.untitled),
        okText: shelfText.forGood,
        okButtonProps: { danger: true },
        onOk: async () => {
          await services.charts.remove(id)
          onDone()
        },
      }),
  }
}
