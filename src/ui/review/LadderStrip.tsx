import { useMemo, useState } from 'react'
import { Button } from 'antd'
import { approvalProgress, lastSentBack } from '../../model/review/approvalProgress.ts'
import type { StageState } from '../../model/review/approvalProgress.ts'
import { ladders } from '../../model/review/ladder.ts'
import { runChecks } from '../../checks/runChecks.ts'
import type { Review } from '../../model/review/review.ts'
import { isApproving } from '../../model/review/review.ts'
import { dayWords, ladderText, reviewText } from '../../text/screen/review.ts'
import { useChart } from '../openChart/chartContext.ts'
import { whenSaved } from '../openChart/whenSaved.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { useToasts } from '../base/toastContext.ts'
import { useReviewing } from '../openChart/reviewing.ts'
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

/** The owner may choose another ladder before the first pass. */
function LadderChoice({ desk: { review, why, give } }: { readonly desk: ReviewDesk }) {
  const others = ladders.filter(({ id }) => id !== review.ladder.id)
  if (others.every(({ id }) => why({ kind: 'ladder', ladder: id }) !== undefined)) return null
  return (
    <label className="ladder-choice">
      <span className="field-label">{ladderText.choose}</span>
      <Choice
        label={ladderText.choose}
        value={review.ladder.id}
        options={ladders.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(ladder) => {
          if (ladder !== undefined && ladder !== review.ladder.id) void give({ kind: 'ladder', ladder })
        }}
      />
    </label>
  )
}

interface PassingProps {
  readonly desk: ReviewDesk
  readonly onSendBack: () => void
}

function Passing({ desk: { review, why, give }, onSendBack }: PassingProps) {
  const [explaining, setExplaining] = useState(false)
  const { message } = useToasts()
  const online = useReviewing((reviewing) => reviewing.online)
  const here = review.ladder.rungs[review.rung]
  const whyNotPass = why({ kind: 'pass', text: '' })
  const first = review.ladder.rungs[0]!.id
  const whyNotBack = why({ kind: 'sendBack', to: first, text: ladderText.reason })
  const errors = useErrorsToAnswer(review)
  const pass = async (text: string) => {
    try {
      // The server seals its own copy, so save first.
      await whenSaved()
      if (here && (await give({ kind: 'pass', text })))
        void message.success({ content: ladderText.passed(here.name), key: 'review' })
    } catch (error) {
      void message.error({ content: String(error instanceof Error ? error.message : error), duration: 8 })
    }
  }
  return (
    <>
      <div className="review-acts">
        {here && (
          <Button
            type="primary"
            disabled={whyNotPass !== undefined}
            title={whyNotPass}
            onClick={() => (errors > 0 ? setExplaining(true) : void pass(''))}
          >
            {here.right === 'write' ? ladderText.submit(here.name) : ladderText.pass(here.name)}
          </Button>
        )}
        <Button disabled={whyNotBack !== undefined} title={whyNotBack} onClick={onSendBack}>
          {ladderText.sendBack}
        </Button>
      </div>
      {here && explaining && (
        <SayForm
          label={ladderText.despite(errors)}
          confirm={ladderText.pass(here.name)}
          cancel={ladderText.cancel}
          onSay={async (text) => {
            await pass(text)
            return true
          }}
          onDone={() => setExplaining(false)}
        />
      )}
      {here ? (
        whyNotPass !== undefined && online && <p className="field-help">{whyNotPass}</p>
      ) : (
        <p className="field-help">{ladderText.finished}</p>
      )}
    </>
  )
}

/** How many errors the checks find, waived ones too, where the chart is about to be approved; else 0. */
function useErrorsToAnswer(review: Review): number {
  const chart = useChart()
  return useMemo(() => {
    if (!isApproving(review)) return 0
    const { findings, waived } = runChecks(chart)
    return [...findings, ...waived].filter(({ severity }) => severity === 'error').length
  }, [review, chart])
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
