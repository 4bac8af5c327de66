/** The place of a step in the flow, as recorded by edits. */
import type { Id } from '../chart.ts'
import { stepPlaceFields } from '../fields/traceFields.ts'
import { repairedFields } from './fieldShapes.ts'
import { readOnce } from './readOnce.ts'
import type { Records } from './records.ts'
import { shapesOf } from './shapeOf.ts'

export type PlaceEnd = readonly [flowline: Id, step: Id]

export interface StepPlace {
  readonly before: readonly PlaceEnd[]
  readonly after: readonly PlaceEnd[]
}

/** Id among the places, of no step: the flow was whole after the last edit of it. */
export const wholeNote = '~'

/** Maximum number of recorded ends per step and side. */
export const mostPlaceEnds = 12

const shapes = shapesOf(stepPlaceFields)

/** The recorded places by step id; the same for the same root. */
export function stepPlacesIn(root: Records['stepPlaces'] = noPlaces): ReadonlyMap<Id, StepPlace> {
  const before = known.get(root)
  if (before) return before
  const places = new Map(Object.entries(root).map(([id, fields]) => [id, readPlace(id, fields)] as const))
  known.set(root, places)
  return places
}

const noPlaces: NonNullable<Records['stepPlaces']> = {}

const known = new WeakMap<NonNullable<Records['stepPlaces']>, ReadonlyMap<Id, StepPlace>>()

const readPlace = readOnce((_step, fields): StepPlace => {
  const { before, after } = repairedFields(fields, shapes)
  return { before: pairsIn(before), after: pairsIn(after) }
})

function pairsIn(value: unknown): readonly PlaceEnd[] {
  return (value as readonly (readonly Id[])[])
    .flatMap(([line, step]) => (line !== undefined && step !== undefined ? [[line, step] as const] : []))
    .slice(0, mostPlaceEnds)
}
