/** The reviewer's working list: charts with their open work. */
import type { Id } from '../../model/chart.ts'
import type { MarkKind, MarkState, ReviewMark } from '../../model/review/mark.ts'
import type { Review } from '../../model/review/review.ts'
import { noReview, overdue } from '../../model/review/review.ts'
import { workListText } from '../../text/screen/review.ts'
import type { ShownState } from './markFilter.ts'
import { isInState } from './markFilter.ts'
import type { ListedReview } from '../base/api/reviewApi.ts'

/** Undefined means all. */
export interface WorkFilter {
  readonly state: ShownState | undefined
  readonly kind: MarkKind | undefined
  readonly unit: string | undefined
  /** Name of the rung, because two ladders may share one. */
  readonly rung: string | undefined
}

export const allWork: WorkFilter = { state: undefined, kind: undefined, unit: undefined, rung: undefined }

export interface WorkRow {
  readonly listed: ListedReview
  readonly rung: string
  readonly counts: { readonly [S in Exclude<MarkState, 'accepted' | 'withdrawn'>]: number }
  readonly overdue: number
  /** Marks that pass the filter. */
  readonly marks: readonly ReviewMark[]
}

/** Charts with work first, overdue before all. `today` as yyyy-mm-dd. */
export function workRows(
  list: readonly ListedReview[],
  filter: WorkFilter,
  today: string,
): readonly WorkRow[] {
  const narrowed = filter.state !== undefined || filter.kind !== undefined
  return list
    .map((listed): WorkRow => {
      const count = (state: MarkState) => listed.marks.filter((mark) => mark.state === state).length
      return {
        listed,
        rung: rungName(listed),
        counts: {
          open: count('open'),
          done: count('done'),
          returned: count('returned'),
        },
        overdue: overdue(reviewIn(listed), today).length,
        marks: listed.marks.filter(
          (mark) => isInState(mark, filter.state) && (filter.kind === undefined || mark.kind === filter.kind),
        ),
      }
    })
    .filter(
      ({ listed, rung, marks }) =>
        (filter.unit === undefined || listed.unit === filter.unit) &&
        (filter.rung === undefined || rung === filter.rung) &&
        (!narrowed || marks.length > 0),
    )
    .sort((a, b) => b.overdue - a.overdue || b.listed.unsettled - a.listed.unsettled)
}

/** The listed part of a review, enough to check permissions. */
export function reviewIn({ ladder, rungs, rung, marks, notices, approved }: ListedReview): Review {
  const climbed = { id: ladder, name: '', rungs }
  return { ...noReview, ladder: climbed, rung, marks, notices, approved: approved ?? undefined }
}

function rungName({ rungs, rung }: ListedReview): string {
  return rungs[rung]?.name ?? workListText.allPassed
}

/** Cursor positions: a chart or one of its marks. */
export interface WorkPlace {
  readonly id: Id
  readonly chart: Id
  readonly mark: ReviewMark | null
}

export function reviewPlacesOf(rows: readonly WorkRow[]): readonly WorkPlace[] {
  return rows.flatMap(({ listed: { id: chart }, marks }) => [
    { id: chart, chart, mark: null },
    ...marks.map((mark) => ({ id: `${chart} ${mark.id}`, chart, mark })),
  ])
}

export function namesIn(
  names: readonly string[],
): readonly { readonly value: string; readonly label: string }[] {
  return [...new Set(names)].filter((name) => name !== '').map((name) => ({ value: name, label: name }))
}
