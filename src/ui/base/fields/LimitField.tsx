import { readTimeLimit } from '../../../model/time/readTimeLimit.ts'
import type { TimeLimit } from '../../../model/time/timeLimit.ts'
import { stepPanel } from '../../../text/screen/screen.ts'
import { timeUnitName } from '../../../text/terms.ts'
import { Field } from './Field.tsx'
import { TextField } from './TextField.tsx'

interface LimitFieldProps {
  readonly label: string
  readonly limit: TimeLimit | undefined
  readonly onCommit: (limit: TimeLimit | undefined) => boolean
}

/** A time limit as free text; shows below the field how it was parsed. */
export function LimitField({ label, limit, onCommit }: LimitFieldProps) {
  return (
    <Field label={label} {...(limit ? { help: sayLimit(limit) } : {})}>
      <TextField
        label={label}
        hint={stepPanel.limitHint}
        value={limit?.wording ?? ''}
        onCommit={(text) => onCommit(text === '' ? undefined : readTimeLimit(text))}
      />
    </Field>
  )
}

/** The parsed limit in words. */
export function sayLimit(limit: TimeLimit): string {
  const { read } = stepPanel
  const counted = limit.counts ? '' : read.notCounted
  switch (limit.kind) {
    case 'immediate':
      return read.immediate + counted
    case 'calendar':
      return read.calendar + counted
    case 'unread':
      return stepPanel.unread + counted
    case 'span': {
      const length = read[limit.bound](limit.amount, timeUnitName[limit.unit])
      const unsaid = limit.unitUnsaid ? read.unitUnsaid : ''
      const from = limit.from ? read.from(limit.from) : ''
      const extension = limit.extension
        ? read.extension(limit.extension.amount, timeUnitName[limit.extension.unit])
        : ''
      return length + unsaid + from + extension + counted
    }
  }
}
