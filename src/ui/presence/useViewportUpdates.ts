import { useCallback, useEffect } from 'react'
import type { Viewport } from '@xyflow/react'
import { useOnViewportChange, useReactFlow, useStoreApi } from '@xyflow/react'
import { useCollaborators } from '../openChart/collaborators.ts'

/** Sends this person's pointer and visible area on the canvas to the others. */
export function useViewportUpdates(): void {
  const collaborators = useCollaborators()
  const store = useStoreApi()
  const { screenToFlowPosition, getViewport } = useReactFlow()
  const tellViewport = useCallback(
    ({ x, y, zoom }: Viewport) => {
      const { width, height } = store.getState()
      const middle = [(width / 2 - x) / zoom, (height / 2 - y) / zoom].map(Math.round)
      collaborators.tell({ viewport: [middle[0]!, middle[1]!, Math.round(zoom * 1000) / 1000] })
    },
    [collaborators, store],
  )
  useOnViewportChange({ onChange: tellViewport })
  useEffect(() => {
    tellViewport(getViewport())
    const canvas = store.getState().domNode
    const moved = (event: PointerEvent) => {
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false })
      collaborators.tell({ cursor: [Math.round(x), Math.round(y)] })
    }
    const left = () => collaborators.tell({ cursor: undefined })
    canvas?.addEventListener('pointermove', moved)
    canvas?.addEventListener('pointerleave', left)
    return () => {
      canvas?.removeEventListener('pointermove', moved)
      canvas?.removeEventListener('pointerleave', left)
      left()
    }
  }, [collaborators, store, screenToFlowPosition, getViewport, tellViewport])
}
