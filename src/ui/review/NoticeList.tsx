import { useState } from 'react'
import { Button } from 'antd'
import type { NoticeState, Review } from '../../model/review/review.ts'
import { overdue } from '../../model/review/review.ts'
import { warningColourName } from '../../text/paper/notices.ts'
import { dayWords, issueText, marksText, noticeKindName, reviewText } from '../../text/screen/review.ts'
import { useAppServices } from '../base/appServices.ts'
import { daysBetween } from './noticeLines.ts'
import { SayForm } from './SayField.tsx'
import type { ReviewDesk } from './useReviewDesk.ts'
import { useNoticeFile } from './useNoticeFile.ts'
import './NoticeList.css'
import './reviewActs.css'

/** Issued notices with due dates and answers; overdue ones first. */
export function NoticeList({ desk }: { readonly desk: ReviewDesk }) {
  const { now } = useAppServices()
  const { review } = desk
  const today = dayWords(now())
  const late = new Set(overdue(review, today).map(({ id }) => id))
  const sorted = [...review.notices].sort((a, b) => Number(late.has(b.id)) - Number(late.has(a.id)))
  if (sorted.length === 0) return <p className="field-help">{issueText.none}</p>
  return (
    <ul className="notice-list">
      {sorted.map((notice) => (
        <Notice
          key={notice.id}
          notice={notice}
          desk={desk}
          lateDays={late.has(notice.id) ? daysBetween(notice.deadline, today) : 0}
        />
      ))}
    </ul>
  )
}

interface NoticeProps {
  readonly notice: NoticeState
  readonly desk: ReviewDesk
  readonly lateDays: number
}

function Notice({ notice, desk, lateDays }: NoticeProps) {
  const [receipting, setReceipting] = useState(false)
  const download = useNoticeFile()
  const { id, what, colour, number, addressee, marks, deadline, by, at, receipt } = notice
  const whyNot = desk.why({ kind: 'receipt', notice: id, text: '' })
  return (
    <li className={lateDays > 0 ? 'notice notice-late' : 'notice'}>
      <p>
        <span className={`notice-colour notice-${colour}`}>{warningColourName[colour]}</span>{' '}
        <b>{noticeKindName[what]}</b> {number}
      </p>
      <p>
        {addressee}　{issueText.aboutMarks(marks.length)}　{issueText.due(deadline)}
        {lateDays > 0 && <strong className="notice-overdue">{issueText.overdue(lateDays)}</strong>}
      </p>
      <small>{reviewText.said(by.name || reviewText.unsigned, dayWords(at))}</small>
      {receipt && (
        <p>
          {issueText.receipted(receipt.by.name || reviewText.unsigned, dayWords(receipt.at), receipt.text)}
        </p>
      )}
      <div className="review-acts">
        <Button
          size="small"
          onClick={() =>
            void download({ notice, marks: desk.review.marks, demands: demandsOf(desk.review, id), at })
          }
        >
          {issueText.download}
        </Button>
        {!receipt && (
          <Button
            size="small"
            disabled={whyNot !== undefined}
            title={whyNot}
            onClick={() => setReceipting(!receipting)}
          >
            {issueText.receipt}
          </Button>
        )}
      </div>
      {receipting && !receipt && (
        <SayForm
          label={issueText.receiptHint}
          confirm={issueText.receipt}
          cancel={marksText.cancel}
          onSay={async (text) => desk.give({ kind: 'receipt', notice: id, text })}
          onDone={() => setReceipting(false)}
        />
      )}
    </li>
  )
}

/** The demands are in the event that issued the notice. */
function demandsOf({ events }: Review, notice: string): string {
  return events.find((event) => event.kind === 'issued' && event.notice.id === notice)?.text ?? ''
}
