import type { Id } from '../../model/chart.ts'

/** The step that is drawn at a place of the screen; undefined if none is. */
export function stepUnder(x: number, y: number): Id | undefined {
  const node = document.elementsFromPoint(x, y).find((element) => element.closest('.react-flow__node'))
  return node?.closest('.react-flow__node')?.getAttribute('data-id') ?? undefined
}
