import { useEffect, useRef, useState } from 'react'
import { useComposition } from '../useComposition.ts'
import { useOnPageHide } from './useOnPageHide.ts'

interface DraftParts {
  readonly value: string
  /** Returns whether the text was accepted. */
  readonly onCommit: (text: string) => boolean
  readonly isLong: boolean
}

interface Entered {
  readonly target: { readonly value: string }
}

/** ms without a key after which a long text is committed, so that a crash loses little. */
const pause = 1200

/**
 * A draft text, committed to the chart on leaving the field, and for a long text also after a
 * pause. Remote changes do not overwrite the draft while it is being edited. Nothing is committed
 * during a composition.
 */
export function useDraft({ value, onCommit, isLong }: DraftParts) {
  const [draft, setDraft] = useState(value)
  const [shown, setShown] = useState(value)
  // The text typed since focus; null if nothing was typed.
  const [typed, setTyped] = useState<string | null>(null)
  const kept = useRef<string | null>(null)
  const { handlers, entered } = useComposition()
  if (shown !== value) {
    setShown(value)
    if (typed === null) setDraft(value)
  }
  const giveUp = () => {
    setDraft(value)
    setTyped(null)
  }
  const commit = (text: string) => {
    const isTaken = text.trim() !== value && text !== kept.current && onCommit(text.trim())
    kept.current = null
    if (isTaken) setTyped(null)
    else giveUp()
  }
  useCommitOnLeaving(() => commit(typed ?? value))
  usePause(isLong ? typed : null, (text) => {
    // An emptied field may raise a question, so it is committed only on leaving.
    if (entered(text) !== text || text.trim() === '' || text.trim() === value) return
    if (onCommit(text.trim())) kept.current = text
  })
  return {
    draft,
    giveUp,
    handlers: {
      ...handlers,
      onChange: ({ target }: Entered) => {
        setDraft(target.value)
        setTyped(target.value)
      },
      onBlur: ({ target }: Entered) => {
        if (typed === null) return
        const text = entered(target.value)
        setDraft(text)
        commit(text)
      },
    },
  }
}

/** Calls back when the text has not changed for the given time. */
function usePause(text: string | null, call: (text: string) => void): void {
  const latest = useRef(call)
  useEffect(() => {
    latest.current = call
  })
  useEffect(() => {
    if (text === null) return undefined
    const timer = setTimeout(() => latest.current(text), pause)
    return () => clearTimeout(timer)
  }, [text])
}

/** Commits on unmount: a field may go without a blur, when another step is selected or the page is left. */
function useCommitOnLeaving(commit: () => void): void {
  const latest = useRef(commit)
  useEffect(() => {
    latest.current = commit
  })
  useEffect(() => () => latest.current(), [])
  useOnPageHide(commit)
}
