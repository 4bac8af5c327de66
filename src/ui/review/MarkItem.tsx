import { useEffect, useRef } from 'react'
import { Button } from 'antd'
import type { Chart } from '../../model/chart.ts'
import type { ReviewMark } from '../../model/review/mark.ts'
import { foundIn } from '../../model/review/targets.ts'
import {
  dayWords,
  markKindName,
  marksText,
  markStateName,
  reviewText,
  sayTarget,
} from '../../text/screen/review.ts'
import { mayWrite } from '../openChart/mayWrite.ts'
import { useToasts } from '../base/toastContext.ts'
import { setSession, useSession } from '../openChart/session.ts'
import { SayForm } from './SayField.tsx'
import { showMark } from './showMark.ts'
import type { ReviewDesk } from './useReviewDesk.ts'
import './MarkItem.css'
import './reviewActs.css'

/** The form that is open under a mark. */
export type DraftReply = 'reply' | 'settle' | 'return'

interface MarkItemProps {
  readonly mark: ReviewMark
  readonly chart: Chart
  readonly desk: ReviewDesk
  readonly current: boolean
  readonly draft: DraftReply | null
  readonly onSay: (draft: DraftReply | null) => void
  /** Whether the mark is chosen for a notice; undefined if none is being written. */
  readonly chosen: boolean | undefined
  readonly onChoose: () => void
}

/** A mark with its replies; the current one shows its actions. */
export function MarkItem({ mark, chart, desk, current, draft, onSay, chosen, onChoose }: MarkItemProps) {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const found = foundIn(chart, mark.target)
  const target = sayTarget(mark.target, found)
  return (
    <li ref={item} className={current ? 'mark mark-current' : 'mark'} aria-current={current}>
      <div className="mark-head">
        {chosen !== undefined && (
          <input
            type="checkbox"
            aria-label={`${marksText.chosen}：${target}`}
            checked={chosen}
            onChange={onChoose}
          />
        )}
        <button type="button" className="mark-target" onClick={() => showMark(chart, mark)}>
          <b>{markKindName[mark.kind]}</b> <span className={found.gone ? 'mark-gone' : ''}>{target}</span>
        </button>
        <span className={`mark-state mark-state-${mark.state}`}>{markStateName[mark.state]}</span>
      </div>
      <div className="mark-body">
        {mark.text !== '' && <p>{mark.text}</p>}
        {mark.suggestedLevel !== undefined && (
          <p className="mark-level">{marksText.suggested(mark.suggestedLevel)}</p>
        )}
        <small>{sayWho(mark)}</small>
        <Replies mark={mark} />
        {current && draft === null && <MarkActs mark={mark} chart={chart} desk={desk} onSay={onSay} />}
        {current && draft !== null && <MarkReply mark={mark} desk={desk} draft={draft} onSay={onSay} />}
      </div>
    </li>
  )
}

function sayWho({ by, at }: Pick<ReviewMark, 'by' | 'at'>): string {
  return reviewText.said(reviewText.who(by.name || reviewText.unsigned, by.post), dayWords(at))
}

function Replies({ mark: { replies } }: Pick<MarkItemProps, 'mark'>) {
  if (replies.length === 0) return null
  return (
    <ul className="mark-replies">
      {replies.map((reply) => (
        <li key={`${reply.at} ${reply.by.id}`}>
          {reply.state && (
            <span className={`mark-state mark-state-${reply.state}`}>{markStateName[reply.state]}</span>
          )}
          {reply.text !== '' && <span>{reply.text}</span>}
          <small>{sayWho(reply)}</small>
        </li>
      ))}
    </ul>
  )
}

type MarkActsProps = Pick<MarkItemProps, 'mark' | 'chart' | 'desk' | 'onSay'>

/** Hides actions without the right to them; disables those not possible now, with the reason. */
function MarkActs({ mark, chart, desk, onSay }: MarkActsProps) {
  const { modal } = useToasts()
  const writes = useSession(({ access }) => mayWrite(access))
  const { id } = mark
  const act = { mark: id, text: marksText.reason }
  const { steps } = foundIn(chart, mark.target)
  return (
    <div className="review-acts">
      <Act
        why={desk.why({ kind: 'settle', ...act })}
        label={marksText.settle}
        onAct={() => onSay('settle')}
      />
      <Act
        why={desk.why({ kind: 'accept', ...act })}
        label={marksText.accept}
        onAct={() => void desk.give({ kind: 'accept', mark: id, text: '' })}
      />
      <Act
        why={desk.why({ kind: 'return', ...act })}
        label={marksText.return}
        onAct={() => onSay('return')}
      />
      <Act why={desk.why({ kind: 'reply', ...act })} label={marksText.reply} onAct={() => onSay('reply')} />
      {writes && steps.length > 0 && (
        <Button
          size="small"
          title={marksText.mendHint}
          onClick={() => {
            showMark(chart, mark)
            setSession({ sidePanel: 'form' })
          }}
        >
          {marksText.mend}
        </Button>
      )}
      {desk.why({ kind: 'withdraw', mark: id }) === undefined && (
        <Button
          size="small"
          type="text"
          onClick={() =>
            modal.confirm({
              title: marksText.withdrawAsk,
              okText: marksText.withdraw,
              onOk: async () => void (await desk.give({ kind: 'withdraw', mark: id })),
            })
          }
        >
          {marksText.withdraw}
        </Button>
      )}
    </div>
  )
}

interface ActProps {
  readonly why: string | undefined
  readonly label: string
  readonly onAct: () => void
}

function Act({ why, label, onAct }: ActProps) {
  return (
    <Button size="small" disabled={why !== undefined} title={why} onClick={onAct}>
      {label}
    </Button>
  )
}

const labels = { reply: marksText.replyHint, settle: marksText.settleHint, return: marksText.reason } as const
const confirms = { reply: marksText.send, settle: marksText.settle, return: marksText.return } as const

interface MarkReplyProps extends Pick<MarkItemProps, 'mark' | 'desk' | 'onSay'> {
  readonly draft: DraftReply
}

function MarkReply({ mark, desk, draft, onSay }: MarkReplyProps) {
  return (
    <SayForm
      key={draft}
      label={labels[draft]}
      confirm={confirms[draft]}
      cancel={marksText.cancel}
      names={desk.names}
      onSay={async (text) => desk.give({ kind: draft, mark: mark.id, text })}
      onDone={() => onSay(null)}
    />
  )
}
