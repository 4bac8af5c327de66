import { Suspense } from 'react'
import { Button } from 'antd'
import PlusOutlined from '@ant-design/icons/PlusOutlined'
import { lazyPart } from '../base/lazyPart.tsx'
import type { RiskOwner } from '../../model/edits/risks.ts'
import { addRisk } from '../../model/edits/risks.ts'
import { riskPanel } from '../../text/screen/screen.ts'
import { useAppServices } from '../base/appServices.ts'
import { useChart, useEdit } from '../openChart/chartContext.ts'
import { RiskCard } from './RiskCard.tsx'
import './RiskFields.css'

/** Lazy: the library of suggestions is large. */
const RiskOffers = lazyPart(async () => (await import('./RiskOffers.tsx')).RiskOffers)

/** The risks of a step or of a post (思想道德、外部环境), each with level, category and measures. */
export function RiskFields({ owner }: { readonly owner: RiskOwner }) {
  const chart = useChart()
  const edit = useEdit()
  const { newId } = useAppServices()
  const step = 'step' in owner ? chart.steps.find((each) => each.id === owner.step) : undefined
  const risks = chart.risks.filter((risk) =>
    'step' in owner ? risk.step === owner.step : risk.post === owner.post && risk.step === undefined,
  )
  return (
    <section className="risks" aria-label={riskPanel.heading}>
      <header className="section-head">
        <h3>
          {riskPanel.heading}
          {risks.length > 0 && <span className="count">{risks.length}</span>}
        </h3>
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => edit((now) => addRisk(now, owner, {}, newId()))}
        >
          {riskPanel.add}
        </Button>
      </header>
      {risks.map((risk) => (
        <RiskCard key={risk.id} risk={risk} grading={chart.grading} />
      ))}
      {step && (
        <Suspense>
          <RiskOffers step={step} />
        </Suspense>
      )}
    </section>
  )
}
