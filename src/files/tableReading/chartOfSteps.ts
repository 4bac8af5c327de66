/** Builds the chart, with ids and order keys, from the steps read. */
import type { Chart, Header, Id } from '../../model/chart.ts'
import type { GradingScheme } from '../../model/grading.ts'
import { ordersFor } from '../../model/records/order.ts'
import type { StepWays } from './rows/readFlow.ts'
import type { StepReading } from './rows/readStep.ts'
import type { TableTitle } from './headings/tableTitle.ts'

export interface ReadStep extends StepReading, StepWays {
  readonly id: Id
}

/** An end that a table names without giving it a row. */
export interface AddedEnd {
  readonly id: Id
  readonly name: string
  /** Posts of the step that names it, so that it is in the same lane. */
  readonly posts: readonly string[]
}

/** Builds the chart; `newId` makes its ids. */
export function chartOfSteps(
  { steps, ends }: { readonly steps: readonly ReadStep[]; readonly ends: readonly AddedEnd[] },
  above: TableTitle,
  grading: GradingScheme,
  newId: () => Id,
): Chart {
  const ids = [...steps, ...ends].map(({ id }) => id)
  const postIds = new Map([...new Set(steps.flatMap((step) => step.posts))].map((name) => [name, newId()]))
  const risks = steps.map((step) => step.risks.map((risk) => ({ id: newId(), step: step.id, ...risk })))
  return {
    header: headerOf(above),
    posts: inOrder([...postIds].map(([name, id]) => ({ id, name }))),
    steps: inOrder([
      ...steps.map((step) => chartStep(step, postIds)),
      ...ends.map((end) => chartEnd(end, postIds)),
    ]),
    flowlines: inOrder(
      steps.flatMap(({ id, ways }) =>
        ways.map(({ to, ...label }) => ({ id: newId(), from: id, to: ids[to]!, ...label })),
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
    grading,
  }
}

function headerOf({ title, unit, header }: TableTitle): Header {
  return { title: title ?? '', ...(unit !== undefined && { unit }), ...header }
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
    ...step.plain,
    ...(step.internalOnly && { internalOnly: true }),
    ...(step.note !== '' && { note: step.note }),
  }
}

function chartEnd({ id, name, posts }: AddedEnd, postIds: ReadonlyMap<string, Id>) {
  const [post] = posts.flatMap((each) => postIds.get(each) ?? [])
  return { id, name, kind: 'terminator' as const, ...(post !== undefined && { posts: [post] }) }
}

function inOrder<T extends object>(things: readonly T[]): readonly (T & { readonly order: string })[] {
  const orders = ordersFor(things.length)
  return things.map((thing, index) => ({ ...thing, order: orders[index]! }))
}
