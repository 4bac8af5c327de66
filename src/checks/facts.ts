/** Facts that several rules need, derived once per chart: successors, reachability, posts, duties. */
import type { Chart, Duty, Flowline, Id, PowerKind, Risk, Step } from '../model/chart.ts'
import { dutiesOfName } from '../text/recognition/dutyWords.ts'
import { applicantPost } from '../text/recognition/vocabulary.ts'
import { limitsReadAnew } from './limitsReadAnew.ts'
import { matterOf, type Matter } from './matter.ts'
import { timeReport, type TimeReport } from './timeReport.ts'
import { graphOf, type Graph } from './graph.ts'

export interface Facts {
  readonly chart: Chart
  readonly graph: Graph
  readonly time: TimeReport
  readonly matter: Matter
  /** Names of the posts of a step; posts are identified by name. */
  readonly postsOf: (step: Step) => readonly string[]
  /** Steps with one of these duties, as a person has said it. */
  readonly withDuty: (...duties: readonly Duty[]) => readonly Step[]
  /** The same, and the steps without a duty whose name proposes one. */
  readonly acting: (...duties: readonly Duty[]) => readonly Step[]
  readonly named: (words: RegExp) => readonly Step[]
  /** By 职权类别, else by the title. */
  readonly isKind: (...kinds: readonly PowerKind[]) => boolean
  readonly measuresOf: (risk: Risk) => readonly string[]
}

/** Derives the facts of a chart. Never throws. */
export function factsOf(given: Chart): Facts {
  const chart = limitsReadAnew(given)
  const graph = graphOf(chart)
  const matter = matterOf(chart)
  const postNames = new Map(chart.posts.map((post) => [post.id, post.name.trim()]))
  const postsOf = (step: Step) => (step.posts ?? []).flatMap((id) => postNames.get(id) ?? [])
  const duties = new Map(chart.steps.map((step) => [step.id, dutiesOf(step, postsOf(step))]))
  const acting: Facts['acting'] = (...wanted) =>
    chart.steps.filter(({ id }) => duties.get(id)!.some((duty) => wanted.includes(duty)))
  const measures = new Map<Id, string[]>()
  for (const { risks, text } of chart.measures)
    for (const risk of risks) measures.set(risk, [...(measures.get(risk) ?? []), text])
  return {
    chart,
    graph,
    matter,
    time: timeReport({ chart, graph, matter, deciding: acting('decide') }),
    postsOf,
    withDuty: (...wanted) => chart.steps.filter(({ duty }) => duty !== undefined && wanted.includes(duty)),
    acting,
    named: (words) => chart.steps.filter((step) => words.test(step.name)),
    isKind: (...kinds) => matter.kind !== undefined && kinds.includes(matter.kind),
    measuresOf: (risk) => measures.get(risk.id) ?? [],
  }
}

/** What a person has said; else what the name proposes. The public holds no duty of the unit. */
function dutiesOf(step: Step, posts: readonly string[]): readonly Duty[] {
  if (step.duty !== undefined) return [step.duty]
  if (posts.some((post) => applicantPost.test(post))) return []
  return dutiesOfName(step.name)
}

/** Ids of the steps. */
export function idsOf(steps: readonly Step[]): readonly Id[] {
  return steps.map((step) => step.id)
}

/** One place per step, as most rules return. */
export function eachStep(steps: readonly Step[]): readonly { readonly steps: readonly Id[] }[] {
  return steps.map((step) => ({ steps: [step.id] }))
}

/** Trimmed non-empty labels of the flowlines. */
export function labelsOf(lines: readonly Flowline[]): readonly string[] {
  return lines.flatMap(({ label }) => (label?.trim() ? [label.trim()] : []))
}
