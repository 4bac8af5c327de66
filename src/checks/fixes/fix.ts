/** What mending a finding takes. */
import type { Chart, Id } from '../../model/chart.ts'
import type { Edit } from '../../model/edits/refusal.ts'
import type { Finding } from '../finding.ts'

/**
 * Decides the changes that mend a finding, as one edit; refuses where it would have to
 * guess. Asked with ids to throw away, it tells whether there is a fix at all.
 */
export type Fix = (chart: Chart, found: Finding, newId: () => Id) => Edit
