import { useState } from 'react'
import { Button, Input } from 'antd'
import {
  isLadder,
  mostRungs,
  type ApprovalStage,
  type Ladder,
  type OwnLadder,
} from '../../model/review/ladder.ts'
import { ownLadderText as text } from '../../text/paper/reviewRecords.ts'
import { reviewRefusals } from '../../text/screen/review.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { Field } from '../base/fields/Field.tsx'
import { optionsOf } from '../base/fields/optionsOf.ts'
import './NoticeForm.css'
import './reviewActs.css'

interface OwnLadderFormProps {
  /** To begin with. */
  readonly ladder: Ladder
  /** Returns whether it succeeded. */
  readonly onUse: (own: OwnLadder) => Promise<boolean>
  readonly onDone: () => void
}

const rights = optionsOf(text.rights)
const asked = optionsOf(text.asked)

/** A unit's own ladder: rungs, names, who may pass each, what is written down. */
export function OwnLadderForm({ ladder, onUse, onDone }: OwnLadderFormProps) {
  const [own, setOwn] = useState<OwnLadder>({ name: text.usual, rungs: ladder.rungs })
  const put = (at: number, change: Partial<ApprovalStage>) =>
    setOwn({ ...own, rungs: own.rungs.map((rung, place) => (place === at ? { ...rung, ...change } : rung)) })
  const isWhole = isLadder(own)
  const use = async () => {
    if (await onUse(own)) onDone()
  }
  return (
    <section className="notice-form" aria-label={text.heading}>
      <Field label={text.name}>
        <Input
          aria-label={text.name}
          maxLength={100}
          value={own.name}
          onChange={(event) => setOwn({ ...own, name: event.target.value })}
        />
      </Field>
      {own.rungs.map((rung, at) => (
        <RungFields
          key={rung.id}
          rung={rung}
          heading={text.rung(at + 1)}
          onPut={(change) => put(at, change)}
          onRemove={() => setOwn({ ...own, rungs: own.rungs.filter((_, place) => place !== at) })}
        />
      ))}
      {!isWhole && <p className="field-help">{reviewRefusals['no-ladder']}</p>}
      <div className="review-acts">
        <Button size="small" type="primary" disabled={!isWhole} onClick={() => void use()}>
          {text.use}
        </Button>
        <Button
          size="small"
          disabled={own.rungs.length >= mostRungs}
          onClick={() => setOwn({ ...own, rungs: [...own.rungs, freshRung(own)] })}
        >
          {text.add}
        </Button>
        <Button size="small" onClick={onDone}>
          {text.cancel}
        </Button>
      </div>
    </section>
  )
}

function freshRung({ rungs }: OwnLadder): ApprovalStage {
  let count = rungs.length + 1
  while (rungs.some(({ id }) => id === `own-${count}`)) count += 1
  return { id: `own-${count}`, name: '', right: 'mark' }
}

interface RungFieldsProps {
  readonly rung: ApprovalStage
  readonly heading: string
  readonly onPut: (change: Partial<ApprovalStage>) => void
  readonly onRemove: () => void
}

function RungFields({ rung, heading, onPut, onRemove }: RungFieldsProps) {
  const label = (field: string) => `${heading}${field}`
  return (
    <fieldset>
      <legend>{heading}</legend>
      <Input
        aria-label={label(text.rungName)}
        placeholder={text.rungName}
        maxLength={40}
        value={rung.name}
        onChange={(event) => onPut({ name: event.target.value })}
      />
      <div className="field-row">
        <Choice
          label={label(text.right)}
          value={rung.right}
          options={rights}
          onChoose={(right) => right && onPut({ right })}
        />
        <Choice
          label={label(text.asks)}
          value={rung.asks ?? 'none'}
          options={asked}
          onChoose={(asks) =>
            asks &&
            onPut({
              asks: asks === 'none' ? undefined : asks,
              by: asks === 'publicity' ? 'anyone' : undefined,
            })
          }
        />
      </div>
      <Input
        aria-label={label(text.who)}
        placeholder={text.who}
        value={(rung.who ?? []).join('、')}
        onChange={(event) => onPut({ who: namesOf(event.target.value) })}
      />
      <Button size="small" type="text" onClick={onRemove}>
        {text.remove}
      </Button>
    </fieldset>
  )
}

/** An unfinished name after the last 、 stays while it is typed. */
function namesOf(written: string): readonly string[] | undefined {
  return written === '' ? undefined : written.split(/[、，,]/)
}
