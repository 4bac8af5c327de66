/** What the store keeps of a chart besides its content: what lists show. */

export interface KeptChart {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly steps: number
  readonly createdAt: number
  readonly changedAt: number
  /** Time of deletion; in the bin since. */
  readonly deletedAt?: number
  /** As `sketchOf` writes it; of charts that were not changed since it exists, none. */
  readonly sketch?: string
  /** Where the lists show it; without one: in none. */
  readonly folder?: string
  /** New charts are made from it: it stands beside the ready-made ones. */
  readonly isTemplate?: true
}

export type Description = Pick<KeptChart, 'title' | 'unit' | 'steps' | 'changedAt' | 'sketch'>

/** Where a chart stands in lists. Absent: as before; an empty folder: in none. */
export interface ListPlace {
  readonly folder?: string | undefined
  readonly isTemplate?: boolean | undefined
}
