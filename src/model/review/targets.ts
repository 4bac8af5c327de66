/** The targets of marks in the current chart. A target may have been removed. */
import type { Chart, Id } from '../chart.ts'
import type { MarkTarget, ReviewMark } from './mark.ts'
import { isUnsettled } from './mark.ts'

export interface FoundTarget {
  /** Current name; of a removed target, the name when marked. Empty for the chart. */
  readonly name: string
  readonly gone: boolean
  /** Steps that show the mark on the canvas; empty for a post or the chart. */
  readonly steps: readonly Id[]
}

/** Maximum characters of a name stored with a mark; a risk text can fill a page. */
const longestName = 100

/** Finds the target of a mark. Never throws, also for removed targets. */
export function foundIn(chart: Chart, target: MarkTarget): FoundTarget {
  if (target.on === 'chart') return { name: '', gone: false, steps: [] }
  const name = nameIn(chart, target)
  if (name === undefined) return { name: target.name, gone: true, steps: [] }
  return { name, gone: false, steps: stepsOf(chart, target) }
}

type Thing = Exclude<MarkTarget, { on: 'chart' }>

function nameIn(chart: Chart, { on, id }: Thing): string | undefined {
  switch (on) {
    case 'step':
      return chart.steps.find((step) => step.id === id)?.name
    case 'post':
      return chart.posts.find((post) => post.id === id)?.name
    case 'risk':
      return chart.risks.find((risk) => risk.id === id)?.text
    case 'measure':
      return chart.measures.find((measure) => measure.id === id)?.text
  }
}

function stepsOf(chart: Chart, { on, id }: Thing): readonly Id[] {
  switch (on) {
    case 'step':
      return [id]
    case 'post':
      return []
    case 'risk':
      return stepsOfRisks(chart, [id])
    case 'measure':
      return stepsOfRisks(chart, chart.measures.find((measure) => measure.id === id)?.risks ?? [])
  }
}

function stepsOfRisks({ risks }: Chart, ids: readonly Id[]): readonly Id[] {
  return [...new Set(risks.filter((risk) => ids.includes(risk.id)).flatMap(({ step }) => step ?? []))]
}

/** The possible targets for these selected steps: the steps, their risks, their posts, then the chart. */
export function targetsAt(chart: Chart, selected: readonly Id[]): readonly MarkTarget[] {
  const steps = chart.steps.filter((step) => selected.includes(step.id))
  const atSteps = chart.risks.filter((risk) => risk.step !== undefined && selected.includes(risk.step))
  const ids = new Set(atSteps.map((risk) => risk.id))
  const measures = chart.measures.filter((measure) => measure.risks.some((risk) => ids.has(risk)))
  const held = new Set(steps.flatMap((step) => step.posts ?? []))
  const posts = steps.length === 0 ? chart.posts : chart.posts.filter((post) => held.has(post.id))
  const ofPosts = steps.length === 0 ? chart.risks.filter((risk) => risk.step === undefined) : []
  return [
    ...steps.map(({ id, name }) => target('step', id, name)),
    ...[...atSteps, ...ofPosts].map(({ id, text }) => target('risk', id, text)),
    ...measures.map(({ id, text }) => target('measure', id, text)),
    ...posts.map(({ id, name }) => target('post', id, name)),
    { on: 'chart' },
  ]
}

function target(on: Thing['on'], id: Id, name: string): MarkTarget {
  return { on, id, name: name.slice(0, longestName) }
}

/** The unsettled marks by the step that shows them. */
export function unsettledAt(
  chart: Chart,
  marks: readonly ReviewMark[],
): ReadonlyMap<Id, readonly ReviewMark[]> {
  const at = new Map<Id, readonly ReviewMark[]>()
  for (const mark of marks.filter(isUnsettled)) {
    for (const step of foundIn(chart, mark.target).steps) at.set(step, [...(at.get(step) ?? []), mark])
  }
  return at
}
