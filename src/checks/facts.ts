/** Facts that several rules need, derived once per chart: successors, reachability, posts. */
import type { Chart, Duty, Flowline, Id, PowerKind, Risk, Step } from '../model/chart.ts'
import { timeReport, type TimeReport } from './timeReport.ts'
import { graphOf, type Graph } from './graph.ts'

export interface Facts {
  readonly chart: Chart
  readonly graph: Graph
  readonly time: TimeReport
  /** Names of the posts of a step; posts are identified by name. */
  readonly postsOf: (step: Step) => readonly string[]
  readonly withDuty: (...duties: readonly Duty[]) => readonly Step[]
  readonly named: (words: RegExp) => readonly Step[]
  readonly isKind: (...kinds: readonly PowerKind[]) => boolean
  readonly measuresOf: (risk: Risk) => readonly string[]
}

/** Derives the facts of a chart. Never throws. */
export function factsOf(chart: Chart): Facts {
  const graph = graphOf(chart)
  const postNames = new Map(chart.posts.map((post) => [post.id, post.name.trim()]))
  const measures = new Map<Id, string[]>()
  for (const { risks, text } of chart.measures)
    for (const risk of risks) measures.set(risk, [...(measures.get(risk) ?? []), text])
  const { powerKind } = chart.header
  return {
    chart,
    graph,
    time: timeReport(chart, graph),
    postsOf: (step) => (step.posts ?? []).flatMap((id) => postNames.get(id) ?? []),
    withDuty: (...duties) => chart.steps.filter(({ duty }) => duty !== undefined && duties.includes(duty)),
    named: (words) => chart.steps.filter((step) => words.test(step.name)),
    isKind: (...kinds) => powerKind !== undefined && kinds.includes(powerKind),
    measuresOf: (risk) => measures.get(risk.id) ?? [],
  }
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
