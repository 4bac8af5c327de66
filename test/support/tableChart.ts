/** Charts of tables, for stories that begin with one and are not about reading it. */
import { readTable } from '../../src/files/tableReading/readTable.ts'
import { tableOf } from '../../src/files/tableSource/table.ts'
import type { Chart, Header } from '../../src/model/chart.ts'
import { counting } from './chartOf.ts'

/** Of a table as it stands on the clipboard: cells parted by tabs, none with a line end inside. */
export function chartOfTable(text: string, header: Header): Chart {
  const rows = text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
  const { chart } = readTable(tableOf(rows, []), counting())
  if (chart === null) throw new Error('no chart in this table')
  return { ...chart, header: { ...chart.header, ...header } }
}
