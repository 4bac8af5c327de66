import { may } from '../../protocol/roles.ts'
import type { ChartAccess } from './session.ts'

/** May this person change the chart? The one place that says so on the screen; the server says so again. */
export function mayWrite(access: ChartAccess): boolean {
  return access === null || (access !== 'none' && may(access, 'write'))
}
