import { useEffect, useRef } from 'react'
import type { ReactFlowInstance } from '@xyflow/react'
import { getViewportForBounds, useStoreApi } from '@xyflow/react'
import type { Id } from '../../model/chart.ts'
import { setSession } from '../openChart/session.ts'
import type { FlowlineEdgeType } from './FlowlineEdge.tsx'
import type { StepNodeType } from './StepNode.tsx'
import type { Drawing } from '../openChart/useDrawing.ts'

type Flow = ReactFlowInstance<StepNodeType, FlowlineEdgeType>

/** Publishes the canvas API in the session; returns the handler for React Flow's `onInit`. */
export function useCanvasApi(drawing: Drawing): (flow: Flow) => void {
  const store = useStoreApi()
  const latest = useRef(drawing)
  useEffect(() => {
    latest.current = drawing
  })
  useEffect(() => () => setSession({ canvasApi: null }), [])
  return (flow) => {
    const fit = () => {
      const { width, height } = store.getState()
      void flow.setViewport(wholeViewport(latest.current, width, height))
    }
    fit()
    setSession({
      canvasApi: {
        fit,
        actualSize: () => void flow.zoomTo(1),
        show: (step) => showStep(flow, latest.current, step),
      },
    })
  }
}

/** Replaces React Flow's fitView, which ignores lane heads, outer return lines and the palette. */
function wholeViewport({ arrangement, edition }: Drawing, width: number, height: number) {
  const left = edition.name === 'internal' && width > narrow ? besidePalette : 0
  const bounds = { x: 0, y: 0, width: arrangement.width, height: arrangement.height }
  const viewport = getViewportForBounds(bounds, width - left, height - underBar, 0.1, 1.1, 0.03)
  return { ...viewport, x: viewport.x + left, y: viewport.y + underBar }
}

/** px; padding for what overlays the edges of the canvas. */
const besidePalette = 84
const underBar = 44
const narrow = 720

function showStep(flow: Flow, { arrangement }: Drawing, step: Id): void {
  const rect = arrangement.steps[step]
  if (rect)
    void flow.setCenter(rect.x + rect.width / 2, rect.y + rect.height / 2, {
      zoom: Math.max(flow.getZoom(), 0.8),
    })
}
