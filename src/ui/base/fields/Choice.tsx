import type { Option } from './optionsOf.ts'
import './Choice.css'

interface ChoiceProps<V extends string> {
  readonly label: string
  readonly value: V | undefined
  readonly options: readonly Option<V>[]
  /** Label of the empty choice; if left out, a value is required. */
  readonly none?: string
  readonly onChoose: (value: V | undefined) => void
}

/**
 * A native select. It needs no library, works with every input method and screen reader, and
 * supports type-ahead.
 */
export function Choice<V extends string>({ label, value, options, none, onChoose }: ChoiceProps<V>) {
  return (
    <select
      className={value === undefined ? 'choice choice-none' : 'choice'}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChoose(options.find((option) => option.value === event.target.value)?.value)}
    >
      {(none !== undefined || value === undefined) && <option value="">{none ?? ''}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
