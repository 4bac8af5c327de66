import { useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useComposition } from '../base/useComposition.ts'

/**
 * `type`: typing replaced the text; arrows leave the cell. `edit` (F2, double click): arrows move
 * in the text.
 */
export interface Draft {
  readonly mode: 'type' | 'edit'
  readonly text: string
}

export interface CellDraft {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly draft: Draft | null
  /** Starts with the given text. */
  readonly begin: (mode: Draft['mode'], text: string) => void
  /**
   * Ends editing and returns the typed text; null if none was started. After a key the whole text
   * counts. After a blur an unfinished composition is dropped.
   */
  readonly end: (by: 'key' | 'leaving') => string | null
  readonly note: () => void
  readonly composition: ReturnType<typeof useComposition>['handlers']
}

/**
 * The draft of the field over the active cell. The field exists before typing, so that the input
 * method gets the first letter. It is uncontrolled, because writing to it cancels a composition.
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
