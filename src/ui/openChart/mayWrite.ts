import { may } from '../../protocol/roles.ts'
import type { ChartAccess } from './session.ts'

/** Whether this person may change the chart. Only for the screen; the server checks again. */
export function mayWrite(access: ChartAccess): boolean {
  return access === null || (access !== 'none' && may(access, 'write'))
}
