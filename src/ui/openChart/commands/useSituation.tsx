import { useCallback } from 'react'
import { Button } from 'antd'
import type { Situation } from './command.ts'
import { useAppServices } from '../../base/appServices.ts'
import { useSession } from '../session.ts'
import { useChartDoc, useEdit } from '../chartContext.ts'
import { gestureText } from '../../../text/screen/gestureText.ts'
import { undoAsk } from '../../../text/screen/together.ts'
import { useToasts } from '../../base/toastContext.ts'

/** s; how long the offer to take an edit back is shown. */
const undoFor = 6

/** The toasts of edits replace each other: only the last one can be taken back. */
const doneKey = 'done'

/** Returns a function that reads what commands act on. */
export function useSituation(): () => Situation {
  const doc = useChartDoc()
  const edit = useEdit()
  const { newId } = useAppServices()
  const { message, modal } = useToasts()
  return useCallback(() => {
    const say = (words: string) => void message.info(words)
    const takeBack: Situation['takeBack'] = (side) => {
      message.destroy(doneKey)
      if (doc[side]() === 'done') return
      modal.confirm({
        ...undoAsk[side],
        okButtonProps: { danger: true },
        onOk: () => void doc[side]('anyway'),
      })
    }
    return {
      doc,
      edit,
      newId,
      session: useSession.getState(),
      say,
      takeBack,
      sayDone: (words) => {
        const step = doc.newestStep()
        const undo = () => {
          if (doc.newestStep() === step) return takeBack('undo')
          message.destroy(doneKey)
          say(gestureText.tooLate)
        }
        const content = (
          <>
            {words}
            <Button type="link" size="small" onClick={undo}>
              {gestureText.undo}
            </Button>
          </>
        )
        void message.info({ key: doneKey, duration: undoFor, content })
      },
    }
  }, [doc, edit, newId, message, modal])
}
