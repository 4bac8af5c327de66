import { useEffect, useId, useRef, useState } from 'react'
import { belongsToInputMethod } from '../typing.ts'
import { useComposition } from '../useComposition.ts'

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

/**
 * A text that is written into the chart when one is done with it: on Enter or on leaving.
 * The browser's own field: it needs no library. While an input method is composing, neither counts: half a pinyin is never saved.
 */
export function TextField({
  value,
  onCommit,
  label,
  hint = '',
  className = '',
  lines,
  suggestions,
}: TextFieldProps) {
  const [draft, setDraft] = useState(value)
  const [shown, setShown] = useState(value)
  const composition = useComposition()
  const listId = useId()
  if (shown !== value) {
    setShown(value)
    setDraft(value)
  }
  const commit = (text: string) => {
    if (text.trim() !== value && !onCommit(text.trim())) setDraft(value)
  }
  useCommitOnLeaving(() => commit(draft))
  const shared = {
    value: draft,
    'aria-label': label,
    placeholder: hint,
    className: `text-field ${className}`,
    onChange: (event: { readonly target: { readonly value: string } }) => setDraft(event.target.value),
    ...composition.handlers,
    onBlur: (event: { readonly target: { readonly value: string } }) => {
      const text = composition.entered(event.target.value)
      setDraft(text)
      commit(text)
    },
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
          if (event.key === 'Escape') setDraft(value)
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

/** The field can go away without ever losing focus in the browser's eyes: another step was selected, or the page is left. */
function useCommitOnLeaving(commit: () => void): void {
  const latest = useRef(commit)
  useEffect(() => {
    latest.current = commit
  })
  useEffect(() => {
    const leave = () => latest.current()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
}
