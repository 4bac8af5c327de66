/** What a job thread can be asked, what it answers, and the messages between it and the main thread. */
import type { Scanned } from '../../checks/scanPublic.ts'
import type { ExchangedChart } from '../../exchange/exchangedChart.ts'
import type { ExchangeFormat } from '../../exchange/exchangeFile.ts'
import type { ChartSummary } from '../../model/catalogue/chartSummary.ts'
import type { RenameOrder, Renaming } from '../../model/catalogue/rename.ts'
import type { MeasureOnChart } from '../../model/control/measuresOnChart.ts'
import type { CaseSettings } from '../../model/cases/answers.ts'
import type { LocalTime, PowerCase } from '../../model/cases/powerCase.ts'
import type { RiskOnChart } from '../../model/control/riskArchive.ts'
import type { View } from '../../model/chart.ts'
import type { Disclosure } from '../../model/editions/externalEdition.ts'
import type { PublicationFiles } from '../../publicationRenderer/publication.ts'
import type { PublicationDate } from '../../publicationRenderer/publicPage.ts'
import type { RefusedField } from '../refusedField.ts'
import type { RevisionFile } from '../revisionFile.ts'
import type { ControlFacts } from '../store/controlTables.ts'
import type { ChartState } from '../store/tables.ts'

/** Reading a `state` is part of the job, so that the main thread never does. */
export interface Jobs {
  /** The report of `GET …/checks`. */
  readonly checks: (asked: { readonly state: ChartState }) => object
  /** The canonical chart file, its SHA-256, and what lists and the catalogue show of it. */
  readonly chartFile: (asked: { readonly state: ChartState }) => WrittenChart
  /** What 防控 needs of a chart. */
  readonly control: (asked: { readonly state: ChartState }) => ControlledContent
  /** Cases against the chart that was in force when each began: the report of `qingquan replay --json`. */
  readonly replay: (asked: ReplayJob) => object
  /** Reads a chart file that was handed in. */
  readonly newChart: (asked: { readonly file: string; readonly person: string }) => NewChart
  /** What would be public of a chart, and what a person should look at before (`scanPublic`). */
  readonly edition: (
    asked: ChartSource & { readonly disclosure: Disclosure; readonly refused: readonly RefusedField[] },
  ) => FoundEdition
  /** The public chart file; undefined where there is no external edition. */
  readonly publicFile: (asked: ChartSource & { readonly disclosure: Disclosure }) => string | undefined
  readonly publication: (asked: {
    readonly edition: EditionText
    readonly view: View
    readonly date: PublicationDate
  }) => Promise<PublicationFiles>
  /** A file of another program: of the chart as the unit sees it, or of an edition for the public. */
  readonly exchange: (asked: ExchangeJob) => Promise<ExchangedChart>
  /** What a renaming replaces, chart by chart in the order asked for; undefined where a chart could not be read. */
  readonly renaming: (asked: RenamingJob) => readonly (readonly Renaming[] | undefined)[]
  /** PNG, A4 at 300 dpi, of a public chart file. */
  readonly picture: (asked: { readonly file: string; readonly view: View }) => Promise<Uint8Array>
}

export interface RenamingJob {
  readonly states: readonly ChartState[]
  readonly order: RenameOrder
}

export type ExchangeJob = { readonly format: ExchangeFormat; readonly view: View } & (
  | { readonly state: ChartState }
  | { readonly edition: EditionText }
)

export interface ReplayJob {
  /** The chart as it is: the only edition where none was approved. */
  readonly state: ChartState
  /** Chart files, and since when each is in force; the oldest first. */
  readonly editions: readonly { readonly file: string; readonly since: LocalTime }[]
  readonly cases: readonly PowerCase[]
  readonly settings: CaseSettings
  readonly now: LocalTime
}

/** A chart as Yjs encodes it, or its file. */
export type ChartSource = { readonly state: ChartState } | { readonly file: string }

declare const isPublic: unique symbol

/** An external edition as JSON. Only the job `edition` makes one, so that nothing internal passes for it. */
export type EditionText = string & { readonly [isPublic]: true }

export type FoundEdition =
  | { readonly ok: true; readonly edition: EditionText; readonly scan: readonly Scanned[] }
  /** Why there is none, in Chinese. */
  | { readonly ok: false; readonly words: string }

export type JobKind = keyof Jobs
export type JobInput<K extends JobKind> = Parameters<Jobs[K]>[0]
export type JobOutput<K extends JobKind> = Awaited<ReturnType<Jobs[K]>>

/** Of one chart, for lists. */
export interface ListedContent {
  readonly title: string
  readonly unit: string
  readonly steps: number
  readonly sketch: string
}

export interface WrittenChart extends RevisionFile {
  readonly listed: ListedContent
  /** What the catalogue shows of it. */
  readonly summary: ChartSummary
}

export interface ControlledContent {
  readonly facts: ControlFacts
  readonly measures: readonly MeasureOnChart[]
  readonly risks: readonly RiskOnChart[]
}

export interface ReadChart {
  readonly ok: true
  readonly update: Uint8Array
  /** The client id under which the update was written. */
  readonly client: number
  readonly listed: ListedContent
  /** What the chart is at birth. */
  readonly revision: RevisionFile
  /** What the catalogue shows of it. */
  readonly summary: ChartSummary
}

export type NewChart =
  | ReadChart
  /** A sentence a fault, in Chinese. */
  | { readonly ok: false; readonly problems: string }

/** A thread's first message: its program is loaded. */
export const isLoaded = 'loaded'

export interface JobRequest {
  readonly id: number
  readonly kind: JobKind
  readonly input: JobInput<JobKind>
}

export type JobAnswer =
  | { readonly id: number; readonly ok: true; readonly output: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string; readonly fault?: 'undrawable' }
