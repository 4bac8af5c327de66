import { Suspense, useState } from 'react'
import { lazyPart } from '../base/lazyPart.tsx'
import type { Post } from '../../model/chart.ts'
import { riskGrading } from '../../text/screen/riskGrading.ts'
import { useChart } from '../openChart/chartContext.ts'
import './RiskOffers.css'

const RiskFields = lazyPart(async () => (await import('./RiskFields.tsx')).RiskFields)

/** Risks of a post that belong to no step; collapsed by default. */
export function PostRisks({ post }: { readonly post: Post }) {
  const { risks } = useChart()
  const [open, setOpen] = useState(false)
  const count = risks.filter((risk) => risk.post === post.id && risk.step === undefined).length
  return (
    <div className="offers">
      <button
        type="button"
        aria-expanded={open}
        aria-label={`${post.name} ${riskGrading.ofPost(count)}`}
        onClick={() => setOpen(!open)}
      >
        {riskGrading.ofPost(count)}
      </button>
      {open && (
        <Suspense>
          <RiskFields owner={{ post: post.id }} />
        </Suspense>
      )}
    </div>
  )
}
