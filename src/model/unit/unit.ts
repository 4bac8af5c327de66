/**
 * 单位设置: settings entered once for the whole unit: name, phones, emblem, sheet style, grading scheme,
 * notice numbers. One per server. Only new charts take them (`newChart.ts`); existing charts are
 * unaffected.
 */
import {
  eitherShape,
  oneOf,
  recordShape,
  repairedFields,
  textShape,
  type FieldShapes,
  type Shape,
} from '../records/fieldShapes.ts'
import type { GradingScheme } from '../grading.ts'
import { schemeProblems, type SchemeProblem } from '../grading/schemeProblems.ts'
import type { Fields, FieldValue } from '../records/records.ts'
import { isOwnColours, ownColoursProblem, type OwnColours, type OwnColoursProblem } from './ownColours.ts'
import { shapes } from '../records/shapes.ts'

export interface Unit {
  /** 单位名称 */
  readonly name?: string
  /** 咨询电话 */
  readonly consultPhone?: string
  /** 监督电话 */
  readonly supervisionPhone?: string
  /** 配色: default style of sheets. */
  readonly style?: 'plain' | 'blue' | 'red' | 'mono' | OwnColours
  /** 分级办法: default scheme of new charts. */
  readonly grading?: GradingScheme
  /** 发文代字, the text before the year in a notice number: 某廉预〔2026〕3号 (GB/T 9704-2012, 7.2.5). */
  readonly noticeWord?: string
  /** 单位标识: SHA-256 of its PNG, hex. The picture is fetched separately when the hash changes. */
  readonly emblem?: string
}

/** Fields set as values; the emblem is uploaded separately. */
export type UnitField = Exclude<keyof Unit, 'emblem'>

/** Two colours on which text can be read. */
const ownShape: Shape = (value) =>
  typeof value === 'string' && isOwnColours(value) && !ownColoursProblem(value) ? value : undefined

const unitShapes = {
  name: textShape,
  consultPhone: textShape,
  supervisionPhone: textShape,
  style: eitherShape(oneOf(['plain', 'blue', 'red', 'mono']), ownShape),
  grading: recordShape(shapes.grading, ['levels']),
  noticeWord: textShape,
  emblem: textShape,
} as const satisfies { readonly [F in keyof Required<Unit>]: FieldShapes[string] }

export const unitFields = Object.keys(unitShapes).filter((field): field is UnitField => field !== 'emblem')

/** Reads settings from stored fields; invalid ones are left out. Never throws. */
export function repairedUnit(fields: Fields): Unit {
  const { grading, ...others }: Unit = repairedFields(fields, unitShapes)
  return grading && grading.levels.length > 0 ? { ...others, grading } : others
}

/** `wrong-kind`: not a value of this field. `brackets`: 发文代字 includes 〔年〕. */
export type UnitProblem = 'wrong-kind' | 'too-long' | 'brackets' | OwnColoursProblem | SchemeProblem

/** Maximum characters. */
const most = { name: 100, consultPhone: 100, supervisionPhone: 100, noticeWord: 30, style: 20 } as const

/** Maximum bytes of the emblem's PNG: printed 17 mm wide, cached by every browser. */
export const mostInEmblem = 300 * 1024

/** Maximum characters of a scheme as JSON; long definitions take a few thousand. */
const mostInScheme = 100_000

/** The reason why a value is rejected; undefined if it is valid or removed. */
export function unitProblem(field: UnitField, value: FieldValue): UnitProblem | undefined {
  if (value === null || value === '') return undefined
  if (field === 'style' && typeof value === 'string' && isOwnColours(value)) return ownColoursProblem(value)
  const read: Unit[UnitField] = (repairedFields({ [field]: value }, unitShapes) as Unit)[field]
  if (read === undefined) return 'wrong-kind'
  if (typeof read !== 'string')
    return JSON.stringify(read).length > mostInScheme ? 'too-long' : schemeProblems(read)[0]
  if (field !== 'grading' && read.length > most[field]) return 'too-long'
  return field === 'noticeWord' && /[〔〕()（）[\]【】]/.test(read) ? 'brackets' : undefined
}

/** Normalises a value for storage: one line; blank becomes null. */
export function tidiedValue(field: UnitField, value: FieldValue): FieldValue {
  if (typeof value === 'string') return value.replaceAll(/\s+/g, ' ').trim() || null
  return field === 'grading'
    ? ((repairedUnit({ grading: value }).grading as FieldValue | undefined) ?? null)
    : value
}
