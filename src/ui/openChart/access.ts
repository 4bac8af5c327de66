import { may } from '../../protocol/roles.ts'
import type { Access } from './session.ts'

/** May this person change the chart? The one place that says so on the screen; the server says so again. */
export function mayWrite(access: Access): boolean {
  return access === null || (access !== 'none' && may(access, 'write'))
}
