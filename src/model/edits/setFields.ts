import type { Change } from '../records/changes.ts'
import type { Chart, Header, Id } from '../chart.ts'
import type { FieldValue, RootFields, RootName } from '../records/records.ts'
import { rootNames } from '../records/records.ts'
import { kindOf } from '../fields/chartFields.ts'
import { excessIn } from '../fields/excess.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'

type Thing = Exclude<RootName, 'meta' | 'waivers'>

/** Fields of a thing as a person may set them; undefined takes a field away. Order and what holds the chart together have edits of their own. */
export type NewFields<R extends Thing> = {
  readonly [F in Exclude<keyof RootFields[R], 'order' | 'from' | 'to'>]?: RootFields[R][F] | undefined
}

/** Sets fields of one step, post, flowline, risk or measure. A name, and a text of a risk or measure, cannot be empty. */
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

/** Sets fields of the header. The title may be empty: a chart can wait for its name. */
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

/** An empty list or an empty text is the same as none, so that 未填 has one form only. */
function bare(value: unknown): FieldValue | undefined {
  if (value === '' || (Array.isArray(value) && value.length === 0)) return undefined
  return value as FieldValue | undefined
}

function isLeftEmpty(root: Thing, field: string, value: unknown): boolean {
  const named = root === 'steps' || root === 'posts' ? 'name' : 'text'
  return rootNames.includes(root) && field === named && (typeof value !== 'string' || value.trim() === '')
}

/** A chart file takes no more, and what is kept must be able to leave. */
function isTooMuch(root: Thing | 'meta', id: Id, field: string, value: unknown): boolean {
  const kind = kindOf(root, id, field)
  return kind !== undefined && excessIn(kind, value) !== undefined
}

function namesTwice(chart: Chart, id: Id, fields: object): boolean {
  const name = 'name' in fields ? fields.name : undefined
  return chart.posts.some((post) => post.id !== id && post.name === name)
}
