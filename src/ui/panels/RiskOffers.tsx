import { useMemo, useState } from 'react'
import type { Risk, Step } from '../../model/chart.ts'
import { addMeasure } from '../../model/edits/risks.ts'
import { adoptRisk } from '../../model/edits/adoptRisk.ts'
import { riskPanel } from '../../text/screen/screen.ts'
import { useAppServices } from '../base/appServices.ts'
import { useChart, useEdit } from '../openChart/chartContext.ts'
import { suggestedMeasures, suggestedRisks } from './suggestedRisks.ts'
import './RiskOffers.css'

/** Suggests common risks of similar steps. Never fills them in. */
export function RiskOffers({ step }: { readonly step: Step }) {
  const chart = useChart()
  const edit = useEdit()
  const { newId } = useAppServices()
  const [open, setOpen] = useState(false)
  const offers = useMemo(() => suggestedRisks(chart, step), [chart, step])
  if (offers.length === 0) return null
  return (
    <div className="offers">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {riskPanel.offers(offers.length)}
      </button>
      {open && (
        <ul>
          {offers.map((offer) => (
            <li key={offer.text}>
              <button
                type="button"
                title={offer.measures.join('\n')}
                onClick={() => edit((now) => adoptRisk(now, step.id, offer, newId))}
              >
                <span>{offer.text}</span>
                <small>
                  {offer.from === 'chart' ? riskPanel.fromChart : ''}
                  {offer.measures.join('；')}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Maximum number of suggested measures under a risk. */
const measuresOffered = 3

/** Suggests common measures against a risk. */
export function MeasureOffers({ risk }: { readonly risk: Risk }) {
  const chart = useChart()
  const edit = useEdit()
  const { newId } = useAppServices()
  const offers = useMemo(() => suggestedMeasures(chart, risk).slice(0, measuresOffered), [chart, risk])
  return offers.map((text) => (
    <button
      key={text}
      type="button"
      className="measure-offer"
      onClick={() => edit((now) => addMeasure(now, risk.id, text, newId()))}
    >
      {riskPanel.offerMeasure(text)}
    </button>
  ))
}
