/** Filters the marks of a review. */
import type { Chart, Id } from '../../model/chart.ts'
import type { Author, MarkKind, MarkState, MarkTarget, ReviewMark } from '../../model/review/mark.ts'
import { isUnsettled } from '../../model/review/mark.ts'
import { foundIn } from '../../model/review/targets.ts'

export type ShownState = MarkState | 'unsettled'
/** `here`: on the selection. `gone`: on a deleted record. */
export type ShownTarget = MarkTarget['on'] | 'here' | 'gone'

/** Undefined means all. */
export interface MarkFilter {
  readonly state: ShownState | undefined
  readonly kind: MarkKind | undefined
  readonly on: ShownTarget | undefined
  readonly mine: boolean
}

export const everyMark: MarkFilter = { state: undefined, kind: undefined, on: undefined, mine: false }

interface Eyes {
  readonly chart: Chart
  readonly selected: readonly Id[]
  readonly isMine: (by: Author) => boolean
}

export function shownMarks(
  marks: readonly ReviewMark[],
  filter: MarkFilter,
  { chart, selected, isMine }: Eyes,
): readonly ReviewMark[] {
  return marks.filter(
    (mark) =>
      isInState(mark, filter.state) &&
      (filter.kind === undefined || mark.kind === filter.kind) &&
      isOn(chart, mark.target, filter.on, selected) &&
      (!filter.mine || isMine(mark.by)),
  )
}

export function isInState(mark: Pick<ReviewMark, 'state'>, state: ShownState | undefined): boolean {
  if (state === undefined) return true
  return state === 'unsettled' ? isUnsettled(mark) : mark.state === state
}

function isOn(
  chart: Chart,
  target: MarkTarget,
  on: ShownTarget | undefined,
  selected: readonly Id[],
): boolean {
  if (on === undefined) return true
  const { gone, steps } = foundIn(chart, target)
  if (on === 'gone') return gone
  if (on === 'here') return steps.some((step) => selected.includes(step))
  return target.on === on
}

/** The previous or next mark; without a current one, the first going on, the last going back. */
export function neighbour<T extends { readonly id: Id }>(
  list: readonly T[],
  current: Id | null,
  way: 1 | -1,
): T | undefined {
  const at = list.findIndex(({ id }) => id === current)
  if (at === -1) return way === 1 ? list[0] : list.at(-1)
  return list[Math.max(0, Math.min(list.length - 1, at + way))]
}
