/**
 * 审核: ladder, approval, marks and notices of the open chart. Events come only from the server
 * (watchReview.ts); actions are commands to it (useReviewDesk.ts).
 */
import { useState } from 'react'
import { Button, Segmented, Spin } from 'antd'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import { overdue } from '../../model/review/review.ts'
import { dayWords, reviewText } from '../../text/screen/review.ts'
import { useAppServices } from '../base/appServices.ts'
import type { Id } from '../../model/chart.ts'
import type { Review } from '../../model/review/review.ts'
import { commentsPlace, setSession, useSession } from '../openChart/session.ts'
import { CommentList } from './CommentList.tsx'
import { Approval } from './Approval.tsx'
import { LadderStrip } from './LadderStrip.tsx'
import { MarkList } from './MarkList.tsx'
import { NoticeList } from './NoticeList.tsx'
import { useReviewing } from '../openChart/reviewing.ts'
import { ReviewRecords } from './ReviewRecords.tsx'
import { useReviewDesk } from './useReviewDesk.ts'
import './ReviewPanel.css'

export function ReviewPanel() {
  const { review, trouble, online, again } = useReviewing()
  return (
    <aside className="panel review" aria-label={reviewText.heading}>
      <header className="section-head">
        <h2>{reviewText.heading}</h2>
        <Button
          type="text"
          size="small"
          aria-label={reviewText.close}
          icon={<CloseOutlined />}
          onClick={() => setSession({ sidePanel: 'form' })}
        />
      </header>
      {review === null && trouble === null && (
        <p className="field-help">
          <Spin size="small" /> {reviewText.loading}
        </p>
      )}
      {(trouble !== null || (review !== null && !online)) && (
        <div className="review-offline" role="alert">
          <p>{review === null ? reviewText.neverThere : reviewText.needsServer}</p>
          <Button size="small" onClick={again}>
            {reviewText.again}
          </Button>
        </div>
      )}
      {review !== null && <Opened />}
    </aside>
  )
}

type Tab = keyof typeof reviewText.tabs

function Opened() {
  const desk = useReviewDesk()
  const { now } = useAppServices()
  const { review } = desk
  const at = useSession((session) => session.activeReviewMark)
  const [chosen, setChosen] = useState<{ readonly tab: Tab; readonly at: Id | null }>({
    tab: 'marks',
    at: null,
  })
  // What was gone to stands in its tab, until another tab is chosen.
  const tab = (chosen.at === at ? undefined : tabOf(review, at)) ?? chosen.tab
  const late = overdue(review, dayWords(now())).length
  return (
    <>
      <LadderStrip desk={desk} />
      {review.approved && <Approval review={review} approved={review.approved} />}
      <ReviewRecords review={review} />
      <Segmented<Tab>
        block
        aria-label={reviewText.heading}
        value={tab}
        options={[
          {
            value: 'marks',
            label: <Label word={reviewText.tabs.marks} count={review.marks.length} late={0} />,
          },
          {
            value: 'comments',
            label: <Label word={reviewText.tabs.comments} count={openComments(review)} late={0} />,
          },
          {
            value: 'notices',
            label: <Label word={reviewText.tabs.notices} count={review.notices.length} late={late} />,
          },
        ]}
        onChange={(next) => setChosen({ tab: next, at })}
      />
      {tab === 'marks' && <MarkList desk={desk} />}
      {tab === 'comments' && <CommentList desk={desk} />}
      {tab === 'notices' && <NoticeList desk={desk} />}
    </>
  )
}

function tabOf({ marks, comments, notices }: Review, at: Id | null): Tab | undefined {
  const holds = (all: readonly { readonly id: Id }[]) => all.some(({ id }) => id === at)
  if (at === commentsPlace || holds(comments)) return 'comments'
  if (holds(notices)) return 'notices'
  return holds(marks) ? 'marks' : undefined
}

function openComments({ comments }: Review): number {
  return comments.filter(({ closedBy }) => closedBy === undefined).length
}

interface LabelProps {
  readonly word: string
  readonly count: number
  readonly late: number
}

function Label({ word, count, late }: LabelProps) {
  return (
    <>
      {word}
      {count > 0 && <span className={late > 0 ? 'count count-late' : 'count'}>{count}</span>}
    </>
  )
}
