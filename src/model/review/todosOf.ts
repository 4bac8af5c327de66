/** 待我处理: what waits for one person in the review of one chart. */
import type { Id } from '../chart.ts'
import type { Reviewer } from './decide.ts'
import { whyNot } from './decide.ts'
import type { Said } from './mark.ts'
import { isUnsettled } from './mark.ts'
import type { TodoKind } from './todoKinds.ts'
import { isMentioned } from './isMentioned.ts'
import type { Review, ReviewEvent } from './review.ts'

export interface Todo {
  readonly kind: TodoKind
  /** A mark, comment or notice; absent: the rung that the chart stands at. */
  readonly about?: Id
  /** What was said, or the name of the rung, or the number of the notice. */
  readonly text: string
  /** ms since 1970; absent: since the last event. */
  readonly at?: number
  /** yyyy-mm-dd, of a notice. */
  readonly deadline?: string
}

export interface ListedTodo extends Todo {
  /** Id of the chart. */
  readonly chart: Id
  readonly title: string
}

/** Over all charts of one person. */
export interface TodoList {
  readonly counts: { readonly [K in TodoKind]: number }
  /** At most a hundred. */
  readonly todos: readonly ListedTodo[]
}

/** Longest text of one. */
const mostLetters = 80

/** Oldest first within a kind. Never throws. */
export function todosOf(review: Review, who: Reviewer): readonly Todo[] {
  return [
    ...ofMarks(review, who),
    ...ofRung(review, who),
    ...ofNotices(review, who),
    ...mentions(review, who),
  ]
}

function ofMarks(review: Review, who: Reviewer): readonly Todo[] {
  return review.marks.flatMap((mark): readonly Todo[] => {
    const { id: about, text, at } = mark
    if (mark.state === 'done' && whyNot(review, { kind: 'accept', mark: about, text }, who) === undefined)
      return [{ kind: 'check', about, text: short(text), at }]
    const isToBeMended = (mark.state === 'open' || mark.state === 'returned') && who.may('write')
    return isToBeMended ? [{ kind: 'answer', about, text: short(text), at }] : []
  })
}

/** 评论 begin no review. */
const talk: readonly ReviewEvent['kind'][] = ['commented', 'answered', 'closed']

/** Nobody is called to a review that has not begun. Whoever has not said a name yet may say it then. */
function ofRung(review: Review, who: Reviewer): readonly Todo[] {
  const rung = review.ladder.rungs[review.rung]
  if (!rung || review.events.every(({ kind }) => talk.includes(kind))) return []
  const code = whyNot(review, { kind: 'pass', text: '' }, who)
  return code === undefined || code === 'unnamed' ? [{ kind: 'pass', text: rung.name }] : []
}

/** The chart's people answer a notice; whoever issued it waits for it too. */
function ofNotices({ notices }: Review, who: Reviewer): readonly Todo[] {
  return notices.flatMap(({ id: about, number, receipt, by, at, deadline }): readonly Todo[] => {
    const isMine = who.may('write') || by.id === who.id
    return receipt === undefined && isMine ? [{ kind: 'receipt', about, text: number, at, deadline }] : []
  })
}

/** Until one has answered, or what it hangs on is settled. */
function mentions({ marks, comments }: Review, who: Reviewer): readonly Todo[] {
  const threads = [
    ...marks.filter(isUnsettled).map(({ id, replies, ...first }) => ({ id, said: [first, ...replies] })),
    ...comments
      .filter(({ closedBy }) => closedBy === undefined)
      .map(({ id, answers, ...first }) => ({ id, said: [first, ...answers] })),
  ]
  return threads.flatMap(({ id, said }): readonly Todo[] => {
    const answered = said.map(({ by }) => by.id).lastIndexOf(who.id)
    const call = said.slice(answered + 1).find((one: Said) => isMentioned(one.text, who))
    return call ? [{ kind: 'mention', about: id, text: short(call.text), at: call.at }] : []
  })
}

function short(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text
}
