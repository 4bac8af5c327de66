/**
 * The chart as stored in the shared document: roots of records, one key per field, sorted by their
 * `order` key. After merges fields may be missing and references stale; `repaired` makes a Chart of
 * it.
 */
import type { Chart, Flowline, Header, Id, Measure, Post, Risk, Step, Waiver } from '../chart.ts'
import type { GradingScheme } from '../grading.ts'
import type { RecordOf } from '../kinds/kinds.ts'
import type { lostMarkFields, postMergeFields, stepPlaceFields } from '../fields/traceFields.ts'

/** Field types by root. `meta` has two records: `header` and `grading`. */
export interface RootFields {
  meta: Partial<Header> & { scheme?: GradingScheme }
  posts: Omit<Post, 'id'>
  steps: Omit<Step, 'id'>
  flowlines: Omit<Flowline, 'id'>
  risks: Omit<Risk, 'id'>
  measures: Omit<Measure, 'id'>
  /** Not drawn. */
  waivers: Omit<Waiver, 'id'>
}

/**
 * Traces: roots that no surface shows and no file stores. Edits write them for healing merged records
 * (`flowHealing.ts`, `mergedPosts.ts`).
 */
export interface TraceFields {
  /** By step, including removed ones: its place in the flow. */
  stepPlaces: RecordOf<typeof stepPlaceFields>
  /** By id of the merged post. */
  postMerges: RecordOf<typeof postMergeFields>
  /** By step removed while someone withheld more of it from the public. */
  lostMarks: RecordOf<typeof lostMarkFields>
}

export type RootName = keyof RootFields

export type DocRoot = RootName | keyof TraceFields

export const rootNames = [
  'meta',
  'posts',
  'steps',
  'flowlines',
  'risks',
  'measures',
  'waivers',
] as const satisfies readonly RootName[]

export const traceRoots = [
  'stepPlaces',
  'postMerges',
  'lostMarks',
] as const satisfies readonly (keyof TraceFields)[]

/** Every root of the shared document. */
export const docRoots: readonly DocRoot[] = [...rootNames, ...traceRoots]

/** A field value: plain JSON. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue | undefined }

export type Fields = { readonly [field: string]: FieldValue | undefined }

export type Records = { readonly [R in RootName]: { readonly [id: Id]: Fields } } & {
  readonly [R in keyof TraceFields]?: { readonly [id: Id]: Fields }
}

export const noRecords: Records = {
  meta: {},
  posts: {},
  steps: {},
  flowlines: {},
  risks: {},
  measures: {},
  waivers: {},
}

/** The records of a chart; the inverse of `repaired` for every chart that it can return. */
export function recordsOf(chart: Chart): Records {
  return {
    meta: {
      header: plain(chart.header),
      grading: plain({ scheme: chart.grading }),
    },
    posts: byId(chart.posts),
    steps: byId(chart.steps),
    flowlines: byId(chart.flowlines),
    risks: byId(chart.risks),
    measures: byId(chart.measures),
    waivers: byId(chart.waivers ?? []),
  }
}

function byId(things: readonly { readonly id: Id }[]): { readonly [id: Id]: Fields } {
  return Object.fromEntries(things.map(({ id, ...fields }) => [id, plain(fields)]))
}

/** A cast: interfaces have no index signature, so the compiler cannot see that a record is plain JSON. */
function plain(fields: object): Fields {
  return { ...fields }
}
