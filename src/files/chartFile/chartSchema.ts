/**
 * The chart file, version 1. Its fields are those of `model/fields/chartFields.ts`; sections and
 * differences from the model are here. The published JSON Schema (`/schema/chart-1.json`) is generated
 * from it. An unknown field is not an error, because a newer program may have written it: it is
 * ignored and reported.
 */
import { z } from 'zod'
import {
  flowlineFields,
  measureFields,
  postFields,
  stepFields,
  waiverFields,
} from '../../model/fields/chartFields.ts'
import { formerLevelFields, riskFields } from '../../model/fields/riskFields.ts'
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
/** In a file, a risk lists the ids of its measures. */
const risk = recordSchema({ id, ...riskFields }, { measures: listSchema(schemaOf(id)).exactOptional() })
const measure = recordSchema({ id, ...measureInFile })
const grading = recordSchema(gradingKind.fields)
/** 豁免: only in internal files. */
const waiver = recordSchema({ id, ...waiverFields })

const things = (record: z.ZodObject) => z.array(record).max(most.things).exactOptional()

const fileSchema = z.object({
  /** Schema address for editors. */
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

/** A cast: schema and type are derived from the same rows, but the schema only at run time. */
export const chartFileSchema = fileSchema as unknown as z.ZodType<ChartFile>

/** All fields, in output order. */
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

/** The published JSON Schema. */
export function chartJsonSchema(): object {
  return {
    $id: '/schema/chart-1.json',
    title: '权力运行流程图',
    ...z.toJSONSchema(fileSchema, { io: 'input' }),
  }
}
