/**
 * The review of one chart, computed from its events: marks, their outcome, and the current rung.
 * Events are append-only.
 */
import type { Id } from '../chart.ts'
import type { NoticeKind, WarningColour } from '../registers/notice.ts'
import type { Comment, CommentEvent } from './comment.ts'
import { commentsAfter } from './comment.ts'
import type { Ladder, OwnLadder } from './ladder.ts'
import type { RungRecord } from './rungRecord.ts'
import { ladders, sixRungs } from './ladder.ts'
import type { Author, MarkKind, MarkState, MarkTarget, ReviewMark } from './mark.ts'
import { isUnsettled } from './mark.ts'

/** The chart at the time a rung was passed: revision and hash of its file. */
export interface Seal {
  readonly revision: string
  /** SHA-256, hex. */
  readonly hash: string
}

export type ReviewEvent = {
  readonly by: Author
  readonly at: number
  readonly text: string
  /** SHA-256, hex, over the link before it and this event (`reviewChain.ts`). Left out by earlier versions. */
  readonly chain?: string
} & (
  | {
      readonly kind: 'marked'
      readonly mark: Id
      readonly target: MarkTarget
      readonly what: MarkKind
      readonly suggestedLevel?: string
    }
  | { readonly kind: 'replied'; readonly mark: Id; readonly state?: MarkState }
  | { readonly kind: 'withdrawn'; readonly mark: Id }
  | {
      readonly kind: 'passed'
      readonly rung: string
      readonly seal: Seal
      /** Open errors of the checks at that time; `text` then says why it was passed all the same. */
      readonly errors?: number
      /** The minutes or the course of the 公示, where the rung asks for it. */
      readonly record?: RungRecord
    }
  | { readonly kind: 'sentBack'; readonly rung: string; readonly to: string }
  /** `own`: a ladder of the unit's own making. */
  | { readonly kind: 'ladder'; readonly ladder: string; readonly own?: OwnLadder }
  | { readonly kind: 'issued'; readonly notice: IssuedNotice }
  | { readonly kind: 'receipted'; readonly notice: Id }
  | CommentEvent
)

/** An issued notice (预警告知书 and similar): the marks concerned, and the deadline for an answer. */
export interface IssuedNotice {
  readonly id: Id
  readonly what: NoticeKind
  readonly colour: WarningColour
  /** 文号 */
  readonly number: string
  readonly addressee: string
  readonly marks: readonly Id[]
  /** yyyy-mm-dd */
  readonly deadline: string
  /** 制发单位; left out by earlier versions: the chart's unit. */
  readonly issuer?: string | undefined
  readonly contact?: string | undefined
  readonly phone?: string | undefined
  /** 抄送 */
  readonly copies?: string | undefined
}

/** A notice with its receipt. */
export interface NoticeState extends IssuedNotice {
  readonly by: Author
  /** ms since 1970 */
  readonly at: number
  /** 回执 */
  readonly receipt?: { readonly by: Author; readonly at: number; readonly text: string }
}

export interface Review {
  readonly ladder: Ladder
  /** Index of the current rung; equals the number of rungs if all are passed. */
  readonly rung: number
  /** In order of creation. */
  readonly marks: readonly ReviewMark[]
  /** The last approved state; set when the rung before the publication is passed. */
  readonly approved: (Seal & { readonly by: Author; readonly at: number }) | undefined
  readonly notices: readonly NoticeState[]
  /** In order of creation; they hold up nothing. */
  readonly comments: readonly Comment[]
  readonly events: readonly ReviewEvent[]
}

export const noReview: Review = {
  ladder: sixRungs,
  rung: 0,
  marks: [],
  approved: undefined,
  notices: [],
  comments: [],
  events: [],
}

/** Computes the review from its events, in their order. Never throws. */
export function reviewOf(events: readonly ReviewEvent[]): Review {
  return events.reduce(after, noReview)
}

/** The review after one more event. An event that no longer applies is only recorded. */
export function after(before: Review, event: ReviewEvent): Review {
  return { ...before, ...consequences(before, event), events: [...before.events, event] }
}

function consequences(review: Review, event: ReviewEvent): Partial<Review> {
  switch (event.kind) {
    case 'marked':
      return { marks: [...review.marks, newMark(event)] }
    case 'replied':
      return { marks: review.marks.map((mark) => (mark.id === event.mark ? replied(mark, event) : mark)) }
    case 'withdrawn':
      return { marks: review.marks.map((mark) => (mark.id === event.mark ? withdrawn(mark, event) : mark)) }
    case 'passed':
      return passed(review, event)
    case 'sentBack':
      return { rung: Math.max(0, stageIndex(review.ladder, event.to)), approved: undefined }
    case 'issued': {
      const { notice, by, at } = event
      return { notices: [...review.notices, { ...notice, by, at }] }
    }
    case 'receipted':
      return { notices: review.notices.map((one) => (one.id === event.notice ? receipted(one, event) : one)) }
    case 'commented':
    case 'answered':
    case 'closed':
      return { comments: commentsAfter(review.comments, event) }
    case 'ladder':
      return {
        ladder: event.own
          ? { id: event.ladder, ...event.own }
          : (ladders.find(({ id }) => id === event.ladder) ?? review.ladder),
        rung: 0,
        approved: undefined,
      }
  }
}

function newMark(event: ReviewEvent & { kind: 'marked' }): ReviewMark {
  const { mark, target, what, suggestedLevel, by, at, text } = event
  const suggested = suggestedLevel === undefined ? {} : { suggestedLevel }
  return { id: mark, target, kind: what, ...suggested, by, at, text, state: 'open', replies: [] }
}

function replied(mark: ReviewMark, { by, at, text, state }: ReviewEvent & { kind: 'replied' }): ReviewMark {
  const reply = { by, at, text, ...(state === undefined ? {} : { state }) }
  return { ...mark, state: state ?? mark.state, replies: [...mark.replies, reply] }
}

function withdrawn(mark: ReviewMark, { by, at, text }: ReviewEvent & { kind: 'withdrawn' }): ReviewMark {
  return {
    ...mark,
    state: 'withdrawn',
    replies: [...mark.replies, { by, at, text, state: 'withdrawn' }],
  }
}

function receipted(notice: NoticeState, { by, at, text }: ReviewEvent & { kind: 'receipted' }): NoticeState {
  return { ...notice, receipt: { by, at, text } }
}

function passed(review: Review, { rung, seal, by, at }: ReviewEvent & { kind: 'passed' }): Partial<Review> {
  const index = stageIndex(review.ladder, rung)
  if (index !== review.rung) return {}
  const isApproval = index === approvalRung(review.ladder)
  return { rung: index + 1, approved: isApproval ? { ...seal, by, at } : review.approved }
}

/** The rung at which the chart is approved; the rung 公示 after it only publishes. */
function approvalRung({ rungs }: Ladder): number {
  const last = rungs.length - 1
  const isPosting = rungs[last]?.asks === 'publicity' || rungs[last]?.id === 'publicity'
  return isPosting && last > 0 ? last - 1 : last
}

/** Whether passing the current rung approves the chart. */
export function isApproving({ ladder, rung }: Review): boolean {
  return rung === approvalRung(ladder)
}

/** Index of the rung with this id; -1 if there is none. */
export function stageIndex({ rungs }: Ladder, id: string): number {
  return rungs.findIndex((rung) => rung.id === id)
}

/** The marks that must be settled before a rung can be passed. */
export function unsettled({ marks }: Review): readonly ReviewMark[] {
  return marks.filter(isUnsettled)
}

/** 逾期: notices without a receipt after their deadline. `today` is yyyy-mm-dd. */
export function overdue({ notices }: Review, today: string): readonly NoticeState[] {
  return notices.filter(({ receipt, deadline }) => receipt === undefined && deadline < today)
}

/** 草稿: whether the chart differs from the approved one. `hash` is of the current chart. */
export function isDraft({ approved }: Review, hash: string): boolean {
  return approved !== undefined && approved.hash !== hash
}
