import type { Change } from '../records/changes.ts'
import type { Chart, Header, Id } from '../chart.ts'
import type { FieldValue, RootFields, RootName } from '../records/records.ts'
import { rootNames } from '../records/records.ts'
import { kindOf } from '../fields/chartFields.ts'
import { excessIn } from '../fields/excess.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'

type Thing = Exclude<RootName, 'meta' | 'waivers'>

/**
 * Fields that a person may set; undefined deletes a field. Order and flowline ends have their own
 * edits.
 */
export type NewFields<R extends Thing> = {
  readonly [F in Exclude<keyof RootFields[R], 'order' | 'from' | 'to'>]?: RootFields[R][F] | undefined
}

/**
 * Sets fields of one record. Refuses if it is missing, if a name or a text of a risk or measure is
 * empty, if a value is too long, or if another post has the name.
 */
export function setFields<R extends Thing>(chart: Chart, root: R, id: Id, fields: NewFields<R>): Edit {
  if (!chart[root].some((thing) => thing.id === id)) return refuse('gone', id)
  const given = Object.entries(fields)
  if (given.some(([field, value]) => isLeftEmpty(root, field, value))) return refuse('empty-name', id)
  if (given.some(([field, value]) => isTooMuch(root, id, field, value))) return refuse('too-long', id)
  if (root === 'posts' && namesTwice(chart, id, fields)) return refuse('post-exists', id)
  return allow(
    ...given.map(([field, value]): Change => ({ kind: 'set', root, id, field, value: bare(value) })),
  )
}

/** Sets header fields. The title may be empty. Refuses a value that is too long. */
export function setHeader(fields: { readonly [F in keyof Header]?: Header[F] | undefined }): Edit {
  const given = Object.entries(fields)
  if (given.some(([field, value]) => isTooMuch('meta', 'header', field, value))) return refuse('too-long')
  return allow(
    ...given.map(([field, value]): Change => ({
      kind: 'set',
      root: 'meta',
      id: 'header',
      field,
      value: bare(value),
    })),
  )
}

/** An empty list or text becomes undefined, so that 未填 has one form. */
function bare(value: unknown): FieldValue | undefined {
  if (value === '' || (Array.isArray(value) && value.length === 0)) return undefined
  return value as FieldValue | undefined
}

function isLeftEmpty(root: Thing, field: string, value: unknown): boolean {
  const named = root === 'steps' || root === 'posts' ? 'name' : 'text'
  return rootNames.includes(root) && field === named && (typeof value !== 'string' || value.trim() === '')
}

/** Uses the limits of the chart file, so that every stored chart can be saved as a file. */
function isTooMuch(root: Thing | 'meta', id: Id, field: string, value: unknown): boolean {
  const kind = kindOf(root, id, field)
  return kind !== undefined && excessIn(kind, value) !== undefined
}

function namesTwice(chart: Chart, id: Id, fields: object): boolean {
  const name = 'name' in fields ? fields.name : undefined
  return chart.posts.some((post) => post.id !== id && post.name === name)
}
