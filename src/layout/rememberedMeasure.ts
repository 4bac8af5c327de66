import type { Chart, Id, Step, View } from '../model/chart.ts'
import type { Size } from './arrangement.ts'
import type { StepMeasure } from './measure.ts'

/** More labels than this are forgotten together: an editor that stays open for days meets many. */
const mostLabels = 5000

/**
 * The same sizes, measured again only where something that a box shows has changed: its step, the
 * names of posts, its risks or their grading. For one chart that is edited; boxes beside steps are
 * measured each time.
 */
export function rememberedMeasure(measure: StepMeasure): StepMeasure {
  const steps = new Map<string, { readonly shows: string; readonly size: Size }>()
  const labels = new Map<string, Size>()
  const around = new WeakMap<Chart, Around>()
  const aroundOf = (chart: Chart): Around => {
    const known = around.get(chart) ?? readAround(chart)
    around.set(chart, known)
    return known
  }
  return {
    ...measure,
    step: (step: Step, chart: Chart, view: View) => {
      const { shared, risks } = aroundOf(chart)
      const key = `${view} ${step.id}`
      const shows = `${JSON.stringify(step)}${risks.get(step.id) ?? ''}${shared}`
      const known = steps.get(key)
      if (known?.shows === shows) return known.size
      const size = measure.step(step, chart, view)
      steps.set(key, { shows, size })
      return size
    },
    label: (text: string) => {
      const known = labels.get(text)
      if (known) return known
      if (labels.size >= mostLabels) labels.clear()
      const size = measure.label(text)
      labels.set(text, size)
      return size
    },
  }
}

interface Around {
  /** What all boxes may show, as text to compare. */
  readonly shared: string
  /** By step: its risks, as text to compare. */
  readonly risks: ReadonlyMap<Id, string>
}

function readAround({ posts, risks, grading }: Chart): Around {
  const ofStep = new Map<Id, string>()
  for (const risk of risks)
    if (risk.step !== undefined)
      ofStep.set(risk.step, `${ofStep.get(risk.step) ?? ''}${JSON.stringify(risk)}`)
  return { shared: JSON.stringify([posts.map(({ id, name }) => [id, name]), grading]), risks: ofStep }
}
