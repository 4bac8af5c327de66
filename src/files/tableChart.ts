/** What was read of a table → a chart, with ids and order keys. */
import type { Chart, Id } from '../model/chart.ts'
import { highMediumLow } from '../model/grading.ts'
import { ordersFor } from '../model/order.ts'
import type { StepWays } from './tableFlow.ts'
import type { StepReading } from './tableSteps.ts'

export interface ReadStep extends StepReading, StepWays {
  readonly id: Id
}

export function chartOfSteps(
  steps: readonly ReadStep[],
  above: { readonly title?: string; readonly unit?: string },
  newId: () => Id,
): Chart {
  const postIds = new Map([...new Set(steps.flatMap((step) => step.posts))].map((name) => [name, newId()]))
  const risks = steps.map((step) => step.risks.map((risk) => ({ id: newId(), step: step.id, ...risk })))
  return {
    header: { title: above.title ?? '', ...(above.unit !== undefined && { unit: above.unit }) },
    posts: inOrder([...postIds].map(([name, id]) => ({ id, name }))),
    steps: inOrder(steps.map((step) => chartStep(step, postIds))),
    flowlines: inOrder(
      steps.flatMap(({ id, ways }) =>
        ways.map(({ to, ...label }) => ({ id: newId(), from: id, to: steps[to]!.id, ...label })),
      ),
    ),
    risks: inOrder(risks.flat()),
    measures: inOrder(
      steps.flatMap((step, at) =>
        step.measures.map(({ text, risks: places }) => ({
          id: newId(),
          text,
          risks: places.map((place) => risks[at]![place]!.id),
        })),
      ),
    ),
    grading: highMediumLow,
  }
}

function chartStep(step: ReadStep, postIds: ReadonlyMap<string, Id>) {
  return {
    id: step.id,
    kind: step.kind,
    name: step.name,
    ...(step.posts.length > 0 && { posts: step.posts.map((name) => postIds.get(name)!) }),
    ...(step.duty && { duty: step.duty }),
    ...(step.limit && { timeLimit: step.limit }),
    ...(step.legalBasis.length > 0 && { legalBasis: step.legalBasis }),
    ...(step.materials.length > 0 && { materials: step.materials }),
    ...(step.documents.length > 0 && { documents: step.documents }),
    ...(step.internalOnly && { internalOnly: true }),
    ...(step.note !== '' && { note: step.note }),
  }
}

function inOrder<T extends object>(things: readonly T[]): readonly (T & { readonly order: string })[] {
  const orders = ordersFor(things.length)
  return things.map((thing, index) => ({ ...thing, order: orders[index]! }))
}
