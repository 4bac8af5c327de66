/**
 * What a 权力运行流程图 is: readonly data, no behaviour. The words are the field's
 * own (GLOSSARY.md). The fields of each thing stand in `fields/chartFields.ts`, with the
 * source of what is a rule; the types here are made of them.
 *
 * Everything drawn is derived from this and never stored. Order is the array's
 * here; in the shared document it is the `order` key of each record.
 */
import type {
  flowlineFields,
  formerLevelFields,
  measureFields,
  postFields,
  riskFields,
  stepFields,
  waiverFields,
} from './fields/chartFields.ts'
import type { basisFields, headerFields } from './fields/headerFields.ts'
import type { RecordOf } from './kinds/kinds.ts'
import type { GradingScheme } from './grading.ts'

export type { WithheldField } from './fields/chartFields.ts'

/** A short random string, made by whoever creates the thing. */
export type Id = string

/** A key between two others (fractional indexing); compared as plain strings, ties by id. */
export type OrderKey = string

interface Ordered {
  readonly id: Id
  readonly order: OrderKey
}

export interface LegalBasis extends RecordOf<typeof basisFields> {}

export interface Header extends RecordOf<typeof headerFields> {}

export type PowerKind = NonNullable<Header['powerKind']>

export interface Post extends Ordered, RecordOf<typeof postFields> {}

/** 环节 */
export interface Step extends Ordered, RecordOf<typeof stepFields> {}

export type StepKind = Step['kind']

export type Duty = NonNullable<Step['duty']>

/** A place by hand: the centre of the step, in units of the arrangement. */
export type Position = NonNullable<Step['flowPosition']>

/** 流线 (GB/T 1526) */
export interface Flowline extends Ordered, RecordOf<typeof flowlineFields> {}

export interface FormerLevel extends RecordOf<typeof formerLevelFields> {}

/** 风险点: of a step or of a post. */
export interface Risk extends Ordered, RecordOf<typeof riskFields> {}

export type RiskCategory = NonNullable<Risk['category']>

export type PowerSphere = NonNullable<Risk['sphere']>

export type RiskSource = NonNullable<Risk['source']>

/** 防控措施 */
export interface Measure extends Ordered, RecordOf<typeof measureFields> {}

/** 豁免 */
export interface Waiver extends RecordOf<typeof waiverFields> {
  readonly id: Id
}

/** 权力运行流程图 */
export interface Chart {
  readonly header: Header
  readonly posts: readonly Post[]
  readonly steps: readonly Step[]
  readonly flowlines: readonly Flowline[]
  readonly risks: readonly Risk[]
  readonly measures: readonly Measure[]
  readonly grading: GradingScheme
  /** Only where there are any. */
  readonly waivers?: readonly Waiver[]
}

/** 流程图、泳道图、三栏图: three arrangements of the same chart. */
export type View = 'flow' | 'lanes' | 'columns'

/** 内部流程图、外部流程图 */
export type EditionName = 'internal' | 'external'
