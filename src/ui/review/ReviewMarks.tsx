import { ViewportPortal } from '@xyflow/react'
import type { Rect } from '../../layout/arrangement.ts'
import type { ReviewMark } from '../../model/review/mark.ts'
import { canvasMark, markKindName } from '../../text/screen/review.ts'
import { useReviewing } from '../openChart/reviewing.ts'
import { setSession } from '../openChart/session.ts'
import type { Drawing } from '../openChart/useDrawing.ts'
import './ReviewMarks.css'

/** A flag at a step with its number of open marks; a click shows them. */
export function ReviewMarks({ drawing }: { readonly drawing: Drawing }) {
  const unsettled = useReviewing((reviewing) => reviewing.unsettled)
  if (drawing.edition.name === 'external') return null
  return (
    <ViewportPortal>
      {[...unsettled].map(([step, marks]) => {
        const rect = drawing.arrangement.steps[step]
        return rect && <Flag key={step} rect={rect} marks={marks} />
      })}
    </ViewportPortal>
  )
}

/** Units; the upper right corner belongs to the risk, the upper left one to what the rules find. */
const besideFindings = 16

interface FlagProps {
  readonly rect: Rect
  readonly marks: readonly ReviewMark[]
}

/** A flag, a shape that no other mark on the canvas has. */
function Flag({ rect, marks }: FlagProps) {
  const [first] = marks
  const title = canvasMark(marks.length, markKindName[first!.kind])
  const again = marks.some(({ state }) => state === 'returned')
  return (
    <button
      type="button"
      className={again ? 'review-flag review-flag-returned' : 'review-flag'}
      style={{ transform: `translate(${rect.x + besideFindings}px, ${rect.y - 18}px)` }}
      title={title}
      aria-label={title}
      onClick={() => setSession({ sidePanel: 'review', changeMarks: null, activeReviewMark: first!.id })}
    >
      <svg viewBox="0 0 28 22" width="28" height="22" aria-hidden="true">
        <path d="M2 1v20M2 2h24l-5 6.5 5 6.5H2" />
        <text x="11" y="13">
          {marks.length}
        </text>
      </svg>
    </button>
  )
}
