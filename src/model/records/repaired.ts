/**
 * Makes a Chart of merged records: drops dangling references, fills defaults for missing or malformed
 * fields, sorts by order key, heals the flow (`flowHealing.ts`) and resolves merged posts.
 * Deterministic: the same records give the same chart. Never throws.
 */
import type { Chart, Header, Id, Measure, Post, Risk, Step, Waiver } from '../chart.ts'
import type { FieldShapes } from './fieldShapes.ts'
import { isObject, repairedFields } from './fieldShapes.ts'
import { isSameValue } from './isSameValue.ts'
import { inOrder } from './inOrder.ts'
import { healedFlow } from './flowHealing.ts'
import { flowlinesIn } from './flowIn.ts'
import type { GradingScheme } from '../grading.ts'
import { highMediumLow } from '../grading.ts'
import { byOrder } from './order.ts'
import { mergedPosts } from './mergedPosts.ts'
import type { Fields, Records } from './records.ts'
import { shapes } from './shapes.ts'
import { stepPlacesIn } from './stepPlaces.ts'

/** Reads a Chart from raw records. Never throws. */
export function repaired(records: Records): Chart {
  const found = postsIn(records.posts)
  const merged = mergedPosts(records)
  const posts = [...found, ...merged.broughtBack].sort(byOrder)
  const postIds = idsOf(posts)
  const steps = stepsIn(records.steps).map((step) => inKnownPosts(step, merged.today, postIds))
  const stepIds = idsOf(steps)
  const risks = risksIn(records.risks)
    .map((risk) => (risk.post === undefined ? risk : { ...risk, post: merged.today(risk.post) }))
    .flatMap((risk) => ownedRisk(risk, stepIds, postIds))
  const riskIds = idsOf(risks)
  return {
    header: mendedHeader(records.meta['header']),
    posts,
    steps,
    flowlines: [
      ...healedFlow({
        steps,
        lines: flowlinesIn(records.flowlines),
        places: stepPlacesIn(records.stepPlaces),
      }),
    ].sort(byOrder),
    risks,
    measures: measuresIn(records.measures).map((measure) => ({
      ...measure,
      risks: unique(measure.risks).filter((risk) => riskIds.has(risk)),
    })),
    grading: mendedGrading(records.meta['grading']),
    ...mendedWaivers(records.waivers),
  }
}

const postsIn = thingsIn<Post>(shapes.post)
const stepsIn = thingsIn<Step>(shapes.step)
const risksIn = thingsIn<Risk>(shapes.risk)
const measuresIn = thingsIn<Measure>(shapes.measure)

/** Includes waivers of removed steps, which apply again if the step is restored. */
function mendedWaivers(root: { readonly [id: Id]: Fields }): Pick<Chart, 'waivers'> {
  const waivers = Object.entries(root)
    .map(([id, fields]) => ({ ...repairedFields(fields, shapes.waiver), id }) as unknown as Waiver)
    .filter(({ rule }) => rule.trim() !== '')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  return waivers.length > 0 ? { waivers } : {}
}

function thingsIn<T extends { readonly id: Id; readonly order: string }>(shape: FieldShapes) {
  return inOrder((fields) => repairedFields(fields, shape) as unknown as Omit<T, 'id' | 'order'>) as (root: {
    readonly [id: Id]: Fields
  }) => readonly T[]
}

function idsOf(list: readonly { readonly id: Id }[]): ReadonlySet<Id> {
  return new Set(list.map((thing) => thing.id))
}

function unique<T>(list: readonly T[]): readonly T[] {
  return [...new Set(list)]
}

/** The same step where its posts are known. */
function inKnownPosts(step: Step, today: (post: Id) => Id, known: ReadonlySet<Id>): Step {
  if (!step.posts) return step
  const { posts, ...others } = step
  const kept = unique(posts.map(today)).filter((post) => known.has(post))
  if (kept.length === 0) return others
  return isSameValue(posts, kept) ? step : { ...others, posts: kept }
}

/**
 * Drops a risk whose step was deleted, unless it also belongs to a post. Also drops a risk whose step
 * id is unreadable: the step may be internal.
 */
function ownedRisk(risk: Risk, steps: ReadonlySet<Id>, posts: ReadonlySet<Id>): readonly Risk[] {
  const { step, post, ...others } = risk
  if (step === '') return []
  const owner = {
    ...(step !== undefined && steps.has(step) ? { step } : {}),
    ...(post !== undefined && posts.has(post) ? { post } : {}),
  }
  return 'step' in owner || 'post' in owner ? [{ ...others, ...owner }] : []
}

/** An unreadable kind of power may be internal, which has no external chart. */
function mendedHeader(fields: Fields = {}): Header {
  const header = repairedFields(fields, shapes.header) as unknown as Header
  const isKindLost = Object.hasOwn(fields, 'powerKind') && header.powerKind === undefined
  return isKindLost && fields['powerKind'] !== undefined ? { hasExternal: false, ...header } : header
}

function mendedGrading(fields: Fields | undefined): GradingScheme {
  const scheme = fields?.['scheme']
  if (!isObject(scheme)) return highMediumLow
  const read = repairedFields(scheme, shapes.grading) as unknown as GradingScheme
  return read.levels.length > 0 ? read : highMediumLow
}
