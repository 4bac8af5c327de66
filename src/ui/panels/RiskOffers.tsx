import { useMemo, useState } from 'react'
import type { Step } from '../../model/chart.ts'
import { adoptRisk } from '../../model/edits/adoptRisk.ts'
import { riskPanel } from '../../text/screen.ts'
import { useHouse } from '../house.ts'
import { useChart, useEdit } from '../room/chartContext.ts'
import { suggestedRisks } from './suggestions.ts'

/** Risks that steps like this one mostly have. Offered, never filled in. */
export function RiskOffers({ step }: { readonly step: Step }) {
  const chart = useChart()
  const edit = useEdit()
  const { newId } = useHouse()
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
