import { useCallback } from 'react'
import type { Situation } from './command.ts'
import { useAppServices } from '../../base/appServices.ts'
import { useSession } from '../session.ts'
import { useChartDoc, useEdit } from '../chartContext.ts'
import { undoAsk } from '../../../text/screen/together.ts'
import { useToasts } from '../../base/toastContext.ts'

/** Returns a function that reads what commands act on. */
export function useSituation(): () => Situation {
  const doc = useChartDoc()
  const edit = useEdit()
  const { newId } = useAppServices()
  const { message, modal } = useToasts()
  return useCallback(
    () => ({
      doc,
      edit,
      newId,
      session: useSession.getState(),
      say: (words: string) => void message.info(words),
      takeBack: (side) => {
        if (doc[side]() === 'done') return
        modal.confirm({
          ...undoAsk[side],
          okButtonProps: { danger: true },
          onOk: () => void doc[side]('anyway'),
        })
      },
    }),
    [doc, edit, newId, message, modal],
  )
}
