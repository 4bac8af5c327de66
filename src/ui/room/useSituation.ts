import { useCallback } from 'react'
import type { Situation } from '../commands/commands.ts'
import { useHouse } from '../house.ts'
import { useSession } from '../session.ts'
import { useChartDoc, useEdit } from './chartContext.ts'

/** What commands act on, as it is at the moment of asking. */
export function useSituation(): () => Situation {
  const doc = useChartDoc()
  const edit = useEdit()
  const { newId } = useHouse()
  return useCallback(() => ({ doc, edit, newId, session: useSession.getState() }), [doc, edit, newId])
}
