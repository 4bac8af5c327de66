import { useCallback, useEffect, useRef, useState } from 'react'
import { sayServerError, ServerError } from './httpClient.ts'
import type { ServerFault } from './httpClient.ts'

export type RequestState<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'loaded'; readonly value: T }
  | { readonly state: 'failed'; readonly words: string; readonly fault: ServerFault | undefined }

const loading = { state: 'loading' } as const

/**
 * Calls `ask` on mount, when `ask` changes, and on `reload`. Keeps the last answer until the next
 * arrives; drops answers of superseded requests.
 */
export function useRequest<T>(
  ask: () => Promise<T>,
): readonly [request: RequestState<T>, reload: () => void] {
  const [request, setRequest] = useState<RequestState<T>>(loading)
  const newest = useRef(0)
  const reload = useCallback(() => {
    const call = (newest.current += 1)
    const settle = (next: RequestState<T>) => {
      if (call === newest.current) setRequest(next)
    }
    ask().then(
      (value) => settle({ state: 'loaded', value }),
      (error: unknown) =>
        settle({
          state: 'failed',
          words: sayServerError(error),
          fault: error instanceof ServerError ? error.fault : undefined,
        }),
    )
  }, [ask])
  useEffect(() => {
    reload()
    return () => {
      newest.current += 1
    }
  }, [reload])
  return [request, reload]
}
