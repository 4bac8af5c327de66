import type { Id } from '../chart.ts'
import type { FlowPart, RawFlow } from './rawFlow.ts'

type Ends = Pick<FlowPart, 'from' | 'to'>

/** What hangs together, in whatever direction; a part is called after one of its steps. */
export interface FlowParts {
  readonly of: (step: Id) => Id
  readonly size: (part: Id) => number
  /** The first of the largest; empty without steps. */
  readonly largest: () => Id
  readonly join: (one: Id, other: Id) => void
}

export function flowParts({ steps }: Pick<RawFlow, 'steps'>, lines: readonly Ends[]): FlowParts {
  const under = new Map<Id, Id>()
  const sizes = new Map<Id, number>(steps.map(({ id }) => [id, 1]))
  const of = (step: Id): Id => {
    let part = step
    for (let above = under.get(part); above !== undefined; above = under.get(part)) part = above
    return part
  }
  const join = (one: Id, other: Id) => {
    const [a, b] = [of(one), of(other)]
    if (a === b) return
    const [small, large] = sizes.get(a)! < sizes.get(b)! ? [a, b] : [b, a]
    under.set(small, large)
    sizes.set(large, sizes.get(small)! + sizes.get(large)!)
  }
  for (const { from, to } of lines) join(from, to)
  const size = (part: Id) => sizes.get(part) ?? 0
  const largest = () =>
    steps.reduce((most, { id }) => (size(of(id)) > size(most) ? of(id) : most), of(steps[0]?.id ?? ''))
  return { of, size, largest, join }
}
