/** Converts review marks to rows of 审核意见表. */
import type { Chart } from '../../model/chart.ts'
import type { ReviewRow } from '../../model/registers/reviewRow.ts'
import type { Reply, ReviewMark } from '../../model/review/mark.ts'
import { foundIn } from '../../model/review/targets.ts'
import { dayWords, markKindName, markStateName, reviewText, sayTarget } from '../../text/screen/review.ts'

export function reviewRows(chart: Chart, marks: readonly ReviewMark[]): readonly ReviewRow[] {
  return marks.map(({ target, kind, text, suggestedLevel, state, by, at, replies }) => ({
    target: sayTarget(target, foundIn(chart, target)),
    kind: markKindName[kind],
    text,
    ...(suggestedLevel === undefined ? {} : { suggestedLevel }),
    state: markStateName[state],
    by: by.name || reviewText.unsigned,
    at: dayWords(at),
    replies: replies.map(replyRow),
  }))
}

function replyRow({ by, at, text, state }: Reply) {
  const said = state === undefined ? text : [markStateName[state], ...(text === '' ? [] : [text])].join('：')
  return { text: said, by: by.name || reviewText.unsigned, at: dayWords(at) }
}
