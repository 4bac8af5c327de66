/** What the page of a chart says of a publication that is out of date: apart from the words of publishing, which a chart opens without. */
import type { Publication } from '../../protocol/publicationApi.ts'

/** The deadline for replacing an outdated publication. */
type Due = Pick<Publication, 'updateBy' | 'isCalendarKnown'>

/** Appended to a deadline computed without holidays; otherwise ''. */
export function calendarNote({ isCalendarKnown }: Due): string {
  return isCalendarKnown === false ? '，放假安排尚未公布，暂按周一至周五推算' : ''
}

export const publicNoteText = {
  outdated: (due: Due) => `公开版已过时，请在 ${due.updateBy} 前更新（20个工作日内${calendarNote(due)}）`,
  overdue: (due: Due) => `公开版已过时，应在 ${due.updateBy} 前更新，已超过20个工作日${calendarNote(due)}`,
  outdatedFor: (note: string) => `${note}。更新由负责人办理。`,
  update: '更新公开版',
} as const
