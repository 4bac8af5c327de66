import { useCallback, useEffect, useRef } from 'react'

/** Returns a function that tells whether a key is down now. */
export function useHeldKey(key: string): () => boolean {
  const held = useRef(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === key) held.current = event.type === 'keydown'
    }
    const left = () => {
      held.current = false
    }
    addEventListener('keydown', onKey)
    addEventListener('keyup', onKey)
    addEventListener('blur', left)
    return () => {
      removeEventListener('keydown', onKey)
      removeEventListener('keyup', onKey)
      removeEventListener('blur', left)
    }
  }, [key])
  return useCallback(() => held.current, [])
}
