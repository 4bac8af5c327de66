import { useEffect, useRef, useState } from 'react'
import { useComposition } from '../useComposition.ts'

interface DraftParts {
  readonly value: string
  /** Answers whether it was taken. */
  readonly onCommit: (text: string) => boolean
  readonly isLong: boolean
}

interface Entered {
  readonly target: { readonly value: string }
}

/** ms without a key, after which a long text is kept: a crash then costs a word, not a paragraph. */
const pause = 1200

/**
 * A text that is written into the chart when one is done with it, on leaving its field; a
 * long one also when one stops to think. What others write meanwhile does not take from
 * under the hands what was typed. While an input method is composing nothing counts: half
 * a pinyin is never saved.
 */
export function useDraft({ value, onCommit, isLong }: DraftParts) {
  const [draft, setDraft] = useState(value)
  const [shown, setShown] = useState(value)
  // What was typed since the field was entered; null as long as nothing was.
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
    // A field that was emptied is asked about when it is left, not while somebody thinks.
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

/** Calls back when a text has not changed for a while. */
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
