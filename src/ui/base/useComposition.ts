import { useRef } from 'react'

export interface FieldEvent {
  readonly currentTarget: { readonly value: string }
}

/**
 * What of a field's text a person has really entered. When the focus leaves in the middle
 * of a composition the browser puts the raw pinyin into the field; that was never entered,
 * and `entered` answers the text from before.
 */
export function useComposition() {
  const before = useRef<string | null>(null)
  const handlers = {
    onCompositionStart: (event: FieldEvent) => {
      before.current = event.currentTarget.value
    },
    onCompositionEnd: () => {
      // A blur that ends a composition comes in the same task; any other comes later.
      setTimeout(() => {
        before.current = null
      })
    },
  }
  return { handlers, entered: (text: string) => before.current ?? text }
}
