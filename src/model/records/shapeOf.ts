/** The kind of a field → the shape that repairs a value of unknown origin. */
import type { Fields, Kind, TextKind } from '../fields/kinds.ts'
import {
  byName,
  either,
  flag,
  listOf,
  number,
  oneOf,
  otherwise,
  position,
  record,
  text,
  type Shape,
} from './fieldShapes.ts'
import type { FieldValue } from './records.ts'

export function shapesOf<F extends Fields>(fields: F): { readonly [K in keyof F]: Shape } {
  return Object.fromEntries(
    Object.entries(fields).map(([field, kind]) => [field, shapeOf(kind)]),
  ) as unknown as { readonly [K in keyof F]: Shape }
}

export function shapeOf(kind: Kind): Shape {
  const shape = plainShape(kind)
  return kind.otherwise === undefined ? shape : otherwise(shape, kind.otherwise as FieldValue)
}

function plainShape(kind: Kind): Shape {
  switch (kind.is) {
    case 'text':
      return textShape(kind)
    case 'flag':
      return flag
    case 'number':
      return number
    case 'position':
      return position
    case 'word':
      return oneOf(kind.words)
    case 'list':
      return listOf(shapeOf(kind.of))
    case 'byName':
      return byName(shapeOf(kind.of))
    case 'record':
      return record(shapesOf(kind.fields), requiredIn(kind.fields))
    case 'either':
      return either(...kind.of.map(shapeOf))
  }
}

function textShape({ least, pattern, lenient }: TextKind): Shape {
  if (lenient) return text
  return (value) =>
    typeof value === 'string' && value.length >= (least ?? 0) && (pattern?.test(value) ?? true)
      ? value
      : undefined
}

export function requiredIn(fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([field, kind]) => (kind.optional ? [] : [field]))
}
