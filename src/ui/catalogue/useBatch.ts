import type { Severity } from '../../checks/finding.ts'
import { runChecks } from '../../checks/runChecks.ts'
import { chartBundle, type Exported } from '../../files/catalogue/chartBundle.ts'
import type { CatalogueChart, CatalogueRow } from '../../model/catalogue/row.ts'
import type { Chart } from '../../model/chart.ts'
import { batchText } from '../../text/screen/catalogue.ts'
import { sayFinding } from '../../text/messages/findings.ts'
import { dayWords } from '../../text/screen/review.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { currentOf } from '../openChart/usePublications.ts'
import { download } from '../base/download.ts'
import { useUnit } from '../base/unit/useUnit.ts'
import { chartOf, exportedChart, unitDress, type BatchWish, type Printed } from './exportedChart.ts'
import type { Catalogue } from './useCatalogue.ts'
import { useBatchRun, type BatchItem, type Ran, type RunEnd } from './useBatchRun.ts'

export interface SaidFinding {
  readonly severity: Severity
  readonly words: string
}

export interface BatchValue {
  readonly findings?: readonly SaidFinding[]
  readonly exported?: Exported
}

export type BatchDone = Ran<BatchValue>

interface Batch {
  readonly job: 'check' | 'export'
  readonly rows: readonly CatalogueRow[]
  readonly charts: readonly CatalogueChart[]
  readonly catalogue: Catalogue
  readonly wish: BatchWish
}

interface Item extends BatchItem {
  readonly isPublic: boolean
  readonly pageStyle: (chart: Chart) => Printed['pageStyle']
}

/** Runs a batch: checks every chart, or exports it to files. */
export function useBatch({ job, rows, charts, catalogue, wish }: Batch) {
  const services = useAppServices()
  const server = useApi().catalogue
  const chartApi = useApi().charts
  const unit = useUnit()
  const unitServer = useApi().unit
  const run = useBatchRun(async ({ id, isPublic, pageStyle }: Item): Promise<BatchValue> => {
    const chart = await chartOf(id, services, catalogue.isLocal ? null : server)
    if (job === 'check') return { findings: foundIn(chart) }
    const isPosted = wish.edition === 'external' && isPublic
    const publicAddress = isPosted ? (currentOf(await chartApi.publications(id))?.link ?? null) : null
    return {
      exported: await exportedChart(chart, wish, { pageStyle: pageStyle(chart), publicAddress }, services),
    }
  })
  const start = async () => {
    const pageStyle = await unitDress(unit, unitServer)
    return run.start(
      charts.map(({ id, title, published }) => ({ id, title, pageStyle, isPublic: published !== undefined })),
      async (end) => {
        if (job === 'export' && !end.isStopped) await handOver(end, rows, wish, dayWords(services.now()))
      },
    )
  }
  return { ...run, start }
}

const gravest: readonly Severity[] = ['error', 'warning', 'hint']

function foundIn(chart: Chart): readonly SaidFinding[] {
  const { findings } = runChecks(chart)
  return gravest.flatMap((severity) =>
    findings
      .filter((finding) => finding.severity === severity)
      .map((finding) => ({ severity, words: sayFinding(finding, chart) })),
  )
}

/** Downloads the successful exports as one zip; nothing if there are none. */
async function handOver(
  { done }: RunEnd<BatchValue>,
  rows: readonly CatalogueRow[],
  wish: BatchWish,
  date: string,
): Promise<void> {
  const exported = done.flatMap((result) =>
    result.ok && result.value.exported ? [result.value.exported] : [],
  )
  if (exported.length === 0) return
  const failed = done.flatMap((result) => (result.ok ? [] : [batchText.failure(result.title, result.why)]))
  const zip = await chartBundle({ exported, rows, failed, wish, date })
  download({ name: `${batchText.zipName(date)}.zip`, blob: new Blob([zip], { type: 'application/zip' }) })
}
