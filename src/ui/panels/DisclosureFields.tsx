import { Checkbox, Select } from 'antd'
import type { Step, WithheldField } from '../../model/chart.ts'
import type { NewFields } from '../../model/edits/setFields.ts'
import { stepPanel } from '../../text/screen.ts'
import { withheldFieldName } from '../../text/terms.ts'
import { Field } from './Field.tsx'
import { optionsOf } from './options.ts'
import { TextField } from './TextField.tsx'

const withheldFields = optionsOf<WithheldField>(withheldFieldName)

interface DisclosureFieldsProps {
  readonly step: Step
  readonly put: (fields: NewFields<'steps'>) => boolean
}

/** What the public sees of this step. */
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
          <Select
            mode="multiple"
            aria-label={stepPanel.withheld}
            placeholder={stepPanel.withheld}
            value={[...(step.withheld ?? [])]}
            options={withheldFields}
            onChange={(withheld: WithheldField[]) => put({ withheld })}
          />
        </>
      )}
    </Field>
  )
}
