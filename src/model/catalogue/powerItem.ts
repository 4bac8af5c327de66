/**
 * 职权目录: the powers of a unit. An item links to its chart and copies nothing from it: `row.ts` looks up
 * risks, review and publication, so catalogue, charts and registers always agree.
 */
import type { Id, LegalBasis, OrderKey, PowerKind } from '../chart.ts'
import { repairedFields, textShape, type FieldShapes } from '../records/fieldShapes.ts'
import { validOrder } from '../records/order.ts'
import type { Fields, FieldValue } from '../records/records.ts'
import { shapes } from '../records/shapes.ts'
import type { TimeLimit } from '../time/timeLimit.ts'

/** 职权、权力事项 */
export interface PowerItem {
  readonly id: Id
  readonly order: OrderKey
  readonly name: string
  /** 职权编码 */
  readonly code?: string
  readonly kind?: PowerKind
  /** 职权内容 */
  readonly content?: string
  /** 行使主体 */
  readonly exercisedBy?: string
  /** 承办科室 */
  readonly office?: string
  readonly legalBasis?: readonly LegalBasis[]
  readonly statutoryLimit?: TimeLimit
  readonly promisedLimit?: TimeLimit
  /** Id of its chart. Several powers may share one (domain A2: 相同的运作程序，可只编一个流程图). */
  readonly chart?: Id
  /** 分组: free text chosen by the unit. */
  readonly group?: string
  readonly note?: string
}

export type PowerFields = Omit<PowerItem, 'id'>

const { code, powerKind, legalBasis, statutoryLimit, promisedLimit } = shapes.header

const powerShapes = {
  order: textShape,
  name: textShape,
  code,
  kind: powerKind,
  content: textShape,
  exercisedBy: textShape,
  office: textShape,
  legalBasis,
  statutoryLimit,
  promisedLimit,
  chart: textShape,
  group: textShape,
  note: textShape,
} as const satisfies Required<{ readonly [F in keyof PowerFields]: FieldShapes[string] }>

export type PowerField = keyof typeof powerShapes

export const powerFieldNames = Object.keys(powerShapes) as readonly PowerField[]

/** Reads a power from stored fields; missing or malformed fields are left out. Never throws. */
export function repairedPower(id: Id, fields: Fields): PowerItem {
  const { order, name, ...others } = repairedFields(fields, powerShapes)
  return {
    ...(others as Partial<PowerItem>),
    id,
    order: validOrder(wordsIn(order)),
    name: wordsIn(name),
  }
}

function wordsIn(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** Whether the value fits the field. Undefined always fits. */
export function fitsPower(field: PowerField, value: FieldValue | undefined): boolean {
  if (value === undefined) return true
  const read = repairedFields({ [field]: value }, powerShapes)
  return read[field] !== undefined && JSON.stringify(value).length <= mostInField
}

/** Maximum characters of a field; long enough for a legal basis that quotes its article. */
const mostInField = 20_000
