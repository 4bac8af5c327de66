import { useRef } from 'react'

export interface FieldEvent {
  readonly currentTarget: { readonly value: string }
}

/**
 * Tracks which text of a field was really entered. On a blur in the middle of a composition the
 * browser puts the raw pinyin into the field; `entered` then returns the text from before the
 * composition.
 */
export function useComposition() {
  const before = useRef<string | null>(null)
  const handlers = {
    onCompositionStart: (event: FieldEvent) => {
      before.current = event.currentTarget.value
    },
    onCompositionEnd: () => {
      // A blur that ends a composition fires in the same task; any other blur fires later.
      setTimeout(() => {
        before.current = null
      })
    },
  }
  return { handlers, entered: (text: string) => before.current ?? text }
}
