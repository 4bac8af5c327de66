import { useState } from 'react'
import { approvalProgress, lastSentBack } from '../../model/review/approvalProgress.ts'
import type { StageState } from '../../model/review/approvalProgress.ts'
import type { Review } from '../../model/review/review.ts'
import { dayWords, ladderText, reviewText } from '../../text/screen/review.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { LadderChoice } from './LadderChoice.tsx'
import { Passing } from './Passing.tsx'
import { SayForm } from './SayField.tsx'
import type { ReviewDesk } from './useReviewDesk.ts'
import './LadderStrip.css'
import './reviewActs.css'

/** The chart's position on its ladder, with who passed it when; passes on and sends back. */
export function LadderStrip({ desk }: { readonly desk: ReviewDesk }) {
  const { review } = desk
  const [sending, setSending] = useState(false)
  const back = lastSentBack(review)
  return (
    <section className="ladder" aria-label={ladderText.heading}>
      <ol>
        {approvalProgress(review).map((each) => (
          <Rung key={each.rung.id} {...each} />
        ))}
      </ol>
      {back && (
        <p className="ladder-back">
          {ladderText.sentBack(nameOf(review, back.rung), nameOf(review, back.to))}
          <span>{back.text}</span>
          <small>{reviewText.said(back.by.name || reviewText.unsigned, dayWords(back.at))}</small>
        </p>
      )}
      <LadderChoice desk={desk} />
      <Passing desk={desk} onSendBack={() => setSending(!sending)} />
      {sending && <SendBackForm desk={desk} onDone={() => setSending(false)} />}
    </section>
  )
}

function nameOf({ ladder }: Review, rung: string): string {
  return ladder.rungs.find(({ id }) => id === rung)?.name ?? rung
}

const signs = { passed: '✓', here: '●', ahead: '' } as const

function Rung({ rung, state, passed }: StageState) {
  return (
    <li className={`rung rung-${state}`} aria-current={state === 'here' ? 'step' : undefined}>
      <span className="rung-sign" role="img" aria-label={ladderText.state[state]}>
        {signs[state]}
      </span>
      <span className="rung-name">{rung.name}</span>
      {passed && (
        <small title={passed.text}>
          {reviewText.said(passed.by.name || reviewText.unsigned, dayWords(passed.at))}
        </small>
      )}
    </li>
  )
}

interface SendBackFormProps {
  readonly desk: ReviewDesk
  readonly onDone: () => void
}

function SendBackForm({ desk: { review, give }, onDone }: SendBackFormProps) {
  const earlier = review.ladder.rungs.slice(0, review.rung)
  const [to, setTo] = useState(earlier[0]?.id)
  return (
    <div className="send-back">
      <Choice
        label={ladderText.sendBackTo}
        value={to}
        options={earlier.map(({ id, name }) => ({ value: id, label: `${ladderText.sendBackTo}“${name}”` }))}
        onChoose={setTo}
      />
      <SayForm
        label={ladderText.reason}
        confirm={ladderText.confirm}
        cancel={ladderText.cancel}
        onSay={async (text) => give({ kind: 'sendBack', to: to ?? '', text })}
        onDone={onDone}
      />
    </div>
  )
}
