import { useMemo, useState } from 'react'
import { Button } from 'antd'
import { runChecks } from '../../checks/runChecks.ts'
import type { ApprovalStage } from '../../model/review/ladder.ts'
import type { Review } from '../../model/review/review.ts'
import { isApproving } from '../../model/review/review.ts'
import type { RungRecord } from '../../model/review/rungRecord.ts'
import { ladderText, reviewRefusals } from '../../text/screen/review.ts'
import { useChart } from '../openChart/chartContext.ts'
import { setSession } from '../openChart/session.ts'
import { useReviewing } from '../openChart/reviewing.ts'
import { whenSaved } from '../openChart/whenSaved.ts'
import { useToasts } from '../base/toastContext.ts'
import { RungRecordForm } from './RungRecordForm.tsx'
import { SayForm } from './SayField.tsx'
import type { ReviewDesk } from './useReviewDesk.ts'

interface PassingProps {
  readonly desk: ReviewDesk
  readonly onSendBack: () => void
}

type Pass = (text: string, record?: RungRecord) => Promise<boolean>

/** Passes the current rung, with the record and the reason that it asks for, or sends it back. */
export function Passing({ desk, onSendBack }: PassingProps) {
  const { review, why } = desk
  const [explaining, setExplaining] = useState(false)
  const online = useReviewing((reviewing) => reviewing.online)
  const here = review.ladder.rungs[review.rung]
  const whyNotPass = why({ kind: 'pass', text: '' })
  const first = review.ladder.rungs[0]!.id
  const whyNotBack = why({ kind: 'sendBack', to: first, text: ladderText.reason })
  const errors = useErrorsToAnswer(review)
  const pass = usePass(desk, here)
  const isMore = errors > 0 || here?.asks !== undefined
  return (
    <>
      <div className="review-acts">
        {here && (
          <Button
            type="primary"
            disabled={whyNotPass !== undefined}
            title={whyNotPass}
            onClick={() => (isMore ? setExplaining(true) : void pass(''))}
          >
            {here.right === 'write' ? ladderText.submit(here.name) : ladderText.pass(here.name)}
          </Button>
        )}
        {whyNotPass === reviewRefusals.unnamed && (
          <Button onClick={() => setSession({ dialog: 'person' })}>{ladderText.sign}</Button>
        )}
        <Button disabled={whyNotBack !== undefined} title={whyNotBack} onClick={onSendBack}>
          {ladderText.sendBack}
        </Button>
      </div>
      {here && explaining && (
        <More here={here} errors={errors} pass={pass} onDone={() => setExplaining(false)} />
      )}
      {here ? (
        whyNotPass !== undefined && online && <p className="field-help">{whyNotPass}</p>
      ) : (
        <p className="field-help">{ladderText.finished}</p>
      )}
    </>
  )
}

function usePass({ give }: ReviewDesk, here: ApprovalStage | undefined): Pass {
  const { message } = useToasts()
  return async (text, record) => {
    try {
      // The server seals its own copy, so save first.
      await whenSaved()
      if (!here || !(await give({ kind: 'pass', text, ...(record ? { record } : {}) }))) return false
      void message.success({ content: ladderText.passed(here.name), key: 'review' })
      return true
    } catch (error) {
      void message.error({ content: String(error instanceof Error ? error.message : error), duration: 8 })
      return false
    }
  }
}

interface MoreProps {
  readonly here: ApprovalStage
  readonly errors: number
  readonly pass: Pass
  readonly onDone: () => void
}

/** What must be written down before the rung is passed. */
function More({ here, errors, pass, onDone }: MoreProps) {
  if (here.asks !== undefined)
    return (
      <RungRecordForm
        rung={here.name}
        asks={here.asks}
        errors={errors}
        onPass={async (record, reason) => pass(reason, record)}
        onDone={onDone}
      />
    )
  return (
    <SayForm
      label={ladderText.despite(errors)}
      confirm={ladderText.pass(here.name)}
      cancel={ladderText.cancel}
      onSay={async (text) => pass(text)}
      onDone={onDone}
    />
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
