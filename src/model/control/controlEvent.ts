/**
 * What happens to the measures of a chart after it is drawn, as events that are only ever added to. They are
 * the server's alone: no chart file, share link, public page or connection of a chart carries one.
 */
import type { Id, MeasureMeans, MeasureStage } from '../chart.ts'
import type { Author } from '../review/mark.ts'

/** yyyy-mm-dd */
export type Day = string

/** 落实、部分落实、未落实、不适用 */
export const checkResults = ['done', 'partly', 'notDone', 'notApplicable'] as const

export type CheckResult = (typeof checkResults)[number]

/** A measure as the chart had it: its own words, and where it stands. */
export interface PlannedMeasure {
  readonly text: string
  readonly stage?: MeasureStage
  readonly means?: MeasureMeans
  readonly responsible?: string
  /** As written; `time/readSchedule.ts` reads it. */
  readonly schedule?: string
  /** 要求的证据 */
  readonly evidence?: string
  /** Steps or posts of its risks. */
  readonly places: readonly string[]
  readonly risks: readonly string[]
  /** Name of the highest level among its risks. */
  readonly level?: string
}

/** A file as it was handed in; its bytes are kept beside the events. */
export interface EvidenceFile {
  readonly type: EvidenceType
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
}

export const evidenceTypes = ['pdf', 'jpg', 'png', 'docx', 'xlsx', 'doc', 'xls', 'txt'] as const

export type EvidenceType = (typeof evidenceTypes)[number]

interface Acted {
  readonly by: Author
  /** ms since 1970: when it was entered. */
  readonly at: number
}

export type ControlEvent =
  /** The chart says so since that day. */
  | {
      readonly kind: 'planned'
      readonly measure: Id
      readonly from: Day
      readonly plan: PlannedMeasure
      readonly at: number
    }
  /** The measure left the chart. */
  | { readonly kind: 'ended'; readonly measure: Id; readonly from: Day; readonly at: number }
  | (Acted & {
      readonly kind: 'moved'
      readonly measure: Id
      readonly scheduled: Day
      readonly due: Day
      readonly reason: string
    })
  | (Acted & {
      readonly kind: 'checked'
      readonly check: Id
      readonly measure: Id
      /** Absent for a measure that is due on no day. */
      readonly scheduled?: Day
      /** When it was done, apart from `at`. */
      readonly doneOn: Day
      readonly result: CheckResult
      readonly note: string
      /** The measure as it stood. */
      readonly wording: string
      /** SHA-256 of the chart file as it stood, hex. */
      readonly hash: string
    })
  /** 撤销: the check was entered wrongly; it stays to be read. */
  | (Acted & { readonly kind: 'revoked'; readonly check: Id; readonly reason: string })
  | (Acted & {
      readonly kind: 'evidenced'
      readonly evidence: Id
      readonly check: Id
      /** Of the file, or of what the text tells. */
      readonly name: string
      readonly text?: string
      readonly file?: EvidenceFile
      /** The date of the evidence itself. */
      readonly on?: Day
      /** An earlier version, which stays to be read. */
      readonly replaces?: Id
    })
