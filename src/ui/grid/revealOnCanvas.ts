/** Canvas beside the grid: fits the chart on resize, and scrolls only if the step is out of view. */
import type { Id } from '../../model/chart.ts'
import { useSession } from '../openChart/session.ts'

/** Waits for the next frame, in which the canvas measures its new size. */
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
