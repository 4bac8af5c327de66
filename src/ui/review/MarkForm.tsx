import { useState } from 'react'
import { Button } from 'antd'
import type { MarkKind } from '../../model/review/mark.ts'
import { markKinds } from '../../model/review/mark.ts'
import { foundIn, targetsAt } from '../../model/review/targets.ts'
import { markKindName, marksText, sayTarget } from '../../text/screen/review.ts'
import { Choice } from '../base/fields/Choice.tsx'
import { Field } from '../base/fields/Field.tsx'
import { useChart } from '../openChart/chartContext.ts'
import { useSession } from '../openChart/session.ts'
import { SayField } from './SayField.tsx'
import type { ReviewDesk } from './useReviewDesk.ts'
import './MarkForm.css'
import './reviewActs.css'

interface MarkFormProps {
  readonly desk: ReviewDesk
  readonly onDone: () => void
}

const kinds = markKinds.map((value) => ({ value, label: markKindName[value] }))

/** Adds a mark to the selection, to a part of it, or to the chart. */
export function MarkForm({ desk, onDone }: MarkFormProps) {
  const chart = useChart()
  const { steps } = useSession((session) => session.selection)
  const targets = targetsAt(chart, steps)
  const keyed = targets.map((target) => ({
    target,
    value: target.on === 'chart' ? 'chart' : `${target.on} ${target.id}`,
    label: sayTarget(target, foundIn(chart, target)),
  }))
  const [on, setOn] = useState<string | undefined>()
  const chosen = keyed.find(({ value }) => value === on) ?? keyed[0]!
  const [what, setWhat] = useState<MarkKind>('missedRisk')
  const [level, setLevel] = useState<string | undefined>()
  const [text, setText] = useState('')
  const mark = async () => {
    const suggested = level === undefined ? {} : { suggestedLevel: level }
    if (await desk.give({ kind: 'mark', target: chosen.target, what, text, ...suggested })) onDone()
  }
  return (
    <section className="mark-form" aria-label={marksText.add}>
      <Field label={marksText.target}>
        <Choice label={marksText.target} value={chosen.value} options={keyed} onChoose={setOn} />
      </Field>
      <div className="field-row">
        <Choice
          label={marksText.kind}
          value={what}
          options={kinds}
          onChoose={(kind) => kind && setWhat(kind)}
        />
        <Choice
          label={marksText.level}
          none={marksText.noLevel}
          value={level}
          options={chart.grading.levels.map(({ name }) => ({ value: name, label: name }))}
          onChoose={setLevel}
        />
      </div>
      <SayField
        label={marksText.textHint}
        text={text}
        names={desk.names}
        onText={setText}
        onSubmit={() => void mark()}
        onCancel={onDone}
        focus="at-once"
      />
      <div className="review-acts">
        <Button size="small" type="primary" onClick={() => void mark()}>
          {marksText.submit}
        </Button>
        <Button size="small" onClick={onDone}>
          {marksText.cancel}
        </Button>
      </div>
    </section>
  )
}
