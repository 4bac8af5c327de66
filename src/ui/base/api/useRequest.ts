import { useCallback, useEffect, useRef, useState } from 'react'
import { sayServerError, ServerError } from './httpClient.ts'
import type { ServerFault } from './httpClient.ts'

export type RequestState<T> =
  | { readonly state: 'asking' }
  | { readonly state: 'there'; readonly value: T }
  | { readonly state: 'failed'; readonly words: string; readonly fault: ServerFault | undefined }

const asking = { state: 'asking' } as const

/** Asks when it is first shown, and again when told to; what was there stays until the new answer comes. */
export function useRequest<T>(ask: () => Promise<T>): readonly [asked: RequestState<T>, again: () => void] {
  const [asked, setAsked] = useState<RequestState<T>>(asking)
  const newest = useRef(0)
  const again = useCallback(() => {
    const call = (newest.current += 1)
    const tell = (next: RequestState<T>) => {
      if (call === newest.current) setAsked(next)
    }
    ask().then(
      (value) => tell({ state: 'there', value }),
      (error: unknown) =>
        tell({
          state: 'failed',
          words: sayServerError(error),
          fault: error instanceof ServerError ? error.fault : undefined,
        }),
    )
  }, [ask])
  useEffect(() => {
    again()
    return () => {
      newest.current += 1
    }
  }, [again])
  return [asked, again]
}
