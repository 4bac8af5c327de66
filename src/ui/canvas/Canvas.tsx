import { lazy, Suspense } from 'react'
import { ReactFlowProvider } from '@xyflow/react'
import { editor } from '../../text/screen/screen.ts'
import { mayWrite } from '../openChart/mayWrite.ts'
import { useChart } from '../openChart/chartContext.ts'
import { useReviewing } from '../openChart/reviewing.ts'
import { useSession } from '../openChart/session.ts'
import { Drawn } from './Drawn.tsx'
import { Palette } from './Palette.tsx'
import { useClipboard } from './useClipboard.ts'
import { useDrawing } from '../openChart/useDrawing.ts'
import '@xyflow/react/dist/style.css'
import './canvas.css'

/** Menus weigh as much as the canvas itself, and nobody opens one at once. */
const CanvasMenu = lazy(async () => ({ default: (await import('./CanvasMenu.tsx')).CanvasMenu }))

/** Fetched where there are marks of a review. */
const ReviewMarks = lazy(async () => ({ default: (await import('../review/ReviewMarks.tsx')).ReviewMarks }))

/** The chart as one works on it: the same figures as on paper, to be selected, moved, joined and named. */
export function Canvas() {
  const chart = useChart()
  const { view, edition, menu, access } = useSession()
  const { drawing, error } = useDrawing(chart, view, edition)
  const marked = useReviewing(({ unsettled }) => unsettled.size > 0)
  useClipboard()
  return (
    <section className="canvas" aria-label={editor.canvas}>
      {edition === 'internal' && mayWrite(access) && <Palette />}
      {edition === 'external' && <p className="canvas-note">{editor.externalNote}</p>}
      {error !== null && (
        <p className="canvas-note" role="alert">
          {editor.arrangeFailed + error}
        </p>
      )}
      {drawing === null ? (
        <div className="waiting">{editor.arranging}</div>
      ) : (
        <ReactFlowProvider key={`${drawing.view} ${drawing.edition.name}`}>
          <Drawn drawing={drawing} />
          {marked && (
            <Suspense>
              <ReviewMarks drawing={drawing} />
            </Suspense>
          )}
        </ReactFlowProvider>
      )}
      {menu !== null && (
        <Suspense>
          <CanvasMenu />
        </Suspense>
      )}
    </section>
  )
}
