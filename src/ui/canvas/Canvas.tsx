import { Suspense } from 'react'
import { ReactFlowProvider } from '@xyflow/react'
import { lazyPart } from '../base/lazyPart.tsx'
import { editor } from '../../text/screen/screen.ts'
import { mayWrite } from '../openChart/mayWrite.ts'
import { useChart } from '../openChart/chartContext.ts'
import { useSession } from '../openChart/session.ts'
import { ArrangingSign, ChartSkeleton } from './ArrangingSign.tsx'
import { Drawn, type CanvasOverlays } from './Drawn.tsx'
import { Palette } from './Palette.tsx'
import { useClipboard } from './useClipboard.ts'
import { useDrawing } from '../openChart/useDrawing.ts'
import '@xyflow/react/dist/style.css'
import './Canvas.css'

/** Lazy: the menus are as large as the canvas and not needed at once. */
const CanvasMenu = lazyPart(async () => (await import('./CanvasMenu.tsx')).CanvasMenu)

/** The editable canvas: draws the same figures as paper; steps can be selected, moved, joined and named. */
export function Canvas({ overlays }: { readonly overlays: CanvasOverlays }) {
  const chart = useChart()
  const view = useSession((session) => session.view)
  const edition = useSession((session) => session.edition)
  const hasMenu = useSession((session) => session.menu !== null)
  const writable = useSession((session) => mayWrite(session.access))
  const { drawing, error } = useDrawing(chart, view, edition)
  useClipboard()
  return (
    <section className="canvas" aria-label={editor.canvas}>
      {edition === 'internal' && writable && <Palette />}
      {edition === 'external' && <p className="canvas-note">{editor.externalNote}</p>}
      {error !== null && (
        <p className="canvas-note" role="alert">
          {editor.arrangeFailed + error}
        </p>
      )}
      {drawing === null ? (
        <ChartSkeleton />
      ) : (
        <ReactFlowProvider key={`${drawing.view} ${drawing.edition.name}`}>
          <Drawn drawing={drawing} overlays={overlays} />
        </ReactFlowProvider>
      )}
      {drawing !== null && (drawing.view !== view || drawing.edition.name !== edition) && <ArrangingSign />}
      {hasMenu && (
        <Suspense>
          <CanvasMenu />
        </Suspense>
      )}
    </section>
  )
}
