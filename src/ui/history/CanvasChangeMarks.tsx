import { ViewportPortal } from '@xyflow/react'
import type { Drawing } from '../openChart/useDrawing.ts'
import { useSession } from '../openChart/session.ts'
import { ChangeMarksSvg } from './ChangeMarksSvg.tsx'
import './CanvasChangeMarks.css'

/** Marks of the open comparison, over the canvas. */
export function CanvasChangeMarks({ drawing }: { readonly drawing: Drawing }) {
  const marks = useSession((session) => session.changeMarks)
  if (marks === null) return null
  return (
    <ViewportPortal>
      <svg className="canvas-marks" aria-hidden="true">
        <ChangeMarksSvg arrangement={drawing.arrangement} marks={marks} behind={drawing.behind} />
      </svg>
    </ViewportPortal>
  )
}
