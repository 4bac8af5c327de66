import { useRef, useState } from 'react'
import type { Severity } from '../../checks/finding.ts'
import { runChecks } from '../../checks/runChecks.ts'
import type { CatalogueChart, CatalogueRow } from '../../model/catalogue/row.ts'
import type { Chart } from '../../model/chart.ts'
import { batchText } from '../../text/catalogue.ts'
import { sayFinding } from '../../text/findings.ts'
import { dayWords } from '../../text/review.ts'
import { useHouse } from '../house.ts'
import { download } from '../publish/exportFile.ts'
import {
  bundled,
  chartOf,
  exportedChart,
  sayBatchError,
  type Exported,
  type ExportWish,
} from './batchWork.ts'
import type { BatchJob } from './CatalogueDialogs.tsx'
import { useCatalogueServer } from './catalogueServer.ts'
import { runBatch, type BatchItem, type BatchResult } from './runBatch.ts'
import type { Catalogue } from './useCatalogue.ts'

export interface BatchOrder extends ExportWish {
  readonly reviewedBy: string
}

export interface SaidFinding {
  readonly severity: Severity
  readonly words: string
}

export interface BatchValue {
  readonly findings?: readonly SaidFinding[]
  readonly exported?: Exported
}

export type BatchDone = BatchResult<BatchValue>

export type BatchState = 'waiting' | 'running' | 'stopped' | 'finished'

interface Batch {
  readonly job: BatchJob
  readonly rows: readonly CatalogueRow[]
  readonly charts: readonly CatalogueChart[]
  readonly catalogue: Catalogue
  readonly order: BatchOrder
  readonly onDone: () => Promise<void>
}

export function useBatch(batch: Batch) {
  const house = useHouse()
  const server = useCatalogueServer()
  const [results, setResults] = useState<readonly BatchDone[]>([])
  const [state, setState] = useState<BatchState>('waiting')
  const stopped = useRef(false)
  const { job, charts, catalogue, order } = batch
  const work = async ({ id }: BatchItem): Promise<BatchValue> => {
    if (job === 'publish') {
      await server.publish(id, order.reviewedBy.trim())
      return {}
    }
    const chart = await chartOf(id, house, catalogue.isLocal ? null : server)
    return job === 'check'
      ? { findings: foundIn(chart) }
      : { exported: await exportedChart(chart, order, house) }
  }
  const start = async () => {
    stopped.current = false
    setState('running')
    const done = await runBatch(charts, {
      work,
      sayError: sayBatchError,
      onProgress: setResults,
      isStopped: () => stopped.current,
    })
    if (job === 'export' && !stopped.current) await handOver(done, batch, dayWords(house.now()))
    if (job === 'publish') await batch.onDone()
    setState(stopped.current && done.length < charts.length ? 'stopped' : 'finished')
  }
  return {
    results,
    state,
    start,
    stop: () => {
      stopped.current = true
    },
  }
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

/** What came through, whatever did not; nothing where nothing did. */
async function handOver(done: readonly BatchDone[], { rows, order }: Batch, day: string): Promise<void> {
  const exported = done.flatMap((result) =>
    result.ok && result.value.exported ? [result.value.exported] : [],
  )
  if (exported.length === 0) return
  const failed = done.flatMap((result) => (result.ok ? [] : [batchText.failure(result.title, result.why)]))
  download({
    name: `${batchText.zipName(day)}.zip`,
    blob: await bundled({ exported, rows, failed, wish: order, day }),
  })
}
