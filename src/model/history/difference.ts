/**
 * The visible differences between two charts: added and removed records, fields, posts, flowline ends,
 * visible order, manual positions. Empty exactly if the charts look the same. Order keys and ids are
 * ignored.
 */
import type { Chart, Id } from '../chart.ts'
import type { FieldValue, Fields, Records, RootName } from '../records/records.ts'
import { recordsOf } from '../records/records.ts'
import { isSameValue } from '../records/isSameValue.ts'
import { mergedOrder, movedBetween } from '../records/sequence.ts'
import { shapes } from '../records/shapes.ts'

/** Roots whose records can be added and removed. */
export type ThingRoot = Exclude<RootName, 'meta'>

export interface Ends {
  readonly from: Id
  readonly to: Id
}

/** Ids are from the later chart for records in both. */
export type Difference =
  | { readonly kind: 'added' | 'removed'; readonly root: ThingRoot; readonly id: Id }
  | {
      readonly kind: 'changed'
      readonly root: RootName
      readonly id: Id
      readonly field: string
      readonly before: FieldValue | undefined
      readonly after: FieldValue | undefined
    }
  /** A new first post moves the step to another lane. */
  | {
      readonly kind: 'reposted'
      readonly root: 'steps'
      readonly id: Id
      readonly before: readonly Id[]
      readonly after: readonly Id[]
    }
  | {
      readonly kind: 'rejoined'
      readonly root: 'flowlines'
      readonly id: Id
      readonly before: Ends
      readonly after: Ends
    }
  /**
   * `behind`: id of the preceding record; undefined if first. Without `known` the place is not
   * reported.
   */
  | {
      readonly kind: 'reordered'
      readonly root: ThingRoot
      readonly id: Id
      readonly behind?: Id
      readonly known: boolean
    }
  /** 手工位置 */
  | { readonly kind: 'placed'; readonly root: 'steps'; readonly id: Id }

/** In reading order: header, posts, steps, flowlines, risks, measures, grading. */
export function differencesOf(before: Chart, after: Chart): readonly Difference[] {
  const paired = withIdsOf(before, after)
  const one = recordsOf(paired)
  const other = recordsOf(after)
  return [
    ...changedFields('meta', 'header', one.meta['header']!, other.meta['header']!),
    ...thingRoots.flatMap((root) => [
      ...mergedOrder(idsOf(paired[root]), idsOf(after[root])).flatMap((id) =>
        differencesOfThing(root, id, one, other),
      ),
      ...reordered(root, paired, after),
    ]),
    ...changedFields('meta', 'grading', one.meta['grading']!, other.meta['grading']!),
  ]
}

export const thingRoots = [
  'posts',
  'steps',
  'flowlines',
  'risks',
  'measures',
  'waivers',
] as const satisfies readonly ThingRoot[]

/** Treats a redrawn flowline between the same two steps as unchanged. */
function withIdsOf(before: Chart, after: Chart): Chart {
  const known = new Set(idsOf(after.flowlines))
  const old = new Set(idsOf(before.flowlines))
  const fresh = after.flowlines.filter((line) => !old.has(line.id))
  const taken = new Set<Id>()
  const flowlines = before.flowlines.map((line) => {
    if (known.has(line.id)) return line
    const twin = fresh.find((each) => !taken.has(each.id) && each.from === line.from && each.to === line.to)
    if (!twin) return line
    taken.add(twin.id)
    return { ...line, id: twin.id }
  })
  return { ...before, flowlines }
}

function idsOf(things: readonly { readonly id: Id }[] = []): readonly Id[] {
  return things.map(({ id }) => id)
}

function differencesOfThing(root: ThingRoot, id: Id, one: Records, other: Records): readonly Difference[] {
  const before = one[root][id]
  const after = other[root][id]
  if (!before) return [{ kind: 'added', root, id }]
  if (!after) return [{ kind: 'removed', root, id }]
  return changedFields(root, id, before, after)
}

const fieldsOf: { readonly [R in ThingRoot]: readonly string[] } = {
  posts: Object.keys(shapes.post),
  steps: Object.keys(shapes.step),
  flowlines: Object.keys(shapes.flowline),
  // Former levels serve only restoring and are not shown.
  risks: Object.keys(shapes.risk).filter((field) => field !== 'formerLevels'),
  measures: Object.keys(shapes.measure),
  waivers: Object.keys(shapes.waiver),
}

function namesOfFields(root: RootName, id: Id): readonly string[] {
  if (root !== 'meta') return fieldsOf[root]
  return id === 'header' ? Object.keys(shapes.header) : ['scheme']
}

/** Visible differences between two states of one record. */
export function changedFields(root: RootName, id: Id, before: Fields, after: Fields): readonly Difference[] {
  const changed = namesOfFields(root, id).filter(
    (field) => !isSameValue(seen(field, before[field]), seen(field, after[field])),
  )
  return saidOnce(
    changed.map((field) => ({
      kind: 'changed',
      root,
      id,
      field,
      before: before[field],
      after: after[field],
    })),
    { before, after },
  )
}

type ChangedField = Extract<Difference, { kind: 'changed' }>

/** Reports fields that form one fact once, at the first of them. */
function saidOnce(
  changes: readonly ChangedField[],
  { before, after }: { readonly before: Fields; readonly after: Fields },
): readonly Difference[] {
  const said = new Set<string>()
  return changes.flatMap((change): readonly Difference[] => {
    const special = specialOf(change, before, after)
    if (!special) return [change]
    if (said.has(special.kind)) return []
    said.add(special.kind)
    return [special]
  })
}

function specialOf(change: ChangedField, before: Fields, after: Fields): Difference | undefined {
  const { root, id, field } = change
  if (root === 'steps' && isPosition(field)) return { kind: 'placed', root, id }
  if (root === 'flowlines' && (field === 'from' || field === 'to'))
    return { kind: 'rejoined', root, id, before: endsOf(before), after: endsOf(after) }
  if (root === 'steps' && field === 'posts') {
    const [old, now] = [postsOf(before), postsOf(after)]
    if (old.length > 0 && now.length > 0 && old[0] !== now[0])
      return { kind: 'reposted', root, id, before: old, after: now }
  }
  return undefined
}

/** Whether a field stores a manual position. */
export function isPosition(field: string): boolean {
  return field.endsWith('Position')
}

function endsOf(line: Fields): Ends {
  return { from: idIn(line['from']), to: idIn(line['to']) }
}

function idIn(value: FieldValue | undefined): Id {
  return typeof value === 'string' ? value : ''
}

function postsOf(step: Fields): readonly Id[] {
  return isList(step['posts']) ? step['posts'].map(idIn) : []
}

/**
 * Normalises a value to what is visible: empty equals missing; the order of ticked options and of a
 * measure's risks is ignored.
 */
function seen(field: string, value: FieldValue | undefined): FieldValue | undefined {
  if (field === 'internalOnly') return value === true
  if (value === '' || value === null) return undefined
  if (!isList(value)) return value
  if (value.length === 0) return undefined
  return field === 'withheld' || field === 'risks' ? value.map(idIn).sort() : value
}

function isList(value: FieldValue | undefined): value is readonly FieldValue[] {
  return Array.isArray(value)
}

/**
 * Reports changes of visible orders: lanes, table rows, exits of a step, risks of a step or post,
 * measures of a risk.
 */
function reordered(root: ThingRoot, before: Chart, after: Chart): readonly Difference[] {
  const old = new Map(orders[root](before))
  const moved = orders[root](after).flatMap(([of, ids]) => movedBetween(old.get(of) ?? [], ids))
  const ids = new Set(idsOf(moved))
  return [...ids].map((id) => ({
    kind: 'reordered',
    root,
    known: true,
    ...moved.find((each) => each.id === id)!,
  }))
}

/** Each visibly ordered list, under a key that both charts share. */
type SeenOrders = readonly (readonly [of: string, ids: readonly Id[]])[]

const orders: { readonly [R in ThingRoot]: (chart: Chart) => SeenOrders } = {
  posts: ({ posts }) => [['', idsOf(posts)]],
  steps: ({ steps }) => [['', idsOf(steps)]],
  flowlines: ({ steps, flowlines }) =>
    steps.map(({ id }) => [id, idsOf(flowlines.filter((line) => line.from === id))]),
  risks: ({ steps, posts, risks }) => [
    ...steps.map(({ id }) => [`step ${id}`, idsOf(risks.filter((risk) => risk.step === id))] as const),
    ...posts.map(({ id }) => [`post ${id}`, idsOf(risks.filter((risk) => risk.post === id))] as const),
  ],
  measures: ({ risks, measures }) =>
    risks.map(({ id }) => [id, idsOf(measures.filter((measure) => measure.risks.includes(id)))]),
  waivers: () => [],
}
