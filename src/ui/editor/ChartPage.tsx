import { useEffect, useState } from 'react'
import { Button, Spin } from 'antd'
import type { Id } from '../../model/chart.ts'
import { editor } from '../../text/screen/screen.ts'
import { product } from '../../text/terms.ts'
import { missingText } from '../../text/screen/together.ts'
import { useAppServices } from '../base/appServices.ts'
import { navigate } from '../base/routes.ts'
import { initialSession, setSession } from '../openChart/session.ts'
import { ChartContext } from '../openChart/chartContext.ts'
import { AccessEnded } from './AccessEnded.tsx'
import { Editor } from './Editor.tsx'
import type { Opening } from '../openChart/openChart.ts'
import { openChart } from '../openChart/openChart.ts'
import { OpenChartContext } from '../openChart/openChartContext.ts'

/** Opens a chart on mount and closes it on unmount. */
export function ChartPage({ id }: { readonly id: Id }) {
  const services = useAppServices()
  const [opening, setOpening] = useState<Opening>({ state: 'opening' })
  useEffect(() => {
    setSession(initialSession)
    return openChart(services, id, setOpening)
  }, [services, id])
  switch (opening.state) {
    case 'opening':
      return (
        <main className="waiting">
          <Spin /> {editor.loading}
        </main>
      )
    case 'missing':
      return (
        <main className="waiting">
          <h1 className="unseen">{product}</h1>
          <p>{missingText[opening.why]}</p>
          <Button onClick={() => navigate({ at: 'home' })}>{editor.back}</Button>
        </main>
      )
    case 'ended':
      return <AccessEnded copies={opening.copies} unsaved={opening.unsaved} />
    case 'open':
      return (
        <OpenChartContext value={opening.chart}>
          <ChartContext value={opening.chart.doc}>
            <Editor id={id} />
          </ChartContext>
        </OpenChartContext>
      )
  }
}
