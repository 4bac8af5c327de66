import { Checkbox } from 'antd'
import type { Step, WithheldField } from '../../model/chart.ts'
import type { NewFields } from '../../model/edits/setFields.ts'
import { stepPanel } from '../../text/screen/screen.ts'
import { withheldFieldName } from '../../text/terms.ts'
import { Field } from '../base/fields/Field.tsx'
import { optionsOf } from '../base/fields/optionsOf.ts'
import { TextField } from '../base/fields/TextField.tsx'
import './DisclosureFields.css'

const withheldFields = optionsOf<WithheldField>(withheldFieldName)

interface DisclosureFieldsProps {
  readonly step: Step
  readonly put: (fields: NewFields<'steps'>) => boolean
}

/** What the public edition shows of this step. */
export function DisclosureFields({ step, put }: DisclosureFieldsProps) {
  return (
    <Field label={stepPanel.disclosure}>
      <Checkbox
        checked={step.internalOnly ?? false}
        onChange={(event) => put({ internalOnly: event.target.checked || undefined })}
      >
        {stepPanel.internalOnly}
      </Checkbox>
      {!step.internalOnly && (
        <>
          <TextField
            label={stepPanel.publicName}
            hint={`${stepPanel.publicName}：${stepPanel.publicNameHint}`}
            value={step.publicName ?? ''}
            onCommit={(publicName) => put({ publicName })}
          />
          <div className="withheld" role="group" aria-label={stepPanel.withheld}>
            <span className="field-help">{stepPanel.withheld}</span>
            {withheldFields.map(({ value, label }) => (
              <Checkbox
                key={value}
                checked={step.withheld?.includes(value) ?? false}
                onChange={(event) =>
                  put({ withheld: toggled(step.withheld ?? [], value, event.target.checked) })
                }
              >
                {label}
              </Checkbox>
            ))}
          </div>
        </>
      )}
    </Field>
  )
}

function toggled(
  list: readonly WithheldField[],
  field: WithheldField,
  on: boolean,
): readonly WithheldField[] {
  const others = list.filter((each) => each !== field)
  return on ? [...others, field] : others
}
