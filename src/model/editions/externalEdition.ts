/**
 * The edition that the public sees (外部流程图): no internal step, and of everything
 * else only what is named here. Ids, order and numbers are made anew, so that not
 * even a gap tells of what was left out.
 */
import { joinOverRemoved } from './joinOverRemoved.ts'
import type { Chart, Header, Id, LegalBasis, Measure, Post, Risk, Step, WithheldField } from '../chart.ts'
import type { PublicChart } from './edition.ts'
import type { GradingScheme } from '../grading.ts'
import { ordersFor } from '../records/order.ts'
import { hasExternalEdition } from './hasExternalEdition.ts'
import type { Refusal } from '../edits/refusal.ts'
import type { TimeLimit } from '../time/timeLimit.ts'

/** What the public sees beyond the flow. Everything is withheld unless said: some regions publish risk points (安徽 [P10][P26]), most keep them inside (焦作 [W2]). */
export interface Disclosure {
  readonly risks?: boolean
  /** With the risks, their measures. */
  readonly measures?: boolean
  /** With the risks, 责任人 and 责任领导. */
  readonly responsible?: boolean
}

/** Why this chart has no external edition; undefined where it has one. */
export function whyNoExternal(chart: Chart): Refusal | undefined {
  if (!hasExternalEdition(chart.header)) return { reason: 'internal-power' }
  if (!chart.steps.some(isPublic)) return { reason: 'nothing-public' }
  return undefined
}

/**
 * Makes the external edition. Where a step is left out, the flowlines that met there
 * are joined, so that the public never sees a broken path. Defined for every chart;
 * whether it may be shown is `whyNoExternal`.
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
  const edition: Chart = {
    header: publicHeader(chart.header),
    posts: inOrder(posts, 'p', publicPost),
    steps: inOrder(shown, 's', (step) => publicStep(step, postIds)),
    flowlines: inOrder(
      joinOverRemoved(chart, (step) => stepIds.has(step)),
      'f',
      (line) => ({
        from: stepIds.get(line.from)!,
        to: stepIds.get(line.to)!,
        ...(line.label ? { label: line.label } : {}),
      }),
    ),
    risks: inOrder(risks, 'r', (risk) => publicRisk(risk, stepIds, postIds, disclosure)),
    measures: inOrder(measures, 'm', (measure) => publicMeasure(measure, riskIds)),
    grading: disclosure.risks ? publicGrading(chart.grading) : noGrading,
  }
  return edition as PublicChart
}

/** Which step of the chart each step of its external edition is: public id → id. For the person who edits one while looking at the other; never published. */
export function stepsBehind(chart: Chart): ReadonlyMap<Id, Id> {
  const shown = chart.steps.filter(isPublic)
  return new Map([...renumbered(shown, 's')].map(([id, publicId]) => [publicId, id]))
}

const noGrading: GradingScheme = { id: 'none', name: '', levels: [] }

/** The levels that the legend explains; how they are found is the unit's own affair. */
function publicGrading({ id, name, levels }: GradingScheme): GradingScheme {
  return {
    id,
    name,
    levels: levels.map((level) =>
      present({
        id: level.id,
        rank: level.rank,
        name: level.name,
        word: level.word,
        colour: level.colour,
        shape: level.shape,
      }),
    ),
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
  return present({
    title: header.publicTitle ?? header.title,
    unit: header.unit,
    office: header.office,
    code: header.code,
    powerKind: header.powerKind,
    legalBasis: header.legalBasis?.map(publicBasis),
    statutoryLimit: header.statutoryLimit && publicLimit(header.statutoryLimit),
    promisedLimit: header.promisedLimit && publicLimit(header.promisedLimit),
    consultPhone: header.consultPhone,
    supervisionPhone: header.supervisionPhone,
    place: header.place,
    openingHours: header.openingHours,
    issuedOn: header.issuedOn,
    versionMark: header.versionMark,
  })
}

function publicPost(post: Post): Omit<Post, 'id' | 'order'> {
  return { name: post.publicName ?? post.name }
}

function publicStep(step: Step, postIds: ReadonlyMap<Id, Id>): Omit<Step, 'id' | 'order'> {
  const open = <T>(field: WithheldField, value: T): T | undefined =>
    withholds(step, field) ? undefined : value
  const posts = (step.posts ?? []).flatMap((post) => postIds.get(post) ?? [])
  return present({
    kind: step.kind,
    name: step.publicName ?? step.name,
    posts: open('posts', posts.length > 0 ? posts : undefined),
    timeLimit: open('timeLimit', step.timeLimit && publicLimit(step.timeLimit)),
    legalBasis: open('legalBasis', step.legalBasis?.map(publicBasis)),
    materials: open('materials', step.materials),
    documents: open('documents', step.documents),
    externalFlowPosition: step.externalFlowPosition,
    externalLanesPosition: step.externalLanesPosition,
  })
}

function publicBasis(basis: LegalBasis): LegalBasis {
  return present({ title: basis.title, article: basis.article })
}

function publicLimit(limit: TimeLimit): TimeLimit {
  const { wording, counts } = limit
  if (limit.kind !== 'span') return { kind: limit.kind, wording, counts }
  const { bound, amount, unit, unitUnsaid, from, extension } = limit
  const until = extension && { amount: extension.amount, unit: extension.unit }
  return present({
    kind: limit.kind,
    wording,
    counts,
    bound,
    amount,
    unit,
    unitUnsaid,
    from,
    extension: until,
  })
}

function publicRisk(
  risk: Risk,
  steps: ReadonlyMap<Id, Id>,
  posts: ReadonlyMap<Id, Id>,
  disclosure: Disclosure,
): Omit<Risk, 'id' | 'order'> {
  return present({
    step: risk.step && steps.get(risk.step),
    post: risk.post && posts.get(risk.post),
    text: risk.text,
    category: risk.category,
    level: risk.level,
    responsible: disclosure.responsible ? risk.responsible : undefined,
    leader: disclosure.responsible ? risk.leader : undefined,
  })
}

function publicMeasure(measure: Measure, risks: ReadonlyMap<Id, Id>): Omit<Measure, 'id' | 'order'> {
  return { text: measure.text, risks: measure.risks.flatMap((risk) => risks.get(risk) ?? []) }
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>
}
