import { useState } from 'react'
import { home } from '../../text/screen/screen.ts'
import { shelfText } from '../../text/screen/shelfText.ts'
import { templateWords } from '../../text/templates/templateWords.ts'
import { useAppServices } from '../base/appServices.ts'
import type { AppServices } from '../base/appServices.ts'
import { ServerError } from '../base/api/httpClient.ts'
import { navigate } from '../base/routes.ts'
import { sayNotKept } from '../base/sayNotKept.ts'
import { useToasts } from '../base/toastContext.ts'
import type { HomeChart } from './homeCharts.ts'
import { MoreButton } from './MoreButton.tsx'
import { SketchPicture } from './SketchPicture.tsx'
import { contentOf, mayChange, useChartActions } from './useChartActions.tsx'
import type { HomeCharts } from './useHomeCharts.ts'
import { mayTrash, useRemoval } from './useRemoval.tsx'
import './Templates.css'

/** 自己的模板: charts, here or on the server, that new ones are made from. */
export function OwnTemplates({ kept: { charts, refresh } }: { readonly kept: HomeCharts }) {
  const templates = (charts ?? []).filter(({ isTemplate }) => isTemplate)
  const actions = useChartActions(refresh)
  const remove = useRemoval(refresh)
  const [making, begin] = useBeginFrom()
  if (templates.length === 0) return null
  return (
    <div className="template-group">
      <h3>{shelfText.ownTemplates}</h3>
      <ul>
        {templates.map((chart) => (
          <OwnTemplate
            key={chart.id}
            chart={chart}
            making={making === chart.id}
            onChoose={() => begin(chart)}
            onChart={() => actions.setTemplate(chart, false)}
            onRemove={() => remove(chart)}
          />
        ))}
      </ul>
    </div>
  )
}

interface OwnTemplateProps {
  readonly chart: HomeChart
  readonly making: boolean
  readonly onChoose: () => void
  readonly onChart: () => void
  readonly onRemove: () => void
}

function OwnTemplate({ chart, making, onChoose, onChart, onRemove }: OwnTemplateProps) {
  const title = chart.title || home.untitled
  const [menuOpen, setMenuOpen] = useState(false)
  const items = [
    {
      key: 'edit',
      label: shelfText.editTemplate,
      onClick: () => navigate({ at: 'chart', chart: chart.id }),
    },
    { key: 'chart', label: shelfText.noTemplate, disabled: !mayChange(chart), onClick: onChart },
    {
      key: 'remove',
      label: shelfText.remove,
      danger: true,
      disabled: !chart.isHere && !mayTrash(chart),
      onClick: onRemove,
    },
  ]
  return (
    <li className="own-template">
      <button type="button" className="template-card" aria-busy={making} onClick={onChoose}>
        <strong>{title}</strong>
        <SketchPicture sketch={chart.sketch ?? ''} />
        <small>{making ? templateWords.making : templateWords.steps(chart.steps)}</small>
      </button>
      <MoreButton label={shelfText.menuOf(title)} open={menuOpen} items={() => items} onOpen={setMenuOpen} />
    </li>
  )
}

/** Ignores a second click while a chart is being created, which would create two. */
function useBeginFrom(): readonly [string | null, (template: HomeChart) => void] {
  const services = useAppServices()
  const { message } = useToasts()
  const [making, setMaking] = useState<string | null>(null)
  const begin = (template: HomeChart) => {
    if (making !== null) return
    setMaking(template.id)
    chartFrom(services, template).catch((error: unknown) => {
      setMaking(null)
      const words = error instanceof ServerError ? error.message : sayNotKept(error)
      void message.error({ content: words, duration: 8 })
    })
  }
  return [making, begin]
}

/** What was said of the template's own case does not go along: when it was issued, and what was waived. */
async function chartFrom(services: AppServices, template: HomeChart): Promise<void> {
  const [{ beginChart }, { newChartFromTemplate }, { header, waivers: _waivers, ...content }] =
    await Promise.all([
      import('../openChart/keepNewChart.ts'),
      import('../../model/unit/newChart.ts'),
      contentOf(services, template),
    ])
  const { issuedOn: _issuedOn, code: _code, versionMark: _mark, preparedBy: _by, ...kept } = header
  await beginChart(services, { ...content, header: kept }, newChartFromTemplate)
}
