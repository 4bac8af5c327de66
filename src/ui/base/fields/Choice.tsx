import type { Option } from './optionsOf.ts'
import './Choice.css'

interface ChoiceProps<V extends string> {
  readonly label: string
  readonly value: V | undefined
  readonly options: readonly Option<V>[]
  /** What stands there for none; left out, there is always one. */
  readonly none?: string
  readonly onChoose: (value: V | undefined) => void
}

/**
 * One of a few, or of the steps: the browser's own list. It needs no library, every input
 * method and screen reader knows it, and a letter typed jumps to what begins with it.
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
