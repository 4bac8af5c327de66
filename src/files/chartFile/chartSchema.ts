/**
 * The chart file, version 1. Its fields are those of the chart (`model/fields/chartFields.ts`),
 * its sections and what differs in a file stand here; the published JSON Schema
 * (`/schema/chart-1.json`) is made of it.
 *
 * A field that is not named here is no error: it is left out and reported (a newer
 * program may know more than we do), but never lost in silence.
 */
import { z } from 'zod'
import {
  flowlineFields,
  formerLevelFields,
  measureFields,
  postFields,
  riskFields,
  stepFields,
  waiverFields,
} from '../../model/fields/chartFields.ts'
import { headerFields } from '../../model/fields/headerFields.ts'
import { id, text, type FieldKinds, type Kind, type RecordOf, type ValueOf } from '../../model/kinds/kinds.ts'
import { most } from '../../model/kinds/limits.ts'
import { gradingKind } from '../../model/grading.ts'
import { timeLimitKind } from '../../model/time/timeLimit.ts'
import { listSchema, recordSchema, schemaOf } from './schemaOf.ts'

export const chartFormat = 'qingquan-chart'
export const chartVersion = 1

const { risks: _, ...measureInFile } = measureFields

const header = recordSchema(headerFields)
const post = recordSchema({ id, ...postFields })
const step = recordSchema({ id, ...stepFields })
const flowline = recordSchema({ id, ...flowlineFields })
/** A file keeps the measures of a risk with the risk: their ids. */
const risk = recordSchema({ id, ...riskFields }, { measures: listSchema(schemaOf(id)).exactOptional() })
const measure = recordSchema({ id, ...measureInFile })
const grading = recordSchema(gradingKind.fields)
/** 豁免: kept in the unit's own file, never in a public one. */
const waiver = recordSchema({ id, ...waiverFields })

const things = (record: z.ZodObject) => z.array(record).max(most.things).exactOptional()

const fileSchema = z.object({
  /** For editors that check against it. */
  $schema: schemaOf(text).exactOptional(),
  format: z.literal(chartFormat),
  version: z.literal(chartVersion),
  edition: z.enum(['internal', 'external']).exactOptional(),
  header: header.exactOptional(),
  posts: things(post),
  steps: z.array(step).max(most.steps).exactOptional(),
  flowlines: things(flowline),
  risks: things(risk),
  measures: things(measure),
  grading: grading.exactOptional(),
  waivers: things(waiver),
})

type InFile<F> = RecordOf<F, 'file'>
type Thing<F> = InFile<F> & { readonly id: string }

export interface ChartFile {
  readonly $schema?: string
  readonly format: typeof chartFormat
  readonly version: typeof chartVersion
  readonly edition?: 'internal' | 'external'
  readonly header?: InFile<typeof headerFields>
  readonly posts?: readonly Thing<typeof postFields>[]
  readonly steps?: readonly Thing<typeof stepFields>[]
  readonly flowlines?: readonly Thing<typeof flowlineFields>[]
  readonly risks?: readonly (Thing<typeof riskFields> & { readonly measures?: readonly string[] })[]
  readonly measures?: readonly Thing<typeof measureInFile>[]
  readonly grading?: ValueOf<typeof gradingKind, 'file'>
  readonly waivers?: readonly Thing<typeof waiverFields>[]
}

export type FileTimeLimit = ValueOf<typeof timeLimitKind, 'file'>
export type FileLegalBasis = NonNullable<InFile<typeof headerFields>['legalBasis']>[number]

/** The schema is made of the same rows as the type, at run time; the compiler cannot see that they agree. */
export const chartFileSchema = fileSchema as unknown as z.ZodType<ChartFile>

/** Every field, in the order in which it is written. */
export const fieldOrder: readonly string[] = [
  ...new Set([
    ...[fileSchema, header, post, step, flowline, risk, measure, grading].flatMap((part) =>
      Object.keys(part.shape),
    ),
    ...fieldsOfEach(timeLimitKind),
    ...fieldsOfEach(gradingKind.fields.rule),
    ...Object.keys(formerLevelFields),
    ...Object.keys(waiver.shape),
  ]),
]

function fieldsOfEach(kind: Extract<Kind, { is: 'either' }>): readonly string[] {
  return kind.of.flatMap(({ fields }: { readonly fields: FieldKinds }) => Object.keys(fields))
}

/** What is published for other programs. */
export function chartJsonSchema(): object {
  return {
    $id: '/schema/chart-1.json',
    title: '权力运行流程图',
    ...z.toJSONSchema(fileSchema, { io: 'input' }),
  }
}
