import { useState } from 'react'
import { Button } from 'antd'
import { mostInEmblem, type Unit } from '../../model/unit/unit.ts'
import type { Emblem } from '../../sheet/pageStyle.ts'
import { base64, pngDataUri } from '../../sheet/writers/base64.ts'
import { noticeWords } from '../../text/paper/notices.ts'
import { posterDialog } from '../../text/screen/poster.ts'
import { unitDialog as text, unitFieldName } from '../../text/screen/unit.ts'
import { sayUnitProblem } from '../../text/messages/unitProblems.ts'
import { useAppServices } from '../base/appServices.ts'
import { Field } from '../base/fields/Field.tsx'
import { TextField } from '../base/fields/TextField.tsx'
import { chosenPicture, emblemWithin } from '../base/unit/keptEmblem.ts'
import { useToasts } from '../base/toastContext.ts'
import { StyleFields } from './StyleFields.tsx'
import type { DraftProblem } from './unitDraft.ts'
import type { UnitChanges } from '../base/api/unitApi.ts'
import { useUnitEmblem } from '../base/unit/useUnitEmblem.ts'
import './UnitFields.css'

interface UnitFieldsProps {
  readonly read: Unit
  /** The unit with the changes applied. */
  readonly unit: Unit
  readonly changes: UnitChanges
  readonly problems: readonly DraftProblem[]
  readonly onChange: (changes: UnitChanges) => void
}

/** All fields except the grading scheme. */
export function UnitFields(props: UnitFieldsProps) {
  const { unit } = props
  const { now } = useAppServices()
  const example = noticeWords.number(
    unit.noticeWord ?? unit.name ?? text.noticeExample,
    new Date(now()).getFullYear(),
    3,
  )
  return (
    <div className="unit-fields">
      <h2>{text.names}</h2>
      <Words field="name" help={text.nameHint} {...props} />
      <Words field="consultPhone" {...props} />
      <Words field="supervisionPhone" help={text.supervisionHint} {...props} />
      <h2>{text.looks}</h2>
      <EmblemChoice {...props} />
      <StyleFields {...props} />
      <h2>{text.notices}</h2>
      <Words field="noticeWord" help={text.noticeHint(example)} {...props} />
    </div>
  )
}

interface WordsProps extends UnitFieldsProps {
  readonly field: 'name' | 'consultPhone' | 'supervisionPhone' | 'noticeWord'
  readonly help?: string
}

/** An error replaces the help text, so that the layout does not shift. */
function Words({ field, help = '', unit, problems, onChange }: WordsProps) {
  const problem = problems.find(([name]) => name === field)?.[1]
  return (
    <div className={problem ? 'unit-words unit-wrong' : 'unit-words'}>
      <Field label={unitFieldName[field]} help={problem ? sayUnitProblem(problem) : help}>
        <TextField
          label={unitFieldName[field]}
          value={unit[field] ?? ''}
          onCommit={(words) => {
            onChange({ [field]: words === '' ? null : words })
            return true
          }}
        />
      </Field>
    </div>
  )
}

function EmblemChoice({ read, changes, onChange }: UnitFieldsProps) {
  const kept = useUnitEmblem(read)
  const [chosen, setChosen] = useState<Emblem | null>(null)
  const { message } = useToasts()
  const emblem = changes.emblem === undefined ? kept : chosen
  const use = (next: Emblem | null) => {
    setChosen(next)
    onChange({ emblem: next && base64(next.png) })
  }
  const choose = () =>
    chosenPicture((file) => {
      emblemWithin(mostInEmblem, file).then(use, () => void message.error(posterDialog.emblemFailed))
    })
  return (
    <Field label={unitFieldName.emblem} help={text.emblemHint}>
      <div className="emblem-row unit-emblem">
        {emblem ? (
          <img src={pngDataUri(emblem.png)} alt={unitFieldName.emblem} />
        ) : (
          <span className="unit-emblem-none">{text.noEmblem}</span>
        )}
        <Button size="small" onClick={choose}>
          {posterDialog.chooseEmblem}
        </Button>
        {emblem && (
          <Button size="small" type="text" onClick={() => use(null)}>
            {posterDialog.removeEmblem}
          </Button>
        )}
      </div>
    </Field>
  )
}
