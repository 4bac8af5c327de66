import type { Chart, Id } from '../../model/chart.ts'
import type { Disclosure } from '../../model/editions/externalEdition.ts'
import { externalEdition, stepsBehind } from '../../model/editions/externalEdition.ts'

/** The step whose public fields contain the words; undefined if there is none. */
export function whereFound(chart: Chart, disclosure: Disclosure, words: string): Id | undefined {
  const { steps, posts, flowlines, risks, measures } = externalEdition(chart, disclosure)
  const post = posts.find((one) => says(one, words))?.id
  const risk =
    risks.find((one) => says(one, words)) ??
    risks.find(({ id }) => measures.some((one) => one.risks.includes(id) && says(one, words)))
  const step =
    steps.find((one) => says(one, words))?.id ??
    flowlines.find(({ label }) => label?.includes(words))?.from ??
    steps.find(({ posts: held }) => post !== undefined && held?.includes(post))?.id ??
    risk?.step
  return step === undefined ? undefined : stepsBehind(chart).get(step)
}

function says(value: unknown, words: string): boolean {
  if (typeof value === 'string') return value.includes(words)
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => says(one, words))
}
