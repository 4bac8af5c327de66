/** The canvas beside the grid: shown whole when the room changes, and moved only when a step is out of sight. */
import type { Id } from '../../model/chart.ts'
import { useSession } from '../openChart/session.ts'

/** After the canvas has heard of its new size: it measures itself in the next frame. */
export function fitCanvasSoon(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => useSession.getState().canvasApi?.fit()))
}

export function revealOnCanvas(step: Id): void {
  const node = document.querySelector(`.react-flow__node[data-id="${CSS.escape(step)}"]`)
  const canvas = document.querySelector('.react-flow')
  if (!canvas || (node && isWithin(node.getBoundingClientRect(), canvas.getBoundingClientRect()))) return
  useSession.getState().canvasApi?.show(step)
}

function isWithin(inner: DOMRect, outer: DOMRect): boolean {
  const x = (inner.left + inner.right) / 2
  const y = (inner.top + inner.bottom) / 2
  return x > outer.left && x < outer.right && y > outer.top && y < outer.bottom
}
