/** All texts of a chart with their places. */
import type { Chart, Id, Risk } from '../model/chart.ts'
import { plainFieldsOn } from '../model/fields/chartFields.ts'
import type { FoundPlace } from './finding.ts'

interface Written {
  readonly text: string
  readonly place: FoundPlace
}

/** The step of a risk as a list; empty for a risk of a post. */
export function stepsOfRisk(risk: Risk): readonly Id[] {
  return risk.step === undefined ? [] : [risk.step]
}

/** All texts of a chart that the checks scan. */
export function writtenTexts(chart: Chart): readonly Written[] {
  const { header } = chart
  const riskOf = new Map(chart.risks.map((risk) => [risk.id, risk]))
  return [
    ...written({ steps: [] }, header.title, header.promisedLimit?.wording, header.statutoryLimit?.wording),
    ...chart.posts.flatMap((post) =>
      written(
        { steps: chart.steps.filter((step) => step.posts?.includes(post.id)).map(({ id }) => id) },
        post.name,
      ),
    ),
    ...chart.steps.flatMap((step) =>
      written(
        { steps: [step.id] },
        step.name,
        step.publicName,
        step.timeLimit?.wording,
        ...plainFieldsOn('checkedTexts').map((field) => step[field]),
        ...(step.materials ?? []),
        ...(step.documents ?? []),
      ),
    ),
    ...chart.flowlines.flatMap((line) => written({ steps: [line.from], flowlines: [line.id] }, line.label)),
    ...chart.risks.flatMap((risk) => written({ steps: stepsOfRisk(risk), risks: [risk.id] }, risk.text)),
    ...chart.measures.flatMap(({ text, risks }) => {
      const steps = risks.flatMap((id) => riskOf.get(id)?.step ?? [])
      return written({ steps: [...new Set(steps)], risks }, text)
    }),
  ]
}

function written(place: FoundPlace, ...texts: readonly (string | undefined)[]): readonly Written[] {
  return texts.flatMap((text) => (text?.trim() ? [{ text: text.trim(), place }] : []))
}

/** Whether a step name or a flowline label matches. */
export function saysAnywhere({ steps, flowlines }: Chart, words: RegExp): boolean {
  return steps.some(({ name }) => words.test(name)) || flowlines.some(({ label }) => words.test(label ?? ''))
}
