import type { StepNumbering } from '../../../sheet/pageStyle.ts'
import { posterDialog } from '../../../text/screen/poster.ts'
import { Choice } from './Choice.tsx'
import { Field } from './Field.tsx'
import { optionsOf } from './optionsOf.ts'

interface StepsFieldProps {
  readonly isExternal: boolean
  readonly steps: StepNumbering
  readonly onChoose: (steps: StepNumbering) => void
}

/** 环节编号. 依据、文书、材料 stand below internal charts only. */
export function StepsField({ isExternal, steps, onChoose }: StepsFieldProps) {
  const looks = optionsOf<StepNumbering>(posterDialog.stepNumberings)
  return (
    <Field label={posterDialog.steps}>
      <Choice
        label={posterDialog.steps}
        value={isExternal && steps === 'noted' ? 'numbered' : steps}
        options={isExternal ? looks.filter(({ value }) => value !== 'noted') : looks}
        onChoose={(chosen) => chosen && onChoose(chosen)}
      />
    </Field>
  )
}
