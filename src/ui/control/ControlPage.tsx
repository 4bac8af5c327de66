/** 防控: what becomes of measures and risks after the chart is drawn. */
import { useState } from 'react'
import { controlText } from '../../text/screen/controlText.ts'
import { riskArchiveText } from '../../text/screen/riskArchiveText.ts'
import { warningText } from '../../text/screen/warningText.ts'
import { FirstFrame } from '../base/FirstFrame.tsx'
import { MeasureDesk } from './MeasureDesk.tsx'
import { RiskDesk } from './RiskDesk.tsx'
import { WarningDesk } from './WarningDesk.tsx'
import './ControlPage.css'

const parts = {
  measures: controlText.measures,
  warnings: warningText.tab,
  risks: riskArchiveText.tab,
} as const

type Part = keyof typeof parts

export function ControlPage() {
  const [part, setPart] = useState<Part>(partAsked)
  const go = (next: Part) => {
    history.replaceState(null, '', next === 'measures' ? location.pathname : `?${next}`)
    setPart(next)
  }
  return (
    <FirstFrame at="control">
      <div className="control">
        <nav className="control-parts" aria-label={controlText.heading}>
          {(Object.keys(parts) as Part[]).map((each) => (
            <button
              key={each}
              type="button"
              aria-current={each === part ? 'page' : undefined}
              onClick={() => go(each)}
            >
              {parts[each]}
            </button>
          ))}
        </nav>
        {part === 'measures' && <MeasureDesk />}
        {part === 'warnings' && <WarningDesk />}
        {part === 'risks' && <RiskDesk />}
      </div>
    </FirstFrame>
  )
}

/** The part that the address names: /control?risks */
function partAsked(): Part {
  return (Object.keys(parts) as Part[]).find((part) => location.search === `?${part}`) ?? 'measures'
}
