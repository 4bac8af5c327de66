import { useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useComposition } from '../base/useComposition.ts'

/** `type`: typing replaced what stood there, and arrows leave the cell. `edit`: F2 or a double click, and arrows walk in the text. */
export interface Draft {
  readonly mode: 'type' | 'edit'
  readonly text: string
}

export interface CellDraft {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly draft: Draft | null
  /** Begins with a text. */
  readonly begin: (mode: Draft['mode'], text: string) => void
  /**
   * Ends, and answers what was typed; null where nothing was begun. By a key it is all that
   * stands there: keys of a composition never end. By leaving, a composition is cut off, and
   * its letters are nobody's text.
   */
  readonly end: (by: 'key' | 'leaving') => string | null
  readonly note: () => void
  readonly composition: ReturnType<typeof useComposition>['handlers']
}

/**
 * The field over the active cell. It is a real field before anything is typed, so that
 * the first letter is the input method's already; and it keeps its text itself, because
 * a field that is written to during a composition loses it.
 */
export function useCellDraft(): CellDraft {
  const field = useRef<HTMLTextAreaElement>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const composition = useComposition()
  return {
    field,
    draft,
    begin: (mode, text) => {
      if (field.current) {
        field.current.value = text
        field.current.setSelectionRange(text.length, text.length)
      }
      setDraft({ mode, text })
    },
    end: (by) => {
      const typed = field.current?.value ?? draft?.text ?? ''
      if (field.current) field.current.value = ''
      setDraft(null)
      if (draft === null) return null
      return by === 'key' ? typed : composition.entered(typed)
    },
    note: () => {
      const text = field.current?.value ?? ''
      setDraft((before) => ({ mode: before?.mode ?? 'type', text }))
    },
    composition: composition.handlers,
  }
}
