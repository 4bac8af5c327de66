/** Decides a review command of a user: returns the resulting event, or the refusal. */
import type { Id } from '../chart.ts'
import { isKnownLadder, mayClimb, type OwnLadder } from './ladder.ts'
import type { Author, MarkKind, MarkTarget, ReviewMark } from './mark.ts'
import type { IssuedNotice, NoticeState, Review, ReviewEvent, Seal } from './review.ts'
import { approvalProgress } from './approvalProgress.ts'
import { isApproving, stageIndex, unsettled } from './review.ts'
import { chinaDay } from '../time/chinaDay.ts'
import { whyNotRecorded, type RecordRefusal, type RungRecord } from './rungRecord.ts'

export type ReviewCommand =
  | {
      readonly kind: 'mark'
      readonly target: MarkTarget
      readonly what: MarkKind
      readonly text: string
      readonly suggestedLevel?: string | undefined
    }
  | { readonly kind: 'reply'; readonly mark: Id; readonly text: string }
  /** 已整改 */
  | { readonly kind: 'settle'; readonly mark: Id; readonly text: string }
  /** 复核通过 */
  | { readonly kind: 'accept'; readonly mark: Id; readonly text: string }
  /** 退回 */
  | { readonly kind: 'return'; readonly mark: Id; readonly text: string }
  /** 撤回: only one's own mark; it stays to be read. */
  | { readonly kind: 'withdraw'; readonly mark: Id }
  /** 通过: passes the current rung. */
  | { readonly kind: 'pass'; readonly text: string; readonly record?: RungRecord | undefined }
  /** 退回重新查找: sends back to any earlier rung. */
  | { readonly kind: 'sendBack'; readonly to: string; readonly text: string }
  /** `own`: a ladder of the unit's own making. */
  | { readonly kind: 'ladder'; readonly ladder: string; readonly own?: OwnLadder | undefined }
  /** 发出 a notice about marks. */
  | { readonly kind: 'issue'; readonly notice: Omit<IssuedNotice, 'id'>; readonly text: string }
  /** 评论: of whoever works on the chart. */
  | { readonly kind: 'comment'; readonly target: MarkTarget; readonly text: string }
  | { readonly kind: 'answer'; readonly comment: Id; readonly text: string }
  /** 已处理 */
  | { readonly kind: 'close'; readonly comment: Id }
  /** 回执 */
  | { readonly kind: 'receipt'; readonly notice: Id; readonly text: string }

export type ReviewRefusal =
  | 'no-right'
  | 'unnamed'
  | 'same-person'
  | 'not-named'
  | RecordRefusal
  | 'no-ladder'
  | 'examined'
  | 'examined-issues'
  | 'open-errors'
  | 'no-such-mark'
  | 'not-own'
  | 'empty-text'
  | 'no-reason'
  | 'open-marks'
  | 'already-settled'
  | 'not-settled'
  | 'all-passed'
  | 'not-earlier'
  | 'under-way'
  | 'number-taken'
  | 'no-such-comment'
  | 'no-such-notice'
  | 'receipted'
  /** The chart has as many events as a review may have. */
  | 'review-full'

export interface Reviewer extends Author {
  readonly may: (right: 'write' | 'mark' | 'reply' | 'share') => boolean
}

/**
 * Inputs of a decision: an id for a new record, the time, the seal of the passed chart, and how many
 * errors the checks find in it.
 */
export interface DecisionInput {
  readonly newId: Id
  readonly at: number
  readonly seal: Seal
  readonly errors?: number
}

export type ReviewDecision =
  | { readonly ok: true; readonly event: ReviewEvent }
  | { readonly ok: false; readonly code: ReviewRefusal }

/** Decides a command; returns an event or a refusal. Never throws. */
export function decide(
  review: Review,
  command: ReviewCommand,
  who: Reviewer,
  given: DecisionInput,
): ReviewDecision {
  const code =
    whyNot(review, command, who) ??
    againstRecord(review, command, given) ??
    againstErrors(review, command, given)
  return code === undefined ? { ok: true, event: eventOf(review, command, who, given) } : { ok: false, code }
}

/** The refusal of a command; undefined if it is allowed. The screen uses it to enable buttons. */
export function whyNot(review: Review, command: ReviewCommand, who: Reviewer): ReviewRefusal | undefined {
  switch (command.kind) {
    case 'mark':
      if (!who.may('mark')) return 'no-right'
      return command.what === 'other' && isBlank(command.text) ? 'empty-text' : undefined
    case 'reply':
      if (!who.may('reply')) return 'no-right'
      return markIn(review, command.mark) ? blank(command.text, 'empty-text') : 'no-such-mark'
    case 'settle':
      if (!who.may('write')) return 'no-right'
      return againstState(markIn(review, command.mark), ['open', 'returned'], 'already-settled')
    case 'accept':
      return (
        againstExamined(markIn(review, command.mark), who) ??
        againstState(markIn(review, command.mark), ['open', 'done', 'returned'], 'already-settled')
      )
    case 'return':
      return (
        againstExamined(markIn(review, command.mark), who) ??
        againstState(markIn(review, command.mark), ['done', 'accepted'], 'not-settled') ??
        blank(command.text, 'no-reason')
      )
    case 'withdraw':
      return againstOwner(markIn(review, command.mark), who)
    case 'pass':
      return againstPassing(review, who)
    case 'sendBack':
      if (!who.may('mark')) return 'no-right'
      if (stageIndex(review.ladder, command.to) === -1) return 'not-earlier'
      return stageIndex(review.ladder, command.to) >= review.rung
        ? 'not-earlier'
        : blank(command.text, 'no-reason')
    case 'issue':
      if (!who.may('mark')) return 'no-right'
      // The body that examines issues them (纪检), not who is examined.
      if (who.may('write')) return 'examined-issues'
      if (isBlank(command.notice.number) || isBlank(command.notice.addressee)) return 'empty-text'
      return review.notices.some(({ number }) => number === command.notice.number.trim())
        ? 'number-taken'
        : undefined
    case 'comment':
    case 'answer':
    case 'close':
      return againstComment(review, command, who)
    case 'receipt':
      if (!who.may('reply')) return 'no-right'
      return againstReceipt(review.notices.find(({ id }) => id === command.notice))
    case 'ladder':
      if (!who.may('share')) return 'no-right'
      if (review.rung !== 0) return 'under-way'
      return isKnownLadder(command) ? undefined : 'no-ladder'
  }
}

function againstState(
  mark: ReviewMark | undefined,
  states: readonly ReviewMark['state'][],
  code: ReviewRefusal,
): ReviewRefusal | undefined {
  if (!mark) return 'no-such-mark'
  return states.includes(mark.state) ? undefined : code
}

function againstOwner(mark: ReviewMark | undefined, who: Reviewer): ReviewRefusal | undefined {
  if (!mark || mark.state === 'withdrawn') return 'no-such-mark'
  if (!who.may('mark')) return 'no-right'
  return mark.by.id === who.id ? undefined : 'not-own'
}

/** Who may write the chart is examined: only an opinion of their own is theirs to accept or to return. */
function againstExamined(mark: ReviewMark | undefined, who: Reviewer): ReviewRefusal | undefined {
  if (!who.may('mark')) return 'no-right'
  if (!mark) return 'no-such-mark'
  return who.may('write') && mark.by.id !== who.id ? 'examined' : undefined
}

function againstComment(
  { comments }: Review,
  command: Extract<ReviewCommand, { readonly kind: 'comment' | 'answer' | 'close' }>,
  who: Reviewer,
): ReviewRefusal | undefined {
  if (!who.may('reply')) return 'no-right'
  if (command.kind !== 'comment' && !comments.some(({ id }) => id === command.comment))
    return 'no-such-comment'
  return command.kind === 'close' ? undefined : blank(command.text, 'empty-text')
}

function againstReceipt(notice: NoticeState | undefined): ReviewRefusal | undefined {
  if (!notice) return 'no-such-notice'
  return notice.receipt === undefined ? undefined : 'receipted'
}

function againstPassing(review: Review, who: Reviewer): ReviewRefusal | undefined {
  const rung = review.ladder.rungs[review.rung]
  if (!rung) return 'all-passed'
  if (!who.may(rung.right)) return 'no-right'
  if (unsettled(review).length > 0) return 'open-marks'
  if (isBlank(who.name) || isBlank(who.post)) return 'unnamed'
  if (!mayClimb(rung, who)) return 'not-named'
  return rung.by !== 'anyone' && hasPassedBelow(review, who) ? 'same-person' : undefined
}

/** Whether this person passed the rung below or the first one; other names on one access are one person. */
function hasPassedBelow(review: Review, who: Reviewer): boolean {
  const below = approvalProgress(review).slice(0, review.rung)
  return [below[0], below.at(-1)].some((stage) => {
    const by = stage?.passed?.by
    return by !== undefined && (by.id === who.id || by.name.trim() === who.name.trim())
  })
}

/** 集体讨论 has its minutes, 公示 its course, and is not passed before its end. */
function againstRecord(
  { ladder, rung }: Review,
  command: ReviewCommand,
  { at }: DecisionInput,
): ReviewRefusal | undefined {
  if (command.kind !== 'pass') return undefined
  return whyNotRecorded(ladder.rungs[rung]?.asks, command.record, chinaDay(at))
}

/** Where the chart is approved, open errors of the checks want a written reason. */
function againstErrors(
  review: Review,
  command: ReviewCommand,
  { errors = 0 }: DecisionInput,
): ReviewRefusal | undefined {
  if (command.kind !== 'pass' || errors === 0 || !isApproving(review)) return undefined
  return isBlank(command.text) ? 'open-errors' : undefined
}

function eventOf(review: Review, command: ReviewCommand, who: Reviewer, given: DecisionInput): ReviewEvent {
  const by: Author = { id: who.id, name: who.name, post: who.post }
  const said = { by, at: given.at, text: 'text' in command ? command.text.trim() : '' }
  const rung = review.ladder.rungs[review.rung]?.id ?? ''
  switch (command.kind) {
    case 'mark': {
      const { target, what, suggestedLevel } = command
      const suggested = suggestedLevel === undefined ? {} : { suggestedLevel }
      return { ...said, kind: 'marked', mark: given.newId, target, what, ...suggested }
    }
    case 'reply':
      return { ...said, kind: 'replied', mark: command.mark }
    case 'settle':
      return { ...said, kind: 'replied', mark: command.mark, state: 'done' }
    case 'accept':
      return { ...said, kind: 'replied', mark: command.mark, state: 'accepted' }
    case 'return':
      return { ...said, kind: 'replied', mark: command.mark, state: 'returned' }
    case 'withdraw':
      return { ...said, kind: 'withdrawn', mark: command.mark }
    case 'pass':
      return {
        ...said,
        kind: 'passed',
        rung,
        seal: given.seal,
        ...(given.errors ? { errors: given.errors } : {}),
        ...(command.record && review.ladder.rungs[review.rung]?.asks ? { record: command.record } : {}),
      }
    case 'sendBack':
      return { ...said, kind: 'sentBack', rung, to: command.to }
    case 'issue': {
      const number = command.notice.number.trim()
      return { ...said, kind: 'issued', notice: { ...command.notice, number, id: given.newId } }
    }
    case 'comment':
      return { ...said, kind: 'commented', comment: given.newId, target: command.target }
    case 'answer':
      return { ...said, kind: 'answered', comment: command.comment }
    case 'close':
      return { ...said, kind: 'closed', comment: command.comment }
    case 'receipt':
      return { ...said, kind: 'receipted', notice: command.notice }
    case 'ladder':
      return {
        ...said,
        kind: 'ladder',
        ladder: command.ladder,
        ...(command.own ? { own: command.own } : {}),
      }
  }
}

function markIn(review: Review, id: Id): ReviewMark | undefined {
  return review.marks.find((mark) => mark.id === id)
}

function blank(text: string, code: ReviewRefusal): ReviewRefusal | undefined {
  return isBlank(text) ? code : undefined
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}
