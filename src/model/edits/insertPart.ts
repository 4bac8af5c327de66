/** Copy and paste of parts of charts. */
import type { Change } from '../records/changes.ts'
import { put } from '../records/changes.ts'
import type { Chart, Flowline, Id, Measure, Post, Risk, Step } from '../chart.ts'
import { ordersAfterLast } from '../records/order.ts'
import type { Edit } from './refusal.ts'
import { allow } from './refusal.ts'

/** Extracts the steps with the flowlines between them, their posts, risks and measures as a chart. */
export function chartPartOf(chart: Chart, steps: readonly Id[]): Chart {
  const taken = new Set(steps)
  const kept = chart.steps.filter((step) => taken.has(step.id))
  const posts = new Set(kept.flatMap((step) => step.posts ?? []))
  const risks = chart.risks.filter((risk) => risk.step !== undefined && taken.has(risk.step))
  const riskIds = new Set(risks.map((risk) => risk.id))
  const { waivers: _waivers, ...whole } = chart
  return {
    ...whole,
    posts: chart.posts.filter((post) => posts.has(post.id)),
    steps: kept.map(withoutPlaces),
    flowlines: chart.flowlines.filter((line) => taken.has(line.from) && taken.has(line.to)),
    risks,
    measures: chart.measures
      .filter((measure) => measure.risks.some((risk) => riskIds.has(risk)))
      .map((measure) => ({ ...measure, risks: measure.risks.filter((risk) => riskIds.has(risk)) })),
  }
}

/** Drops manual positions: they apply only to the source chart. */
function withoutPlaces({
  flowPosition: _flow,
  lanesPosition: _lanes,
  externalFlowPosition: _externalFlow,
  externalLanesPosition: _externalLanes,
  ...step
}: Step): Step {
  return step
}

export interface Inserted {
  readonly edit: Edit
  /** New ids of the steps, in the order of the part. */
  readonly steps: readonly Id[]
}

/** Appends a part under new ids; posts with equal names are reused. */
export function insertPart(chart: Chart, part: Chart, newId: () => Id): Inserted {
  const known = new Map(chart.posts.map((post) => [post.name, post.id]))
  const newPosts = part.posts.filter((post) => !known.has(post.name))
  const ids = new Map<Id, Id>([
    ...part.posts.map((post) => [post.id, known.get(post.name) ?? newId()] as const),
    ...[...part.steps, ...part.flowlines, ...part.risks, ...part.measures].map(
      (thing) => [thing.id, newId()] as const,
    ),
  ])
  const levels = new Set(chart.grading.levels.map((level) => level.id))
  const edit = allow(
    ...renewed('posts', chart.posts, newPosts, ids, (post: Post) => post),
    ...renewed('steps', chart.steps, part.steps, ids, (step: Step) => ({
      ...step,
      ...(step.posts ? { posts: step.posts.flatMap((post) => ids.get(post) ?? []) } : {}),
    })),
    ...renewed('flowlines', chart.flowlines, part.flowlines, ids, (line: Flowline) => ({
      ...line,
      from: ids.get(line.from)!,
      to: ids.get(line.to)!,
    })),
    ...renewed('risks', chart.risks, part.risks, ids, (risk) => renewedRisk(risk, ids, levels)),
    ...renewed('measures', chart.measures, part.measures, ids, (measure: Measure) => ({
      ...measure,
      risks: measure.risks.flatMap((risk) => ids.get(risk) ?? []),
    })),
  )
  return { edit, steps: part.steps.map((step) => ids.get(step.id)!) }
}

/** Drops the level if it belongs to another scheme. */
function renewedRisk(
  { step, post, level, ...risk }: Risk,
  ids: ReadonlyMap<Id, Id>,
  levels: ReadonlySet<Id>,
): Risk {
  return {
    ...risk,
    ...(step !== undefined && ids.has(step) ? { step: ids.get(step)! } : {}),
    ...(post !== undefined && ids.has(post) ? { post: ids.get(post)! } : {}),
    ...(level !== undefined && levels.has(level) ? { level } : {}),
  }
}

type Things = 'posts' | 'steps' | 'flowlines' | 'risks' | 'measures'

function renewed<R extends Things>(
  root: R,
  there: Chart[R],
  things: readonly Chart[R][number][],
  ids: ReadonlyMap<Id, Id>,
  change: (thing: never) => Chart[R][number],
): readonly Change[] {
  const orders = ordersAfterLast(there, things.length)
  return things.map((thing, index) => {
    const { id, ...fields } = change(thing as never)
    return put(root, ids.get(id)!, { ...fields, order: orders[index]! } as never)
  })
}
