import type { Role } from '../protocol/roles.ts'

/** List entry of a chart, so that the list opens no chart. */
export interface LocalChartSummary {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly steps: number
  /** Milliseconds since 1970, of the last change. */
  readonly changedAt: number
  /** The chart as a few letters, for its picture in the list; of charts written since it exists. */
  readonly sketch?: string
  /** Where the list shows it, unless the server says otherwise. */
  readonly folder?: string
  /** New charts are made from it. */
  readonly isTemplate?: true
  /** Milliseconds since 1970; in this browser's bin since then. */
  readonly binnedAt?: number
  /** Role last reported by the server. Absent for a chart that no server has. */
  readonly role?: Role
  /** The right to it has ended: kept, but neither listed nor shown until the server gives it again. */
  readonly locked?: true
}
