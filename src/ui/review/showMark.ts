import type { Chart } from '../../model/chart.ts'
import type { ReviewMark } from '../../model/review/mark.ts'
import { foundIn } from '../../model/review/targets.ts'
import { setSession, select, useSession } from '../openChart/session.ts'

/** Makes a mark current and scrolls to its place if that is on the canvas. */
export function showMark(chart: Chart, { id, target }: Pick<ReviewMark, 'id' | 'target'>): void {
  setSession({ activeReviewMark: id })
  const { steps } = foundIn(chart, target)
  const [first] = steps
  if (first === undefined) return
  select({ steps })
  useSession.getState().canvasApi?.show(first)
}
