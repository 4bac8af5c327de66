import { createHash } from 'node:crypto'
import { writeChartFile } from '../files/chartFile/writeChartFile.ts'
import type { Chart } from '../model/chart.ts'

/** The canonical file of a chart, and its SHA-256 in hex: what a revision keeps. */
export function revisionFile(chart: Chart): { readonly file: string; readonly hash: string } {
  const file = writeChartFile(chart)
  return { file, hash: createHash('sha256').update(file).digest('hex') }
}
