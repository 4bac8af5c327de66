/**
 * 评论: what those who work on a chart say to each other at a step, apart from 审核意见: it holds up no
 * rung, stands in no form and no notice, and belongs to the review, never to the chart, so that no
 * edition can hold it.
 */
import type { Id } from '../chart.ts'
import type { Author, MarkTarget, Said } from './mark.ts'

export interface Comment extends Said {
  readonly id: Id
  readonly target: MarkTarget
  readonly answers: readonly Said[]
  /** Who said that it is dealt with. */
  readonly closedBy?: Author
}

export type CommentEvent =
  | { readonly kind: 'commented'; readonly comment: Id; readonly target: MarkTarget }
  | { readonly kind: 'answered'; readonly comment: Id }
  | { readonly kind: 'closed'; readonly comment: Id }

/** The comments after an event; an answer opens a closed one again. */
export function commentsAfter(comments: readonly Comment[], event: CommentEvent & Said): readonly Comment[] {
  const { by, at, text, comment: id } = event
  if (event.kind === 'commented')
    return [...comments, { id, target: event.target, by, at, text, answers: [] }]
  return comments.map((comment) => {
    if (comment.id !== id) return comment
    if (event.kind === 'closed') return { ...comment, closedBy: by }
    const { closedBy: _closedBy, ...open } = comment
    return { ...open, answers: [...comment.answers, { by, at, text }] }
  })
}
