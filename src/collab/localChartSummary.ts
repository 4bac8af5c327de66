import type { Role } from '../protocol/roles.ts'

/** What the list of charts shows, so that it need not open them. */
export interface LocalChartSummary {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly steps: number
  /** Milliseconds since 1970, of the last change. */
  readonly changedAt: number
  /** What the server last said one may do. Left out where the chart was made here and no server has it. */
  readonly role?: Role
}
