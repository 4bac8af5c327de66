/** The type of a fix. */
import type { Chart, Id } from '../../model/chart.ts'
import type { Edit } from '../../model/edits/refusal.ts'
import type { Finding } from '../finding.ts'

/**
 * Decides the changes that fix a finding, as one edit; refuses if it would have to guess. Called with
 * throw-away ids, it tells whether a fix exists.
 */
export type Fix = (chart: Chart, found: Finding, newId: () => Id) => Edit
