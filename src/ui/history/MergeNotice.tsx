import { useEffect } from 'react'
import { serverTrouble } from '../../text/screen/serverTrouble.ts'
import { useOpenChart } from '../openChart/openChartContext.ts'
import { useToasts } from '../base/toastContext.ts'

/** Says when merging had to choose between two people’s words. Renders nothing. */
export function MergeNotice() {
  const { connection } = useOpenChart()
  const { message } = useToasts()
  useEffect(
    () =>
      connection.onNotice((body) => {
        if (isMerges(body))
          void message.warning({ content: serverTrouble.merged(body.count), key: 'merged', duration: 10 })
      }),
    [connection, message],
  )
  return null
}

function isMerges(body: unknown): body is { readonly count: number } {
  const { about, count } = (body ?? {}) as { readonly about?: unknown; readonly count?: unknown }
  return about === 'conflicts' && typeof count === 'number'
}
