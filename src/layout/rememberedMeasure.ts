import type { Chart, Id, Step, View } from '../model/chart.ts'
import type { Size } from './arrangement.ts'
import type { StepMeasure } from './measure.ts'

/** More labels than this are forgotten together: an editor that stays open for days meets many. */
const mostLabels = 5000

export interface RememberedMeasure extends StepMeasure {
  /** Takes over the sizes of a chart that was measured elsewhere, in the worker. */
  readonly learn: (chart: Chart, view: View, sizes: { readonly [step: Id]: Size }) => void
}

/**
 * The same sizes, measured again only where something that a box shows has changed: its step, the
 * names of posts, its risks or their grading. For one chart that is edited; boxes beside steps are
 * measured each time.
 */
export function rememberedMeasure(measure: StepMeasure): RememberedMeasure {
  const steps = new Map<string, { readonly shows: string; readonly size: Size }>()
  const labels = new Map<string, Size>()
  const around = new WeakMap<Chart, Around>()
  const aroundOf = (chart: Chart): Around => {
    const known = around.get(chart) ?? readAround(chart)
    around.set(chart, known)
    return known
  }
  const showsOf = (step: Step, chart: Chart): string => {
    const { shared, risks } = aroundOf(chart)
    return `${JSON.stringify(step)}${risks.get(step.id) ?? ''}${shared}`
  }
  return {
    ...measure,
    learn: (chart, view, sizes) => {
      for (const step of chart.steps) {
        const size = sizes[step.id]
        if (size) steps.set(`${view} ${step.id}`, { shows: showsOf(step, chart), size })
      }
    },
    step: (step: Step, chart: Chart, view: View) => {
      const key = `${view} ${step.id}`
      const shows = showsOf(step, chart)
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
