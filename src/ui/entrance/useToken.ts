import { useEffect, useState } from 'react'

/** What follows the # of a share link, or of the administrator's; it never reaches a server's log. And how to say that it has been used. */
export function useToken(): readonly [token: string | undefined, done: () => void] {
  const [token, setToken] = useState(() => tokenIn(location.hash))
  useEffect(() => {
    const moved = () => setToken(tokenIn(location.hash))
    addEventListener('hashchange', moved)
    return () => removeEventListener('hashchange', moved)
  }, [])
  return [token, () => setToken(undefined)]
}

function tokenIn(hash: string): string | undefined {
  return /^#([\w-]{16,200})$/.exec(hash)?.[1]
}
