import { useEffect, useRef } from 'react'

/** Calls the newest `leave` when the page goes: it may go without a blur. */
export function useOnPageHide(leave: () => void): void {
  const latest = useRef(leave)
  useEffect(() => {
    latest.current = leave
  })
  useEffect(() => {
    const onHide = () => latest.current()
    addEventListener('pagehide', onHide)
    return () => removeEventListener('pagehide', onHide)
  }, [])
}
