import { createHash } from 'node:crypto'
import { writeChartFile } from '../files/chartFile/writeChartFile.ts'
import type { Chart } from '../model/chart.ts'

/** What a revision keeps. */
export interface RevisionFile {
  /** The canonical file of a chart. */
  readonly file: string
  /** SHA-256 of `file`, hex. */
  readonly hash: string
}

export function revisionFile(chart: Chart): RevisionFile {
  const file = writeChartFile(chart)
  return { file, hash: createHash('sha256').update(file).digest('hex') }
}
