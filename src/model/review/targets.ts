/** What marks hang on, in the chart as it is now. Marks live apart from the chart: what they hung on may be gone. */
import type { Chart, Id } from '../chart.ts'
import type { MarkTarget, ReviewMark } from './mark.ts'
import { isUnsettled } from './mark.ts'

export interface FoundTarget {
  /** Its name now; where it is gone, as it was called when it was marked. Empty for the chart. */
  readonly name: string
  readonly gone: boolean
  /** Where it is seen on the canvas; none where it is a post's or the chart's. */
  readonly steps: readonly Id[]
}

/** So much of a name is kept with a mark; a risk can be as long as a page. */
const longestName = 100

/** Never throws, whatever became of the chart. */
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

/** What can be marked where these steps are selected: they, what hangs on them, their posts; then the chart. */
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

/** The marks that still have to be settled, by the step at which they are seen. */
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
