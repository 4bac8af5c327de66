import { useCallback, useSyncExternalStore } from 'react'
import { useChartDoc } from '../chartContext.ts'
import { useSession } from '../session.ts'
import type { Command } from './command.ts'
import { useSituation } from './useSituation.tsx'

/**
 * Whether a command may run now. Checked on every chart and session change; re-renders only if it
 * changes.
 */
export function useMay({ may }: Command): boolean {
  const doc = useChartDoc()
  const situation = useSituation()
  const subscribe = useCallback(
    (changed: () => void) => {
      const stops = [doc.onChange(changed), useSession.subscribe(changed)]
      return () => stops.forEach((stop) => stop())
    },
    [doc],
  )
  return useSyncExternalStore(subscribe, () => may?.(situation()) ?? true)
}
