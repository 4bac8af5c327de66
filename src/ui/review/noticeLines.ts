/** Proposed values of a notice draft, and what is still missing. */
import type { Chart } from '../../model/chart.ts'
import type { WarningColour } from '../../model/registers/notice.ts'
import type { ReviewMark } from '../../model/review/mark.ts'
import { nextSerial, readNoticeNumber } from '../../model/review/noticeNumber.ts'
import { foundIn } from '../../model/review/targets.ts'
import type { NoticeState } from '../../model/review/review.ts'
import { noticeWords } from '../../text/paper/notices.ts'

/** 黄、橙、红 for a person or a post [W2]; 绿、橙、红 for a unit [W5]. */
export const coloursFor = {
  post: ['yellow', 'orange', 'red'],
  unit: ['green', 'orange', 'red'],
} as const satisfies Record<string, readonly WarningColour[]>

export type Addressed = keyof typeof coloursFor

/** Fallback until the server proposes one: the number after the chart's last notice; 1 for a new year. */
export function nextNoticeNumber(notices: readonly NoticeState[], year: number, unit: string): string {
  const word = readNoticeNumber(notices.at(-1)?.number ?? '')?.word ?? unit
  const numbers = notices.map(({ number }) => number)
  return noticeWords.number(word, year, nextSerial(numbers, word, year))
}

/** The post responsible for the first mark's place, otherwise the office or the unit. */
export function addresseeOf(chart: Chart, marks: readonly ReviewMark[], to: Addressed): string {
  const { unit, office } = chart.header
  const [post] = to === 'post' ? marks.flatMap(({ target }) => postsOf(chart, target)) : []
  return post ?? office ?? unit ?? ''
}

function postsOf(chart: Chart, target: ReviewMark['target']): readonly string[] {
  const { name, steps } = foundIn(chart, target)
  if (target.on === 'post') return [name]
  const held = chart.steps.filter(({ id }) => steps.includes(id)).flatMap((step) => step.posts ?? [])
  return held.flatMap((post) => chart.posts.find(({ id }) => id === post)?.name ?? [])
}

/** Whole days between two dates (yyyy-mm-dd), the later one second. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export function noticeLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
