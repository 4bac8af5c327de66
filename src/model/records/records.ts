/**
 * The chart as the shared document keeps it: roots of records, one key a field, no
 * order but the `order` key. Anything may be missing or stale here, because people
 * merge; `mended` makes a Chart of it.
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
  /** Nothing that one draws: a person's word on what a rule found. */
  waivers: Omit<Waiver, 'id'>
}

/**
 * Traces: roots that no surface shows and no file keeps. Edits write them, so that merged
 * records can be read as what people meant (`flowHealing.ts`, `postHealing.ts`).
 */
export interface TraceFields {
  /** By step, also by those that are gone: where it stands, or stood, in the flow. */
  stepPlaces: RecordOf<typeof stepPlaceFields>
  /** By post that was merged into another. */
  postMerges: RecordOf<typeof postMergeFields>
  /** By step that was removed while somebody kept more of it from the public. */
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

/** What a field can hold: plain JSON. */
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

/** The records that a whole chart is made of: the inverse of `mended`, for every chart that `mended` can return. */
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

/** Interfaces have no index signature, so the compiler cannot see that a record of the model is plain JSON. */
function plain(fields: object): Fields {
  return { ...fields }
}
