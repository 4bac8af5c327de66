/**
 * Makes a Chart of merged records: drops dangling references, fills defaults for missing or malformed
 * fields, sorts by order key, heals the flow (`flowHealing.ts`) and resolves merged posts.
 * Deterministic: the same records give the same chart. Never throws.
 */
import type { Chart, Flowline, Header, Id, Measure, Post, Risk, Step, Waiver } from '../chart.ts'
import { isObject, repairedFields } from './fieldShapes.ts'
import { healedFlow } from './flowHealing.ts'
import type { GradingScheme } from '../grading.ts'
import { highMediumLow } from '../grading.ts'
import { byOrder, validOrder } from './order.ts'
import { mergedPosts } from './mergedPosts.ts'
import type { Fields, Records } from './records.ts'
import { shapes } from './shapes.ts'
import { stepPlacesIn } from './stepPlaces.ts'

/** Reads a Chart from raw records. Never throws. */
export function repaired(records: Records): Chart {
  const found = things<Post>(records.posts, shapes.post)
  const merged = mergedPosts(records)
  const posts = [...found, ...merged.broughtBack].sort(byOrder)
  const postIds = idsOf(posts)
  const steps = things<Step>(records.steps, shapes.step)
    .map((step) => inPostsOfToday(step, merged.today))
    .map((step) => withKnownPosts(step, postIds))
  const stepIds = idsOf(steps)
  const risks = things<Risk>(records.risks, shapes.risk)
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
        lines: things<Flowline>(records.flowlines, shapes.flowline),
        places: stepPlacesIn(records),
      }),
    ].sort(byOrder),
    risks,
    measures: things<Measure>(records.measures, shapes.measure).map((measure) => ({
      ...measure,
      risks: unique(measure.risks).filter((risk) => riskIds.has(risk)),
    })),
    grading: mendedGrading(records.meta['grading']),
    ...mendedWaivers(records.waivers),
  }
}

/** Includes waivers of removed steps, which apply again if the step is restored. */
function mendedWaivers(root: { readonly [id: Id]: Fields }): Pick<Chart, 'waivers'> {
  const waivers = Object.entries(root)
    .map(([id, fields]) => ({ ...repairedFields(fields, shapes.waiver), id }) as unknown as Waiver)
    .filter(({ rule }) => rule.trim() !== '')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  return waivers.length > 0 ? { waivers } : {}
}

function things<T extends { readonly id: Id; readonly order: string }>(
  root: { readonly [id: Id]: Fields },
  shape: Parameters<typeof repairedFields>[1],
): readonly T[] {
  return Object.entries(root)
    .map(([id, fields]) => {
      const order = typeof fields['order'] === 'string' ? validOrder(fields['order']) : validOrder('')
      return { ...repairedFields(fields, shape), id, order } as unknown as T
    })
    .sort(byOrder)
}

function idsOf(list: readonly { readonly id: Id }[]): ReadonlySet<Id> {
  return new Set(list.map((thing) => thing.id))
}

function unique<T>(list: readonly T[]): readonly T[] {
  return [...new Set(list)]
}

function inPostsOfToday(step: Step, today: (post: Id) => Id): Step {
  return step.posts ? { ...step, posts: step.posts.map(today) } : step
}

function withKnownPosts(step: Step, known: ReadonlySet<Id>): Step {
  if (!step.posts) return step
  const { posts, ...others } = step
  const kept = unique(posts).filter((post) => known.has(post))
  return kept.length > 0 ? { ...others, posts: kept } : others
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
