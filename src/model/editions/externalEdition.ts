/**
 * 外部流程图: omits internal steps and keeps only the fields that `fields/chartFields.ts` discloses. Ids,
 * order keys and numbers are regenerated, so that gaps do not reveal omitted steps.
 */
import { publicParallel } from './publicParallel.ts'
import { joinOverRemoved } from './joinOverRemoved.ts'
import type { Chart, Header, Id, Measure, Post, Risk, Step, WithheldField } from '../chart.ts'
import { stepFields } from '../fields/chartFields.ts'
import { riskFields } from '../fields/riskFields.ts'
import { headerFields } from '../fields/headerFields.ts'
import type { Disclosed, Row } from '../fields/surfaces.ts'
import { repairedFields, type FieldShapes } from '../records/fieldShapes.ts'
import type { Fields } from '../records/records.ts'
import { shapes } from '../records/shapes.ts'
import type { PublicChart } from './edition.ts'
import type { GradingScheme } from '../grading.ts'
import { ordersFor } from '../records/order.ts'
import { hasExternalEdition } from './hasExternalEdition.ts'
import type { Refusal } from '../edits/refusal.ts'

/**
 * What the unit discloses beyond the flow; false if left out. Some regions publish risk points (安徽
 * [P10][P26]), most do not (焦作 [W2]).
 */
export interface Disclosure {
  readonly risks?: boolean
  /** Adds the measures to disclosed risks. */
  readonly measures?: boolean
  /** Adds 责任人 and 责任领导 to disclosed risks. */
  readonly responsible?: boolean
}

/** The reason why this chart has no external edition; undefined if it has one. */
export function whyNoExternal(chart: Chart): Refusal | undefined {
  if (!hasExternalEdition(chart.header)) return { reason: 'internal-power' }
  if (!chart.steps.some(isPublic)) return { reason: 'nothing-public' }
  return undefined
}

/**
 * Builds the external edition. Flowlines over omitted steps are joined, so that no path is broken.
 * Works for every chart and never throws; whether it may be shown is decided by `whyNoExternal`.
 */
export function externalEdition(chart: Chart, disclosure: Disclosure): PublicChart {
  const shown = chart.steps.filter(isPublic)
  const stepIds = renumbered(shown, 's')
  const namedPosts = new Set(shown.flatMap((step) => (withholds(step, 'posts') ? [] : (step.posts ?? []))))
  const posts = chart.posts.filter((post) => namedPosts.has(post.id))
  const postIds = renumbered(posts, 'p')
  const risks = disclosure.risks ? chart.risks.filter((risk) => isShownRisk(risk, stepIds, postIds)) : []
  const riskIds = renumbered(risks, 'r')
  const measures = disclosure.measures
    ? chart.measures.filter((measure) => measure.risks.some((risk) => riskIds.has(risk)))
    : []
  const parallelOf = publicParallel(chart, (step) => stepIds.has(step))
  const edition: Chart = {
    header: publicHeader(chart.header),
    posts: inOrder(posts, 'p', publicPost),
    steps: inOrder(shown, 's', (step) => ({ ...publicStep(step, postIds), ...parallelOf(step) })),
    flowlines: inOrder(
      joinOverRemoved(chart, (step) => stepIds.has(step)),
      'f',
      (line) => ({
        from: stepIds.get(line.from)!,
        to: stepIds.get(line.to)!,
        ...(line.label ? { label: line.label } : {}),
        ...(line.side ? { side: line.side } : {}),
      }),
    ),
    risks: inOrder(risks, 'r', (risk) => publicRisk(risk, stepIds, postIds, disclosure)),
    measures: inOrder(measures, 'm', (measure) => publicMeasure(measure, riskIds)),
    grading: disclosure.risks ? publicGrading(chart.grading) : noGrading,
  }
  return edition as PublicChart
}

/** Maps public step ids to the ids of the chart, for editing while the external edition is shown. */
export function stepsBehind(chart: Chart): ReadonlyMap<Id, Id> {
  const shown = chart.steps.filter(isPublic)
  return new Map([...renumbered(shown, 's')].map(([id, publicId]) => [publicId, id]))
}

const noGrading: GradingScheme = { id: 'none', name: '', levels: [] }

/** The levels for the legend; factors and rule are internal and omitted. */
function publicGrading({ id, name, levels }: GradingScheme): GradingScheme {
  return {
    id,
    name,
    levels: levels.map((level) => ({
      id: level.id,
      rank: level.rank,
      name: level.name,
      word: level.word,
      colour: level.colour,
      shape: level.shape,
    })),
  }
}

function isPublic(step: Step): boolean {
  return !step.internalOnly
}

function withholds(step: Step, field: WithheldField): boolean {
  return step.withheld?.includes(field) ?? false
}

function isShownRisk(risk: Risk, steps: ReadonlyMap<Id, Id>, posts: ReadonlyMap<Id, Id>): boolean {
  if (risk.step !== undefined) return steps.has(risk.step)
  return risk.post !== undefined && posts.has(risk.post)
}

function renumbered(things: readonly { readonly id: Id }[], prefix: string): ReadonlyMap<Id, Id> {
  return new Map(things.map((thing, index) => [thing.id, `${prefix}${index + 1}`]))
}

function inOrder<T, F extends object>(things: readonly T[], prefix: string, fields: (thing: T) => F) {
  const orders = ordersFor(things.length)
  return things.map((thing, index) => ({
    id: `${prefix}${index + 1}`,
    order: orders[index]!,
    ...fields(thing),
  }))
}

function publicHeader(header: Header): Header {
  return {
    ...disclosed(header, headerFields, shapes.header, (row) => row === 'always'),
    title: header.publicTitle ?? header.title,
  }
}

/**
 * Keeps the fields disclosed in this way, each reduced to its declared shape; unknown members of a
 * value are dropped.
 */
function disclosed<T extends object>(
  thing: T,
  rows: { readonly [field: string]: Row },
  shapesOfRows: FieldShapes,
  isShown: (row: Disclosed, field: string) => boolean,
): Partial<T> {
  const shown = Object.entries(shapesOfRows).filter(([field]) => isShown(rows[field]!.public, field))
  return repairedFields(
    Object.fromEntries(shown.map(([field]) => [field, (thing as Fields)[field]])),
    Object.fromEntries(shown),
  ) as Partial<T>
}

function publicPost(post: Post): Omit<Post, 'id' | 'order'> {
  return { name: post.publicName ?? post.name }
}

function publicStep(step: Step, postIds: ReadonlyMap<Id, Id>): Omit<Step, 'id' | 'order'> {
  const { posts: named = [], ...told } = disclosed(
    step,
    stepFields,
    shapes.step,
    (row, field) =>
      row === 'always' || (row === 'unlessWithheld' && !withholds(step, field as WithheldField)),
  )
  const posts = named.flatMap((post) => postIds.get(post) ?? [])
  return {
    ...told,
    kind: step.kind,
    name: step.publicName ?? step.name,
    ...(posts.length > 0 ? { posts } : {}),
  }
}

function publicRisk(
  risk: Risk,
  steps: ReadonlyMap<Id, Id>,
  posts: ReadonlyMap<Id, Id>,
  { responsible }: Disclosure,
): Omit<Risk, 'id' | 'order'> {
  const told = disclosed(
    risk,
    riskFields,
    shapes.risk,
    (row) => row === 'always' || (row === 'ifPeopleAreNamed' && responsible === true),
  )
  const step = risk.step && steps.get(risk.step)
  const post = risk.post && posts.get(risk.post)
  return { ...told, text: risk.text, ...(step ? { step } : {}), ...(post ? { post } : {}) }
}

function publicMeasure(measure: Measure, risks: ReadonlyMap<Id, Id>): Omit<Measure, 'id' | 'order'> {
  return { text: measure.text, risks: measure.risks.flatMap((risk) => risks.get(risk) ?? []) }
}
