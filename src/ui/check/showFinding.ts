import type { Finding } from '../../checks/finding.ts'
import { select, useSession } from '../openChart/session.ts'

/** Selects the place of a finding and scrolls to it. */
export function showFinding({ steps, flowlines }: Pick<Finding, 'steps' | 'flowlines'>): void {
  select({ steps, ...(steps.length === 0 && flowlines ? { flowlines } : {}) })
  if (steps[0] !== undefined) useSession.getState().canvasApi?.show(steps[0])
}
