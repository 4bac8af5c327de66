/** Validates a field of unknown origin: returns a value of the right kind or undefined. */
import type { FieldValue, Fields } from './records.ts'

/** Returns undefined if the value does not have the shape. */
export type Shape = (value: FieldValue | undefined) => FieldValue | undefined

export type FieldShapes = { readonly [field: string]: Shape }

export const textShape: Shape = (value) => (typeof value === 'string' ? value : undefined)
export const flagShape: Shape = (value) => (typeof value === 'boolean' ? value : undefined)
export const numberShape: Shape = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

export const positionShape: Shape = (value) =>
  isList(value) && value.length === 2 && value.every((part) => numberShape(part) !== undefined)
    ? value
    : undefined

/** A text that is one of the words. */
export function oneOf(words: readonly string[]): Shape {
  return (value) => (typeof value === 'string' && words.includes(value) ? value : undefined)
}

/** The items that have the shape; an empty list if none has, undefined if the value is not a list. */
export function listShape(shape: Shape): Shape {
  return (value) => {
    if (!isList(value)) return undefined
    return value.map(shape).filter((member) => member !== undefined)
  }
}

/** The shape, with `fallback` for a value that does not match. */
export function otherwise(shape: Shape, fallback: FieldValue): Shape {
  return (value) => shape(value) ?? fallback
}

/** The first shape that matches. */
export function eitherShape(...alternatives: readonly Shape[]): Shape {
  return (value) => {
    for (const shape of alternatives) {
      const read = shape(value)
      if (read !== undefined) return read
    }
    return undefined
  }
}

/** A nested record; undefined if a `required` field is missing. */
export function recordShape(fields: FieldShapes, required: readonly string[]): Shape {
  return (value) => {
    if (!isObject(value)) return undefined
    const read = repairedFields(value, fields)
    return required.every((field) => read[field] !== undefined) ? read : undefined
  }
}

/** A record with arbitrary keys and values as the shape reads them; undefined if it reads one of them not. */
export function byNameShape(shape: Shape): Shape {
  return (value) => {
    if (!isObject(value)) return undefined
    const read = Object.entries(value).map(([name, member]) => [name, shape(member)] as const)
    return read.some(([, member]) => member === undefined) ? undefined : Object.fromEntries(read)
  }
}

/** Keeps the named fields, each validated by its shape. */
export function repairedFields(fields: Fields, named: FieldShapes): Fields {
  // Called for every record of a chart: no list of pairs in between.
  const read: { [field: string]: FieldValue } = {}
  for (const field of Object.keys(named)) {
    const value = named[field]!(Object.hasOwn(fields, field) ? fields[field] : undefined)
    if (value !== undefined) read[field] = value
  }
  return read
}

/** Whether the value is a plain object (not null, not a list). */
export function isObject(value: FieldValue | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isList(value: FieldValue | undefined): value is readonly FieldValue[] {
  return Array.isArray(value)
}
