/** A job thread: everything whose cost grows with somebody's chart is done here, one job after the other. */
import { parentPort } from 'node:worker_threads'
import { nanoid } from 'nanoid'
import * as Y from 'yjs'
import { checkReport } from '../../checks/checkReport.ts'
import { runChecks } from '../../checks/runChecks.ts'
import { applyToDoc } from '../../doc/chartDoc.ts'
import { readRecords } from '../../doc/readRecords.ts'
import { ChartFileError } from '../../files/chartFile/chartFileError.ts'
import { readChartFile } from '../../files/chartFile/readChartFile.ts'
import { sketchOf } from '../../model/catalogue/chartSketch.ts'
import { renamedChart } from '../../model/catalogue/rename.ts'
import { chartSummaryOf } from '../../model/catalogue/chartSummary.ts'
import { measuresOnChart } from '../../model/control/measuresOnChart.ts'
import { risksOnChart } from '../../model/control/riskArchive.ts'
import type { Chart } from '../../model/chart.ts'
import { externalEdition } from '../../model/editions/externalEdition.ts'
import { replaceChart } from '../../model/edits/replaceChart.ts'
import { noRecords } from '../../model/records/records.ts'
import { repaired } from '../../model/records/repaired.ts'
import { judgeEditions, type ChartEdition } from '../../replay/judgeEditions.ts'
import { replayReport } from '../../replay/replayReport.ts'
import { sayFault } from '../../text/messages/faults.ts'
import { UndrawableError } from '../../publicationRenderer/refuseUndrawable.ts'
import { revisionFile } from '../revisionFile.ts'
import { isLoaded, type JobAnswer, type JobRequest, type Jobs } from './job.ts'
import type { ChartSource, ListedContent, NewChart, ReplayJob } from './job.ts'
import type { ChartState } from '../store/tables.ts'
import { chartOfEdition, publicEdition, publicFile } from './publicEdition.ts'

/** Fonts and layout take a second to load; only drawing needs them. */
const drawing = () => import('../../publicationRenderer/publication.ts')

const jobs: Jobs = {
  checks: ({ state }) => {
    const chart = chartIn(state)
    return checkReport(runChecks(chart), chart)
  },
  chartFile: ({ state }) => {
    const chart = chartIn(state)
    return { ...revisionFile(chart), listed: listed(chart), summary: chartSummaryOf(chart) }
  },
  control: ({ state }) => {
    const chart = chartIn(state)
    const { title, unit = '', office = '' } = chart.header
    return {
      facts: { title, unit, office, hash: revisionFile(chart).hash, withRisks: true },
      measures: measuresOnChart(chart),
      risks: risksOnChart(chart),
    }
  },
  replay,
  renaming: ({ states, order }) =>
    states.map((state) => {
      try {
        return renamedChart(chartIn(state), order).places
      } catch {
        return undefined
      }
    }),
  newChart: ({ file, person }) => newChart(file, person),
  edition: (asked) => publicEdition(sourceChart(asked), asked),
  publicFile: (asked) => publicFile(sourceChart(asked), asked.disclosure),
  publication: async ({ edition, view, date }) =>
    (await drawing()).renderPublication(chartOfEdition(edition), view, date),
  exchange: async ({ format, view, ...source }) => {
    const { exchangedChart } = await import('../../exchange/exchangedChart.ts')
    const edition =
      'state' in source
        ? ({ name: 'internal', chart: chartIn(source.state) } as const)
        : ({ name: 'external', chart: chartOfEdition(source.edition) } as const)
    return exchangedChart(edition, format, view)
  },
  picture: async ({ file, view }) =>
    (await drawing()).renderPicture(externalEdition(sourceChart({ file }), everything), view),
}

parentPort?.on('message', (asked: JobRequest) => {
  void answered(asked).then((answer) => parentPort?.postMessage(answer))
})

parentPort?.postMessage(isLoaded)

async function answered({ id, kind, input }: JobRequest): Promise<JobAnswer> {
  try {
    const run = jobs[kind] as (given: typeof input) => unknown
    return { id, ok: true, output: await run(input) }
  } catch (error) {
    if (error instanceof UndrawableError) return { id, ok: false, message: error.message, fault: error.fault }
    return { id, ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function replay({ state, editions, cases, settings, now }: ReplayJob): object {
  const charts: readonly ChartEdition[] =
    editions.length === 0
      ? [{ chart: chartIn(state) }]
      : editions.map(({ file, since }) => ({ chart: sourceChart({ file }), since }))
  const { holdings, choices, untraced } = settings
  const judged = judgeEditions(charts, cases, {
    now,
    choices: new Map(choices),
    untraced: new Set(untraced),
    ...(holdings.length === 0 ? {} : { holdings }),
  })
  // Made plain: the report makes its cases while it is written.
  return 'unsound' in judged ? judged : (JSON.parse(JSON.stringify(replayReport(judged))) as object)
}

function sourceChart(source: ChartSource): Chart {
  return 'state' in source ? chartIn(source.state) : readChartFile(source.file, () => nanoid(10)).chart
}

/** A public file holds only public fields; the projection gives it the type `PublicChart`. */
const everything = { risks: true, measures: true, responsible: true }

/** Throws where updates are missing: what they hold would be left out. */
function chartIn(state: ChartState): Chart {
  const doc = new Y.Doc()
  doc.transact(() => state.forEach((update) => Y.applyUpdate(doc, update)))
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    throw new Error('updates of this chart are missing')
  const chart = repaired(readRecords(doc))
  doc.destroy()
  return chart
}

function newChart(file: string, person: string): NewChart {
  try {
    const { chart } = readChartFile(file, () => nanoid(10))
    const doc = new Y.Doc()
    applyToDoc(doc, replaceChart(noRecords, chart), person)
    const update = Y.encodeStateAsUpdate(doc)
    const born = repaired(readRecords(doc))
    return {
      ok: true,
      update,
      client: doc.clientID,
      listed: listed(chart),
      revision: revisionFile(born),
      summary: chartSummaryOf(born),
    }
  } catch (error) {
    if (!(error instanceof ChartFileError)) throw error
    return { ok: false, problems: error.problems.map(sayFault).join('\n') }
  }
}

function listed(chart: Chart): ListedContent {
  const { header, steps } = chart
  return { title: header.title, unit: header.unit ?? '', steps: steps.length, sketch: sketchOf(chart) }
}
