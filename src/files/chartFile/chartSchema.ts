/**
 * The chart file, version 1: the one definition. Types, checks and the published
 * JSON Schema (`/schema/chart-1.json`) all come from here; a test holds it and the
 * model together.
 *
 * A field that is not named here is no error: it is left out and reported (a newer
 * program may know more than we do), but never lost in silence.
 */
import { z } from 'zod'
import { powerKinds } from '../../model/powerKinds.ts'

export const chartFormat = 'qingquan-chart'
export const chartVersion = 1

/**
 * Far above any real chart (4 to 300 steps), far below what a browser can be made to
 * choke on. Text and items are above what one cell of a spreadsheet can hold (32,767
 * characters), so that whatever was imported can be saved and opened again.
 */
export const most = { steps: 5_000, things: 20_000, items: 20_000, name: 2_000, text: 100_000 } as const

/** Ids become keys of records. */
const id = z
  .string()
  .min(1)
  .max(200)
  .regex(/^(?!(?:__proto__|constructor|prototype)$)/)
/** A name says something: one blank is not a name. */
const name = z.string().max(most.name).regex(/\S/)
const text = z.string().max(most.text)
const listOf = <T extends z.ZodType>(item: T) => z.array(item).max(most.items)
const position = z.tuple([z.number(), z.number()])

const timeUnit = z.enum(['workday', 'day', 'hour', 'week', 'month', 'year'])
const worded = { wording: text, counts: z.boolean().exactOptional() }
const timeLimit = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('span'),
    ...worded,
    bound: z.enum(['atMost', 'atLeast']).exactOptional(),
    amount: z.number(),
    unit: timeUnit,
    unitUnsaid: z.boolean().exactOptional(),
    from: text.exactOptional(),
    extension: z.object({ amount: z.number(), unit: timeUnit }).exactOptional(),
  }),
  z.object({ kind: z.literal('immediate'), ...worded }),
  z.object({ kind: z.literal('calendar'), ...worded }),
  z.object({ kind: z.literal('unread'), ...worded }),
])
/** Its wording alone is enough: we read it. */
const timeLimitOrWording = z.union([text, timeLimit])
const legalBasis = z.union([text, z.object({ title: text, article: text.exactOptional() })])

const powerKind = z.enum(powerKinds)

const header = z.object({
  title: text.exactOptional(),
  publicTitle: text.exactOptional(),
  unit: text.exactOptional(),
  office: text.exactOptional(),
  code: text.exactOptional(),
  powerKind: powerKind.exactOptional(),
  legalBasis: listOf(legalBasis).exactOptional(),
  statutoryLimit: timeLimitOrWording.exactOptional(),
  promisedLimit: timeLimitOrWording.exactOptional(),
  consultPhone: text.exactOptional(),
  supervisionPhone: text.exactOptional(),
  place: text.exactOptional(),
  openingHours: text.exactOptional(),
  issuedOn: text.exactOptional(),
  versionMark: text.exactOptional(),
  preparedBy: text.exactOptional(),
  note: text.exactOptional(),
  hasExternal: z.boolean().exactOptional(),
})

const post = z.object({ id, name, publicName: text.exactOptional() })

const step = z.object({
  id,
  kind: z.enum(['terminator', 'process', 'decision', 'document', 'subprocess']),
  name,
  publicName: text.exactOptional(),
  posts: listOf(id).exactOptional(),
  duty: z.enum(['initiate', 'handle', 'review', 'decide', 'execute', 'accept', 'supervise']).exactOptional(),
  timeLimit: timeLimitOrWording.exactOptional(),
  legalBasis: listOf(legalBasis).exactOptional(),
  materials: listOf(text).exactOptional(),
  documents: listOf(text).exactOptional(),
  persons: z.number().exactOptional(),
  internalOnly: z.boolean().exactOptional(),
  withheld: listOf(z.enum(['posts', 'timeLimit', 'legalBasis', 'materials', 'documents'])).exactOptional(),
  note: text.exactOptional(),
  flowPosition: position.exactOptional(),
  lanesPosition: position.exactOptional(),
  externalFlowPosition: position.exactOptional(),
  externalLanesPosition: position.exactOptional(),
})

const flowline = z.object({ id, from: id, to: id, label: text.exactOptional() })

const formerLevel = z.object({
  scheme: text,
  schemeName: text,
  level: text,
  levelName: text,
  became: text.exactOptional(),
})

const risk = z.object({
  id,
  step: id.exactOptional(),
  post: id.exactOptional(),
  text: text.exactOptional(),
  category: z.enum(['integrity', 'duty', 'process', 'institution', 'environment']).exactOptional(),
  sphere: z.enum(['external', 'internal', 'public']).exactOptional(),
  factors: z.record(z.string(), z.number()).exactOptional(),
  /** Id of a level of the grading scheme, or its name (高). We write the id. */
  level: z.string().min(1).max(most.name).exactOptional(),
  /** What it was under other schemes. */
  formerLevels: listOf(formerLevel).exactOptional(),
  source: z.enum(['self', 'public', 'peers', 'leaders', 'organisation']).exactOptional(),
  responsible: text.exactOptional(),
  leader: text.exactOptional(),
  /** Ids of measures. */
  measures: listOf(id).exactOptional(),
})

const measure = z.object({ id, text })

const thresholds = listOf(z.object({ atLeast: z.number(), level: id }))
const gradingRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('byHand') }),
  z.object({
    kind: z.literal('table'),
    lines: listOf(z.object({ when: z.record(z.string(), listOf(z.number())), level: id })),
  }),
  z.object({
    kind: z.literal('score'),
    combine: z.enum(['product', 'weighted']),
    first: z.number(),
    weights: z.record(z.string(), z.number()).exactOptional(),
    thresholds,
  }),
  z.object({
    kind: z.literal('count'),
    of: z.enum(['risks', 'criteria']),
    circumstances: listOf(id).exactOptional(),
    thresholds,
  }),
])

const grading = z.object({
  id,
  name: text,
  source: text.exactOptional(),
  levels: listOf(
    z.object({
      id,
      rank: z.number(),
      name: text,
      word: text,
      definition: text.exactOptional(),
      colour: z.string().regex(/^#[0-9a-fA-F]{6}$/),
      shape: z.enum(['triangle', 'diamond', 'circle', 'square']),
    }),
  ),
  factors: listOf(
    z.object({ id, name: text, values: listOf(text), help: text.exactOptional() }),
  ).exactOptional(),
  rule: gradingRule.exactOptional(),
})

/** 豁免: kept in the unit's own file, never in a public one. */
const waiver = z.object({
  id,
  rule: name,
  steps: listOf(id),
  risks: listOf(id).exactOptional(),
  post: text.exactOptional(),
  reason: text,
  by: text.exactOptional(),
  on: text.exactOptional(),
})

export const chartFileSchema = z.object({
  /** For editors that check against it. */
  $schema: text.exactOptional(),
  format: z.literal(chartFormat),
  version: z.literal(chartVersion),
  edition: z.enum(['internal', 'external']).exactOptional(),
  header: header.exactOptional(),
  posts: z.array(post).max(most.things).exactOptional(),
  steps: z.array(step).max(most.steps).exactOptional(),
  flowlines: z.array(flowline).max(most.things).exactOptional(),
  risks: z.array(risk).max(most.things).exactOptional(),
  measures: z.array(measure).max(most.things).exactOptional(),
  grading: grading.exactOptional(),
  waivers: z.array(waiver).max(most.things).exactOptional(),
})

export type ChartFile = z.infer<typeof chartFileSchema>
export type FileTimeLimit = z.infer<typeof timeLimitOrWording>
export type FileLegalBasis = z.infer<typeof legalBasis>

/** Every field, in the order in which it is written. */
export const fieldOrder: readonly string[] = [
  ...new Set(
    [
      chartFileSchema,
      header,
      post,
      step,
      flowline,
      risk,
      measure,
      grading,
      ...timeLimit.options,
      ...gradingRule.options,
      formerLevel,
      waiver,
    ].flatMap((part) => Object.keys(part.shape)),
  ),
]

/** What is published for other programs. */
export function chartJsonSchema(): object {
  return {
    $id: '/schema/chart-1.json',
    title: '权力运行流程图',
    ...z.toJSONSchema(chartFileSchema, { io: 'input' }),
  }
}
