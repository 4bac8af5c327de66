import { writeChartFile } from '../../files/chartFile/writeChartFile.ts'
import type { Chart } from '../../model/chart.ts'
import { exportDialog } from '../../text/screen/exportDialog.ts'
import { editionName } from '../../text/terms.ts'
import { download } from '../base/download.ts'
import { fileTitle } from '../../text/paper/fileTitle.ts'

/** Downloads the whole chart as a file, for work that cannot be saved elsewhere. */
export function saveChartFile(chart: Chart): void {
  const blob = new Blob([writeChartFile(chart)], { type: 'application/json' })
  download({
    name: `${exportDialog.fileName(fileTitle(chart.header.title), editionName.internal)}.json`,
    blob,
  })
}
