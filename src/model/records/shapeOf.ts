/** Maps the kind of a field to the shape that validates values of unknown origin. */
import type { FieldKinds, Kind, TextKind } from '../kinds/kinds.ts'
import {
  byNameShape,
  eitherShape,
  flagShape,
  listShape,
  numberShape,
  oneOf,
  otherwise,
  positionShape,
  recordShape,
  textShape,
  type Shape,
} from './fieldShapes.ts'
import type { FieldValue } from './records.ts'

/** The shape of each field. */
export function shapesOf<F extends FieldKinds>(fields: F): { readonly [K in keyof F]: Shape } {
  return Object.fromEntries(
    Object.entries(fields).map(([field, kind]) => [field, shapeOf(kind)]),
  ) as unknown as { readonly [K in keyof F]: Shape }
}

/** The shape of a kind. */
export function shapeOf(kind: Kind): Shape {
  const shape = plainShape(kind)
  if (kind.inDoubt !== undefined) return closedShape(kind, kind.inDoubt as FieldValue)
  return kind.otherwise === undefined ? shape : otherwise(shape, kind.otherwise as FieldValue)
}

/** Reads `inDoubt` for a value not entirely of the kind, such as a list with one unknown item. */
function closedShape(kind: Kind, inDoubt: FieldValue): Shape {
  return (value) => (value === undefined || isOfKind(kind, value) ? value : inDoubt)
}

/** Whether the value and all its members are of this kind. */
export function isOfKind(kind: Kind, value: FieldValue): boolean {
  const read = plainShape(kind)(value)
  if (read === undefined) return false
  return !Array.isArray(read) || (Array.isArray(value) && read.length === value.length)
}

function plainShape(kind: Kind): Shape {
  switch (kind.is) {
    case 'text':
      return boundedTextShape(kind)
    case 'flag':
      return flagShape
    case 'number':
      return numberShape
    case 'position':
      return positionShape
    case 'word':
      return oneOf(kind.words)
    case 'list':
      return listShape(shapeOf(kind.of))
    case 'byName':
      return byNameShape(shapeOf(kind.of))
    case 'record':
      return recordShape(shapesOf(kind.fields), requiredIn(kind.fields))
    case 'either':
      return eitherShape(...kind.of.map(shapeOf))
  }
}

function boundedTextShape({ least, pattern, lenient }: TextKind): Shape {
  if (lenient) return textShape
  return (value) =>
    typeof value === 'string' && value.length >= (least ?? 0) && (pattern?.test(value) ?? true)
      ? value
      : undefined
}

/** Names of the fields that must be present. */
export function requiredIn(fields: FieldKinds): readonly string[] {
  return Object.entries(fields).flatMap(([field, kind]) => (kind.optional ? [] : [field]))
}
