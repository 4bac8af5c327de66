/** Chooses between the drawing and the text of a file that has both. */
import { readDocument } from './documentSource/readDocument.ts'
import { fileKindOf } from './documentSource/fileKind.ts'
import { readFlows } from './documentReading/readFlows.ts'
import type { DrawnReading, DrawnRefusal } from './drawnChart/drawnReading.ts'
import { isDrawn, readDrawnChart, type DrawnOptions } from './drawnChart/readDrawnChart.ts'
import { tablesOf } from './documentSource/tablesOf.ts'
import { withTable, withRiskTables } from './tablesBeside.ts'

/**
 * The drawing in a file; undefined where there is none, and where a table of the file is surely a
 * flow of at least as many steps: some figures beside it are no chart then. A drawing that is taken
 * says that there is a table. Where both tell of the same steps, what the drawing does not say of them
 * is taken from the table, and the risks of a list beside it are given to its steps. With `page` the drawing is what is asked for.
 */
export async function drawnInFile(
  bytes: Uint8Array,
  fileName: string,
  options: DrawnOptions,
): Promise<DrawnReading | DrawnRefusal | undefined> {
  const drawn = readDrawnChart(bytes, fileName, options)
  if (!drawn || !isDrawn(drawn) || options.page !== undefined) return drawn
  const kind = fileKindOf(bytes, fileName)
  if (kind !== 'docx' && kind !== 'xlsx') return drawn
  const document = await readDocument(bytes, fileName)
  const { readings } = readFlows(document, counting())
  const table = readings.find((reading) => reading.kind === 'table')
  const steps = table?.reading.chart?.steps.length ?? 0
  const withRisks = (reading: DrawnReading) => withRiskTables(reading, tablesOf(document), options.newId)
  if (!table || steps < 2) return withRisks(drawn)
  const told = withTable(drawn.chart, table.reading.chart!)
  if (told) return withRisks({ ...drawn, chart: told })
  if (table === readings[0] && table.doubts.length === 0 && steps >= drawn.chart.steps.length)
    return undefined
  return withRisks({ ...drawn, left: [...drawn.left, { fault: 'tableBeside', other: steps }] })
}

function counting(): () => string {
  let count = 0
  return () => String((count += 1))
}
