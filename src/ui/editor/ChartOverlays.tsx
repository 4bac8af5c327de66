import { Suspense } from 'react'
import { lazyPart } from '../base/lazyPart.tsx'
import { useSomeoneHere } from '../openChart/collaborators.ts'
import { useReviewing } from '../openChart/reviewing.ts'
import { useSession } from '../openChart/session.ts'
import type { Drawing } from '../openChart/useDrawing.ts'

/** Loaded when somebody else is in the chart. */
const OthersOnCanvas = lazyPart(async () => (await import('../presence/OthersOnCanvas.tsx')).OthersOnCanvas)

/** Loaded when a comparison is open. */
const CanvasChangeMarks = lazyPart(
  async () => (await import('../history/CanvasChangeMarks.tsx')).CanvasChangeMarks,
)

/** Loaded when the review has marks. */
const ReviewMarks = lazyPart(async () => (await import('../review/ReviewMarks.tsx')).ReviewMarks)

/** Loaded when cases are shown on the chart. */
const CanvasCaseUse = lazyPart(async () => (await import('../replay/CanvasCaseUse.tsx')).CanvasCaseUse)

/** Overlays of presence, history and review on the canvas. */
export function ChartOverlays({ drawing }: { readonly drawing: Drawing }) {
  const someoneHere = useSomeoneHere()
  const compared = useSession((session) => session.changeMarks !== null)
  const reviewed = useReviewing(({ unsettled }) => unsettled.size > 0)
  const isUseShown = useSession(({ caseUse }) => caseUse !== null)
  return (
    <>
      <Suspense>{someoneHere && <OthersOnCanvas drawing={drawing} />}</Suspense>
      <Suspense>{compared && <CanvasChangeMarks drawing={drawing} />}</Suspense>
      <Suspense>{isUseShown && <CanvasCaseUse drawing={drawing} />}</Suspense>
      <Suspense>{reviewed && <ReviewMarks drawing={drawing} />}</Suspense>
    </>
  )
}
