import { useEffect, useState } from 'react'

/** The fragment of a share or administrator link (never in server logs), and a function that clears it. */
export function useToken(): readonly [token: string | undefined, done: () => void] {
  const [token, setToken] = useState(() => tokenIn(location.hash))
  useEffect(() => {
    const moved = () => setToken(tokenIn(location.hash))
    addEventListener('hashchange', moved)
    return () => removeEventListener('hashchange', moved)
  }, [])
  return [token, () => setToken(undefined)]
}

/** What stands behind the link in a sentence, such as 。 or ）, is not part of it. */
export function tokenIn(hash: string): string | undefined {
  return /^#([\w-]{16,200})(?:[^\w-]|$)/.exec(hash)?.[1]
}
