/**
 * 单位设置: what holds for the whole unit and is said once, not by every clerk in every
 * chart: its name, phones and emblem, how its sheets look, how it grades risks and
 * numbers its notices. One a server. A new chart begins with it (`begun.ts`); charts
 * that exist know nothing of it.
 */
import { repairedFields, oneOf, recordShape, textShape, type FieldShapes } from '../records/fieldShapes.ts'
import type { GradingScheme } from '../grading.ts'
import { schemeProblems, type SchemeProblem } from '../grading/schemeProblems.ts'
import type { Fields, FieldValue } from '../records/records.ts'
import { shapes } from '../records/shapes.ts'

export interface Unit {
  /** 单位名称 */
  readonly name?: string
  /** 咨询电话 */
  readonly consultPhone?: string
  /** 监督电话 */
  readonly supervisionPhone?: string
  /** 配色 that sheets begin with. */
  readonly style?: 'plain' | 'blue' | 'mono'
  /** 分级办法 that charts begin with. */
  readonly grading?: GradingScheme
  /** 发文代字, the words before the year in a notice's number: 某廉预〔2026〕3号 (GB/T 9704-2012, 7.2.5). */
  readonly noticeWord?: string
  /** 单位标识: SHA-256 of its PNG, hex. The picture is fetched apart, when this is another one. */
  readonly emblem?: string
}

/** What can be set as a value; the emblem is a picture. */
export type UnitField = Exclude<keyof Unit, 'emblem'>

const unitShapes = {
  name: textShape,
  consultPhone: textShape,
  supervisionPhone: textShape,
  style: oneOf(['plain', 'blue', 'mono']),
  grading: recordShape(shapes.grading, ['levels']),
  noticeWord: textShape,
  emblem: textShape,
} as const satisfies { readonly [F in keyof Required<Unit>]: FieldShapes[string] }

export const unitFields = Object.keys(unitShapes).filter((field): field is UnitField => field !== 'emblem')

/** Of whatever was kept; what does not fit is left out. */
export function repairedUnit(fields: Fields): Unit {
  const { grading, ...others }: Unit = repairedFields(fields, unitShapes)
  return grading && grading.levels.length > 0 ? { ...others, grading } : others
}

/** `wrong-kind`: no value of this field. `brackets`: 发文代字 is only the words before 〔年〕. */
export type UnitProblem = 'wrong-kind' | 'too-long' | 'brackets' | SchemeProblem

/** Characters. */
const most = { name: 100, consultPhone: 100, supervisionPhone: 100, noticeWord: 30, style: 10 } as const

/** Bytes of the emblem's PNG: it is printed 17 mm wide, and kept by every browser. */
export const mostInEmblem = 300 * 1024

/** A scheme with long definitions has some thousand characters. */
const mostInScheme = 100_000

/** What keeps a value from being set; none where it is taken away. */
export function unitProblem(field: UnitField, value: FieldValue): UnitProblem | undefined {
  if (value === null || value === '') return undefined
  const read: Unit[UnitField] = (repairedFields({ [field]: value }, unitShapes) as Unit)[field]
  if (read === undefined) return 'wrong-kind'
  if (typeof read !== 'string')
    return JSON.stringify(read).length > mostInScheme ? 'too-long' : schemeProblems(read)[0]
  if (field !== 'grading' && read.length > most[field]) return 'too-long'
  return field === 'noticeWord' && /[〔〕()（）[\]【】]/.test(read) ? 'brackets' : undefined
}

/** As it is kept: one line, and nothing rather than nothing but blanks. */
export function tidiedValue(field: UnitField, value: FieldValue): FieldValue {
  if (typeof value === 'string') return value.replaceAll(/\s+/g, ' ').trim() || null
  return field === 'grading'
    ? ((repairedUnit({ grading: value }).grading as FieldValue | undefined) ?? null)
    : value
}
