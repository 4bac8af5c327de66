import { useId } from 'react'
import { belongsToInputMethod } from '../inputMethod.ts'
import { useDraft } from './useDraft.ts'
import './TextField.css'

interface TextFieldProps {
  readonly value: string
  /** Called when the person is done with it and it differs; answers whether it was taken. */
  readonly onCommit: (text: string) => boolean
  readonly label: string
  readonly hint?: string
  readonly className?: string
  /** Several lines; Enter is then a new line. */
  readonly lines?: number
  /** Offered while one types; anything else may be typed too. */
  readonly suggestions?: readonly string[]
}

/** A text of the chart (`useDraft`), in the browser's own field: it needs no library. */
export function TextField({
  value,
  onCommit,
  label,
  hint = '',
  className = '',
  lines,
  suggestions,
}: TextFieldProps) {
  const { draft, handlers, giveUp } = useDraft({ value, onCommit, isLong: lines !== undefined })
  const listId = useId()
  const shared = {
    value: draft,
    'aria-label': label,
    placeholder: hint,
    className: `text-field ${className}`,
    ...handlers,
  }
  if (lines !== undefined) return <textarea {...shared} rows={lines} />
  return (
    <>
      <input
        {...shared}
        list={suggestions && listId}
        onKeyDown={(event) => {
          if (belongsToInputMethod(event.nativeEvent)) return
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') giveUp()
        }}
      />
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </>
  )
}
