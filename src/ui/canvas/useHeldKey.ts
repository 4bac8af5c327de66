import { useCallback, useEffect, useRef } from 'react'

/** Whether a key is down at the moment of asking. */
export function useHeldKey(key: string): () => boolean {
  const held = useRef(false)
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (event.key === key) held.current = event.type === 'keydown'
    }
    const left = () => {
      held.current = false
    }
    addEventListener('keydown', heard)
    addEventListener('keyup', heard)
    addEventListener('blur', left)
    return () => {
      removeEventListener('keydown', heard)
      removeEventListener('keyup', heard)
      removeEventListener('blur', left)
    }
  }, [key])
  return useCallback(() => held.current, [])
}
