/**
 * Finds and replaces text in all fields that a person has written: names, posts, labels, risks, measures,
 * bases, header. Not in ids, levels, dates, time limits (they are read, not only written) or in who filled
 * something in.
 */
import type { Chart, Id } from '../chart.ts'
import { rootFields } from '../fields/chartFields.ts'
import { excessIn } from '../fields/excess.ts'
import { headerFields } from '../fields/headerFields.ts'
import type { Kind } from '../kinds/kinds.ts'
import type { Change } from '../records/changes.ts'
import type { FieldValue, RootName } from '../records/records.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'

export interface Replacing {
  readonly find: string
  readonly by: string
}

/** One text in which something is found. */
export interface TextHit {
  /** Distinct in a chart; the same as long as its thing is there. */
  readonly key: string
  readonly root: RootName
  readonly id: Id
  readonly field: string
  readonly before: string
  readonly after: string
  /** Why it cannot be replaced; null if it can. */
  readonly whyNot: 'empty-name' | 'too-long' | 'post-exists' | null
  /** Whether it stands in a field or with a step that the public never sees. */
  readonly isInternal: boolean
}

const leftOut: ReadonlySet<string> = new Set([
  'steps.withheld',
  'flowlines.from',
  'flowlines.to',
  'risks.step',
  'risks.post',
  'risks.level',
  'risks.formerLevels',
  'risks.filledBy',
  'measures.risks',
  'steps.posts',
  'waivers.rule',
  'waivers.steps',
  'waivers.risks',
  'waivers.post',
  'waivers.by',
  'waivers.on',
  'header.issuedOn',
])

const written = {
  header: fieldsOf('header', headerFields),
  posts: fieldsOf('posts', rootFields.posts),
  steps: fieldsOf('steps', rootFields.steps),
  flowlines: fieldsOf('flowlines', rootFields.flowlines),
  risks: fieldsOf('risks', rootFields.risks),
  measures: fieldsOf('measures', rootFields.measures),
  waivers: fieldsOf('waivers', rootFields.waivers),
} as const

type Place = keyof typeof written

function fieldsOf(
  place: string,
  fields: { readonly [field: string]: Kind },
): readonly (readonly [string, Kind])[] {
  return Object.entries(fields).filter(
    ([field, kind]) => !leftOut.has(`${place}.${field}`) && holdsText(kind),
  )
}

function holdsText(kind: Kind): boolean {
  if (kind.is === 'list') return holdsText(kind.of)
  if (kind.is === 'record') return Object.values(kind.fields).every(holdsText)
  return kind.is === 'text'
}

interface Thing {
  readonly place: Place
  readonly id: Id
  readonly fields: { readonly [field: string]: unknown }
  readonly isInternal: boolean
}

function thingsOf(chart: Chart): readonly Thing[] {
  const hidden = new Set(chart.steps.flatMap(({ id, internalOnly }) => (internalOnly ? [id] : [])))
  const internal: { readonly [R in Exclude<Place, 'header'>]?: (thing: never) => boolean } = {
    steps: ({ id }: { readonly id: Id }) => hidden.has(id),
    flowlines: ({ from, to }: Chart['flowlines'][number]) => hidden.has(from) || hidden.has(to),
    risks: ({ step }: Chart['risks'][number]) => step !== undefined && hidden.has(step),
    waivers: () => true,
  }
  const listed = (place: Exclude<Place, 'header'>): readonly Thing[] =>
    (chart[place] ?? []).map((thing) => ({
      place,
      id: thing.id,
      fields: { ...thing },
      isInternal: internal[place]?.(thing as never) ?? false,
    }))
  const header: Thing = { place: 'header', id: 'header', fields: { ...chart.header }, isInternal: false }
  return [
    header,
    ...(['posts', 'steps', 'flowlines', 'risks', 'measures', 'waivers'] as const).flatMap(listed),
  ]
}

/** A text within a field: the way to it and what it is. */
interface Found {
  readonly way: readonly (string | number)[]
  readonly text: string
}

function textsIn(value: unknown, way: Found['way']): readonly Found[] {
  if (typeof value === 'string') return [{ way, text: value }]
  if (Array.isArray(value)) return value.flatMap((member, at) => textsIn(member, [...way, at]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([field, member]) => textsIn(member, [...way, field]))
}

/** Every text that has `find` in it, in the order of the chart. Blank texts find nothing. */
export function textHits(chart: Chart, { find, by }: Replacing): readonly TextHit[] {
  if (find.trim() === '') return []
  const names = new Set(chart.posts.map(({ name }) => name))
  return thingsOf(chart).flatMap(({ place, id, fields, isInternal }) =>
    written[place].flatMap(([field, kind]) =>
      textsIn(fields[field], []).flatMap(({ way, text }): readonly TextHit[] => {
        if (!text.includes(find)) return []
        const after = text.replaceAll(find, () => by)
        const root = place === 'header' ? 'meta' : place
        const isTaken = place === 'posts' && field === 'name' && after !== text && names.has(after)
        const whyNot = isTaken ? 'post-exists' : refusalOf(place, field, kind, way, after)
        const hidden = isInternal || isNeverPublic(place, field)
        return [
          {
            key: keyOf(place, id, field, way),
            root,
            id,
            field,
            before: text,
            after,
            whyNot,
            isInternal: hidden,
          },
        ]
      }),
    ),
  )
}

const keyOf = (place: Place, id: Id, field: string, way: Found['way']): string =>
  JSON.stringify([place, id, field, ...way])

/** What stands instead of a withheld name is read by the public. */
function isNeverPublic(place: Place, field: string): boolean {
  if (place === 'waivers') return true
  const rows: { readonly [field: string]: { readonly public?: unknown } } =
    place === 'header' ? headerFields : rootFields[place]
  return rows[field]?.public === 'never' && !field.startsWith('public')
}

function refusalOf(
  place: Place,
  field: string,
  kind: Kind,
  way: Found['way'],
  after: string,
): TextHit['whyNot'] {
  const isNamed =
    (['posts', 'steps'].includes(place) && field === 'name') ||
    (['risks', 'measures'].includes(place) && field === 'text') ||
    way.at(-1) === 'title'
  if (after.trim() === '' && isNamed) return 'empty-name'
  return excessIn(innerKind(kind, way), after) === undefined ? null : 'too-long'
}

function innerKind(kind: Kind, [first, ...rest]: Found['way']): Kind {
  if (kind.is === 'list') return innerKind(kind.of, rest)
  if (kind.is === 'record' && typeof first === 'string' && kind.fields[first])
    return innerKind(kind.fields[first], rest)
  return kind
}

/** How many time limits have it in their words: they are read again only where they are written. */
export function limitsWith(chart: Chart, find: string): number {
  if (find.trim() === '') return 0
  const { statutoryLimit, promisedLimit } = chart.header
  const limits = [statutoryLimit, promisedLimit, ...chart.steps.map(({ timeLimit }) => timeLimit)]
  return limits.filter((limit) => limit?.wording?.includes(find)).length
}

/**
 * Replaces in the chosen texts, by their keys, as one edit. Refuses if none of them is left, or if two
 * posts would have one name.
 */
export function replaceText(chart: Chart, replacing: Replacing, chosen: ReadonlySet<string>): Edit {
  const hits = textHits(chart, replacing).filter(({ key, whyNot }) => chosen.has(key) && whyNot === null)
  if (hits.length === 0) return refuse('gone')
  const wanted = new Map(hits.map(({ key, after }) => [key, after]))
  const changes = thingsOf(chart).flatMap(({ place, id, fields }) =>
    written[place].flatMap(([field]): readonly Change[] => {
      const before = fields[field] as FieldValue | undefined
      const after = replacedIn(before, (way) => wanted.get(keyOf(place, id, field, way)), [])
      if (after === before) return []
      return [{ kind: 'set', root: place === 'header' ? 'meta' : place, id, field, value: bare(after) }]
    }),
  )
  const posts = new Map(chart.posts.map(({ id, name }) => [id, name]))
  for (const { root, field, id, after } of hits)
    if (root === 'posts' && field === 'name') posts.set(id, after)
  const names = hits.some(({ root, field }) => root === 'posts' && field === 'name')
    ? [...posts.values()]
    : []
  if (new Set(names).size < names.length) return refuse('post-exists')
  return allow(...changes)
}

/** The same value where nothing is replaced in it; members of a list that are emptied are left out. */
function replacedIn(
  value: FieldValue | undefined,
  wanted: (way: Found['way']) => string | undefined,
  way: Found['way'],
): FieldValue | undefined {
  if (typeof value === 'string') return wanted(way) ?? value
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) {
    const members = value.map((member, at) => replacedIn(member, wanted, [...way, at])!)
    return members.every((member, at) => member === value[at])
      ? value
      : members.filter((member) => member !== '')
  }
  const inner = Object.entries(value).map(
    ([field, member]) => [field, replacedIn(member, wanted, [...way, field])] as const,
  )
  return inner.every(([field, member]) => member === value[field])
    ? value
    : Object.fromEntries(inner.filter(([, member]) => member !== ''))
}

const isList = (value: FieldValue): value is readonly FieldValue[] => Array.isArray(value)

/** An emptied text or list is no value at all. */
const bare = (value: FieldValue | undefined): FieldValue | undefined =>
  value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value
