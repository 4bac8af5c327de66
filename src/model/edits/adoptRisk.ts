import { put } from '../records/changes.ts'
import type { Chart, Id, Risk } from '../chart.ts'
import { ordersAfterLast } from '../records/order.ts'
import type { Edit } from './refusal.ts'
import { allow, refuse } from './refusal.ts'

export interface FoundRisk extends Pick<Risk, 'text'>, Partial<Pick<Risk, 'category' | 'level'>> {
  readonly measures: readonly string[]
}

/** Adds a suggested risk and its measures to a step. */
export function adoptRisk(chart: Chart, step: Id, found: FoundRisk, newId: () => Id): Edit {
  if (!chart.steps.some((other) => other.id === step)) return refuse('gone', step)
  const { text, category, level } = found
  const risk = newId()
  const orders = ordersAfterLast(chart.measures, found.measures.length)
  return allow(
    put('risks', risk, {
      order: ordersAfterLast(chart.risks, 1)[0]!,
      step,
      text,
      ...(category ? { category } : {}),
      ...(level === undefined ? {} : { level }),
    }),
    ...found.measures.map((measure, at) =>
      put('measures', newId(), { order: orders[at]!, text: measure, risks: [risk] }),
    ),
  )
}
