import { useState } from 'react'
import { Button } from 'antd'
import {
  findingStates,
  lacksReason,
  type FindingJudgement,
  type FindingState,
  type NewJudgement,
} from '../../model/cases/findingState.ts'
import { findingStateName } from '../../text/terms.ts'
import { replayScreen as words } from '../../text/screen/replayScreen.ts'

interface FindingStateFieldProps {
  readonly of: Pick<NewJudgement, 'case' | 'key'>
  readonly said: FindingJudgement | undefined
  /** Undefined: this person may not say it. */
  readonly onJudge: ((said: NewJudgement) => void) | undefined
  /** Opens a case of 预警处置. */
  readonly onWarn: () => void
}

/** 待核、成立、误报, with its reason; a reason is asked for before 误报 is taken. */
export function FindingStateField({ of, said, onJudge, onWarn }: FindingStateFieldProps) {
  const [next, setNext] = useState<FindingState>()
  const state = said?.state ?? 'open'
  const told = said?.reason ? <span className="field-help">{said.reason}</span> : null
  if (!onJudge)
    return (
      <>
        {findingStateName[state]} {told}
      </>
    )
  const give = (given: FindingState, why: string) => {
    setNext(undefined)
    onJudge({ case: of.case, key: of.key, state: given, reason: why.trim() })
  }
  return (
    <>
      <select
        aria-label={words.state}
        value={next ?? state}
        onChange={({ target }) => {
          const given = target.value as FindingState
          if (given === 'dismissed') setNext(given)
          else give(given, '')
        }}
      >
        {findingStates.map((each) => (
          <option key={each} value={each}>
            {findingStateName[each]}
          </option>
        ))}
      </select>
      {next === undefined ? (
        <>
          {told}
          {state === 'confirmed' && said?.reason !== words.warned && (
            <Button type="link" size="small" title={words.warnHint} onClick={onWarn}>
              {words.warn}
            </Button>
          )}
        </>
      ) : (
        <ReasonForm onGive={(reason) => give(next, reason)} onCancel={() => setNext(undefined)} />
      )}
    </>
  )
}

interface ReasonFormProps {
  readonly onGive: (reason: string) => void
  readonly onCancel: () => void
}

function ReasonForm({ onGive, onCancel }: ReasonFormProps) {
  const [reason, setReason] = useState('')
  const isLacking = lacksReason({ state: 'dismissed', reason })
  return (
    <form
      className="replay-reason"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isLacking) onGive(reason)
      }}
    >
      <input
        aria-label={words.reason}
        placeholder={words.reason}
        value={reason}
        maxLength={1000}
        // Whoever chose 误报 is asked why, there.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={({ target }) => setReason(target.value)}
      />
      <Button htmlType="submit" size="small" disabled={isLacking}>
        {words.giveReason}
      </Button>
      <Button type="text" size="small" onClick={onCancel}>
        {words.noReason}
      </Button>
    </form>
  )
}
