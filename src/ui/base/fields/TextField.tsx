import { useId } from 'react'
import type { KeyboardEvent } from 'react'
import { belongsToInputMethod } from '../inputMethod.ts'
import { useDraft } from './useDraft.ts'
import './TextField.css'

interface TextFieldProps {
  readonly value: string
  /** Called with a changed text on leaving the field; returns whether it was accepted. */
  readonly onCommit: (text: string) => boolean
  readonly label: string
  readonly hint?: string
  readonly className?: string
  /** Multi-line; Enter inserts a line break. */
  readonly lines?: number
  /** Suggestions while typing; any other text is allowed. */
  readonly suggestions?: readonly string[]
}

/** A chart text in a native field, committed through `useDraft`. */
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
  const onEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !belongsToInputMethod(event.nativeEvent)) giveUp()
  }
  if (lines !== undefined) return <textarea {...shared} rows={lines} onKeyDown={onEscape} />
  return (
    <>
      <input
        {...shared}
        list={suggestions && listId}
        onKeyDown={(event) => {
          onEscape(event)
          if (event.key === 'Enter' && !belongsToInputMethod(event.nativeEvent)) event.currentTarget.blur()
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
