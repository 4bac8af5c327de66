import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { ViewportPortal } from '@xyflow/react'
import type { Rect } from '../../layout/arrangement.ts'
import { belongsToInputMethod, isTypingPlace } from '../base/inputMethod.ts'
import { useOpenDraft } from '../base/openDrafts.ts'
import { useOnPageHide } from '../base/fields/useOnPageHide.ts'
import { useComposition } from '../base/useComposition.ts'
import './InPlaceField.css'

interface InPlaceFieldProps {
  readonly rect: Rect
  readonly label: string
  readonly text: string
  /**
   * `open`: the text is shown and selected. `waiting`: the field is invisible but focused, so that
   * it receives the first letter, including the first of a composition.
   */
  readonly mode: 'open' | 'waiting'
  /** Undefined if the person cancelled. */
  readonly onDone: (text: string | undefined) => void
  /** Ctrl+Z while nothing has been typed. */
  readonly onTakeBack?: () => void
  /** Tab: the name is done, and the next step is wanted. */
  readonly onNext?: (text: string | undefined) => void
}

/**
 * In-place text field. Enter commits, Shift+Enter breaks the line, Esc cancels; composition keys
 * are ignored.
 */
export function InPlaceField({ rect, label, text, mode, onDone, onTakeBack, onNext }: InPlaceFieldProps) {
  const [draft, setDraft] = useState(mode === 'open' ? text : null)
  const field = useRef<HTMLTextAreaElement>(null)
  const over = useRef(false)
  const composition = useComposition()
  useEffect(() => {
    if (mode === 'waiting' && isTypingPlace(document.activeElement)) return
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [mode])
  const waiting = draft === null
  const close = (then: () => void) => {
    over.current = true
    then()
    // Where nothing came of it, the same field waits for the next letter.
    if (mode !== 'waiting') return
    over.current = false
    setDraft(null)
  }
  const done = (result: string | undefined) => {
    if (!over.current && !waiting) close(() => onDone(result))
  }
  useOpenDraft(draft !== null && draft !== text)
  useOnPageHide(() => draft !== null && draft !== text && done(composition.entered(draft) || undefined))
  return (
    <ViewportPortal>
      <textarea
        ref={field}
        className={waiting ? 'in-place in-place-waiting' : 'in-place nodrag nopan nowheel'}
        data-waiting={waiting ? '' : undefined}
        aria-label={label}
        style={{ transform: `translate(${rect.x}px, ${rect.y}px)`, width: rect.width, height: rect.height }}
        value={draft ?? ''}
        onChange={(event) => setDraft(event.target.value)}
        onCompositionStart={(event) => {
          composition.handlers.onCompositionStart(event)
          setDraft(event.currentTarget.value)
        }}
        onCompositionEnd={(event) => {
          composition.handlers.onCompositionEnd()
          // A composition that was given up has written nothing.
          if (mode === 'waiting' && event.currentTarget.value === '') setDraft(null)
        }}
        onBlur={(event) => {
          // Switching windows also blurs: to copy something from there, or to choose a word.
          if (document.hasFocus()) done(composition.entered(event.target.value) || undefined)
        }}
        onKeyDown={(event) => {
          if (waiting) return
          event.stopPropagation()
          if (belongsToInputMethod(event.nativeEvent)) return
          const next = onNext && ((name: string | undefined) => close(() => onNext(name)))
          keyed(event, { text, draft, done, onTakeBack, onNext: next })
        }}
      />
    </ViewportPortal>
  )
}

interface Keys {
  readonly text: string
  readonly draft: string | null
  readonly done: (text: string | undefined) => void
  readonly onTakeBack: (() => void) | undefined
  readonly onNext: ((text: string | undefined) => void) | undefined
}

/** What the keys of an open field do. */
function keyed(event: KeyboardEvent, { text, draft, done, onTakeBack, onNext }: Keys): void {
  if (event.key === 'Escape') return done(undefined)
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault()
    done(draft ?? undefined)
  }
  if (onNext && event.key === 'Tab' && !event.shiftKey) {
    event.preventDefault()
    onNext(draft ?? undefined)
  }
  if (onTakeBack && draft === text && isUndo(event)) {
    event.preventDefault()
    done(undefined)
    onTakeBack()
  }
}

function isUndo(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
}
