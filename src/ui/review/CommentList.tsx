import { useState } from 'react'
import { Button, Checkbox } from 'antd'
import type { Chart } from '../../model/chart.ts'
import type { Comment } from '../../model/review/comment.ts'
import type { Said } from '../../model/review/mark.ts'
import { foundIn, targetsAt } from '../../model/review/targets.ts'
import { commentText } from '../../text/screen/commentText.ts'
import { dayWords, reviewText, sayTarget } from '../../text/screen/review.ts'
import { useChart } from '../openChart/chartContext.ts'
import { useSession } from '../openChart/session.ts'
import { SayField, SayForm } from './SayField.tsx'
import { showMark } from './showMark.ts'
import type { ReviewDesk } from './useReviewDesk.ts'
import './MarkItem.css'
import './MarkList.css'
import './reviewActs.css'

/** 评论 of the chart, newest first; those that are dealt with are folded away. */
export function CommentList({ desk }: { readonly desk: ReviewDesk }) {
  const chart = useChart()
  const [withClosed, setWithClosed] = useState(false)
  const { comments } = desk.review
  const closed = comments.filter(({ closedBy }) => closedBy !== undefined).length
  const shown = comments.filter(({ closedBy }) => withClosed || closedBy === undefined)
  return (
    <section className="marks" aria-label={commentText.heading}>
      <p className="field-help">{commentText.hint}</p>
      <NewComment desk={desk} chart={chart} />
      {comments.length === 0 && <p className="field-help">{commentText.none}</p>}
      {closed > 0 && (
        <Checkbox checked={withClosed} onChange={({ target }) => setWithClosed(target.checked)}>
          {commentText.showClosed(closed)}
        </Checkbox>
      )}
      <ul className="mark-list">
        {[...shown].reverse().map((comment) => (
          <CommentItem key={comment.id} comment={comment} chart={chart} desk={desk} />
        ))}
      </ul>
    </section>
  )
}

interface NewCommentProps {
  readonly desk: ReviewDesk
  readonly chart: Chart
}

/** About the selected step, or the chart where none is selected. */
function NewComment({ desk, chart }: NewCommentProps) {
  const { steps } = useSession((session) => session.selection)
  const target = steps.length === 0 ? ({ on: 'chart' } as const) : targetsAt(chart, steps)[0]!
  const [text, setText] = useState('')
  const why = desk.why({ kind: 'comment', target, text: text || commentText.text })
  const send = async () => {
    if (await desk.give({ kind: 'comment', target, text })) setText('')
  }
  return (
    <div className="say-form">
      <span className="field-label">{commentText.about(sayTarget(target, foundIn(chart, target)))}</span>
      <SayField
        label={commentText.text}
        text={text}
        names={desk.names}
        onText={setText}
        onSubmit={() => void send()}
      />
      <div className="review-acts">
        <Button
          size="small"
          type="primary"
          disabled={why !== undefined || text.trim() === ''}
          title={why}
          onClick={() => void send()}
        >
          {commentText.send}
        </Button>
      </div>
    </div>
  )
}

interface CommentItemProps extends NewCommentProps {
  readonly comment: Comment
}

function CommentItem({ comment, chart, desk }: CommentItemProps) {
  const at = useSession((session) => session.activeReviewMark)
  const [answering, setAnswering] = useState(false)
  const { id, target, answers, closedBy } = comment
  const found = foundIn(chart, target)
  const why = desk.why({ kind: 'close', comment: id })
  return (
    <li className={at === id ? 'mark mark-current' : 'mark'} aria-current={at === id}>
      <div className="mark-head">
        <button type="button" className="mark-target" onClick={() => showMark(chart, comment)}>
          <span className={found.gone ? 'mark-gone' : ''}>{sayTarget(target, found)}</span>
        </button>
        {closedBy && (
          <span className="mark-state">{commentText.closed(closedBy.name || reviewText.unsigned)}</span>
        )}
      </div>
      <div className="mark-body">
        <Words said={comment} />
        {answers.length > 0 && (
          <ul className="mark-replies">
            {answers.map((answer) => (
              <li key={`${answer.at} ${answer.by.id}`}>
                <Words said={answer} />
              </li>
            ))}
          </ul>
        )}
        {!answering && (
          <div className="review-acts">
            <Button size="small" disabled={why !== undefined} title={why} onClick={() => setAnswering(true)}>
              {commentText.answer}
            </Button>
            {!closedBy && (
              <Button
                size="small"
                type="text"
                disabled={why !== undefined}
                title={why}
                onClick={() => void desk.give({ kind: 'close', comment: id })}
              >
                {commentText.close}
              </Button>
            )}
          </div>
        )}
        {answering && (
          <SayForm
            label={commentText.text}
            confirm={commentText.send}
            cancel={commentText.cancel}
            names={desk.names}
            onSay={async (text) => desk.give({ kind: 'answer', comment: id, text })}
            onDone={() => setAnswering(false)}
          />
        )}
      </div>
    </li>
  )
}

function Words({ said: { by, at, text } }: { readonly said: Said }) {
  return (
    <>
      <p>{text}</p>
      <small>{reviewText.said(reviewText.who(by.name || reviewText.unsigned, by.post), dayWords(at))}</small>
    </>
  )
}
